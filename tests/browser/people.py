"""Who files and signs in these tests, and what they answer. All numbers are test numbers."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count

#: Days of the year, so that everybody has a number of their own within the series for tests.
_days = count(0)
#: The serial that Skatteverket uses for test numbers of women.
_SERIAL = "238"


@dataclass(frozen=True)
class Resident:
    name: str
    personnummer: str


#: Officers of config/municipality.yaml: of the schools, and of customer service.
DANA = Resident("Dana Demo", "19680110-2382")
KARIN = Resident("Karin Demo", "19710914-2385")


def resident(name: str, *, age: int) -> Resident:
    """Somebody new, so that tests that share a server never meet in each other's filings."""
    first = date(datetime.now(UTC).year - age, 1, 1)
    born = f"{first + timedelta(days=next(_days) % 300):%Y%m%d}"
    return Resident(name, f"{born}-{_SERIAL}{_check_digit(born[2:] + _SERIAL)}")


def new_mobile() -> str:
    """A number of the series that the regulator keeps for fiction, 070-174 06 05 to 99."""
    return f"070-174 06 {next(_mobiles):02d}"


_mobiles = count(5)


def in_two_months() -> str:
    """A first school day that is always ahead."""
    return (datetime.now(UTC) + timedelta(days=60)).date().isoformat()


def international(mobile: str) -> str:
    """As the outbox shows it."""
    return "+46" + mobile.replace(" ", "").replace("-", "")[1:]


def _check_digit(digits: str) -> str:
    """Luhn, over the nine digits after the century."""
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return str(-sum(each // 10 + each % 10 for each in doubled) % 10)
