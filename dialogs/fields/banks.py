"""Swedish bank accounts: which bank a clearing number belongs to and whether the digits agree.

Formats and check digits come from the package bankkonto, which follows Bankgirot's "Bankernas
kontonummer". It lacks banks that got their series later; those stand here.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec
from bankkonto import account as bankkonto
from bankkonto.exceptions import (
    BankkontoException,
    SwedbankBankkontoValidationError,
)
from stdnum import luhn


class _Series(NamedTuple):
    first: int
    last: int
    bank: str
    #: How many digits of the clearing number the modulus 11 check covers.
    covered: int


#: Type 1 accounts (7 digits) of banks that bankkonto 1.0 does not know.
_NEWER_BANKS = (
    _Series(9070, 9079, "Multitude Bank", 3),
    _Series(9580, 9589, "Aion Bank", 3),
    _Series(9710, 9719, "Lunar Bank", 4),
    _Series(9750, 9759, "Northmill Bank", 4),
)
_TYPE_1_DIGITS = 7
#: bankkonto's names that differ from what the bank calls itself to its customers.
_NAMES = {
    "Nordea - personkonto": "Nordea",
    "Skandiabanken": "Skandia",
    "IKANO Bank": "Ikano Bank",
    "Lån & Spar Bank Sverige": "Lån & Spar Bank",
    "Landshypotek AB": "Landshypotek Bank",
    "Ålandsbanken Sverige AB": "Ålandsbanken",
    "BNP Paribas SA., Sverige filial": "BNP Paribas",
}
#: Banks whose customers leave out zeros at the front of the account number.
_PADDED = frozenset({"Swedbank", "Handelsbanken", "Nordea/Plusgirot", "Sparbanken Syd"})
#: Nordea's personal accounts, whose number is the owner's ten-digit personnummer.
_PERSONAL = frozenset({"3300", "3782"})


class Account(msgspec.Struct, frozen=True, kw_only=True):
    #: Four digits; five for Swedbank's 8000 series.
    clearing: str
    account: str
    bank: str
    #: It must be confirmed: a digit was worked out, or the check digit differs where it may.
    doubtful: bool = False


class WrongAccount(msgspec.Struct, frozen=True):
    """`reason` names the text `refuse.<reason>`."""

    reason: str
    params: Mapping[str, str | int] = {}


def read_account(groups: Sequence[str]) -> Account | WrongAccount:
    """The account that groups of digits make up, the clearing number first."""
    digits = "".join(groups)
    if not digits.startswith("8"):
        return _checked(digits[:4], digits[4:])
    return _read_swedbank(groups)


def _read_swedbank(groups: Sequence[str]) -> Account | WrongAccount:
    """The 8000 series: the fifth digit of the clearing number is a check digit (modulus 10).

    Many leave the fifth digit out, since it is not needed for payments. It can be worked out, but
    then the account must be confirmed.
    """
    digits = "".join(groups)
    clearing, account = digits[:5], digits[5:]
    separated = len(groups[0]) == 4 and not (len(groups) > 1 and len(groups[1]) == 1)
    if separated or (len(digits) > 4 and not luhn.is_valid(clearing) and len(digits) == 14):
        four = digits[:4]
        worked_out = _checked(four + luhn.calc_check_digit(four), digits[4:])
        return _with_doubt(worked_out)
    return _checked(clearing, account)


def _with_doubt(outcome: Account | WrongAccount) -> Account | WrongAccount:
    return (
        msgspec.structs.replace(outcome, doubtful=True) if isinstance(outcome, Account) else outcome
    )


def _checked(clearing: str, account: str) -> Account | WrongAccount:
    if len(clearing) < 4:
        return WrongAccount("bank_account_format")
    newer = next((s for s in _NEWER_BANKS if s.first <= int(clearing[:4]) <= s.last), None)
    bank, length = (newer.bank, _TYPE_1_DIGITS) if newer else _bank_and_length(clearing)
    if not bank:
        return WrongAccount("bank_unknown", {"clearing": clearing})
    if bank in _PADDED and 2 <= len(account) < length:
        account = account.zfill(length)
    if len(account) != length:
        expected: dict[str, str | int] = {
            "bank": bank,
            "clearing": clearing,
            "digits": length,
            "count": len(account),
        }
        return WrongAccount("bank_account_length", expected)
    found = Account(clearing=clearing, account=account, bank=bank)
    if newer:
        holds = _modulus_11(clearing[4 - newer.covered :] + account)
        return found if holds else WrongAccount("bank_account_check_digit", {"bank": bank})
    try:
        bankkonto.validate(clearing, account)
    except SwedbankBankkontoValidationError:
        # Bankgirot: some old Swedbank accounts do not follow the check digit rule.
        return _with_doubt(found)
    except BankkontoException:
        return WrongAccount("bank_account_check_digit", {"bank": bank})
    return found


def _bank_and_length(clearing: str) -> tuple[str, int]:
    """Name of the bank and digits of its account numbers; ("", 0) when nobody has the series."""
    try:
        bank, _, pattern, _ = bankkonto.get_account_number_format_based_on_clearing_number(clearing)
    except BankkontoException:
        return "", 0
    return _NAMES.get(bank, str(bank).removesuffix(" AB")), len(pattern.lstrip("0"))


def _modulus_11(digits: str) -> bool:
    """Weights 1, 2, … 10, 1 … from the right."""
    return sum((at % 10 + 1) * int(digit) for at, digit in enumerate(reversed(digits))) % 11 == 0


def shown_account(bank: str, clearing: str, account: str) -> str:
    """ "Swedbank 8327-9, 123 456 789-7": bank, clearing number and account, as banks group them."""
    if len(clearing) == 5:
        clearing = f"{clearing[:4]}-{clearing[4]}"
    if clearing in _PERSONAL:
        return f"{bank} {clearing}, {account[:6]}-{account[6:]}"
    if len(account) == _TYPE_1_DIGITS:
        account = f"{account[:2]} {account[2:5]} {account[5:]}"
    else:
        last = f"-{account[9:]}" if len(account) > 9 else ""
        account = " ".join(account[at : at + 3] for at in range(0, 9, 3)) + last
    return f"{bank} {clearing}, {account}"
