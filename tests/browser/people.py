"""Who files and signs in these tests, and what they answer. All numbers are made up."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count

_serials = count(100)


@dataclass(frozen=True)
class Resident:
    name: str
    personnummer: str


def resident(name: str, *, age: int) -> Resident:
    """Somebody new, so that tests that share a server never meet in each other's filings."""
    born = f"{datetime.now(UTC).year - age}0115"
    serial = f"{next(_serials):03d}"
    return Resident(name, f"{born}-{serial}{_check_digit(born[2:] + serial)}")


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
