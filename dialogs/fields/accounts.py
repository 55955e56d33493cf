"""Where money goes and which organisation it is: bank accounts, giro numbers, organisation numbers.

Account formats: Bankgirot, "Bankernas kontonummer". Organisation numbers: lag (1974:174).
"""

import re
from collections.abc import Mapping
from typing import ClassVar

import msgspec
from stdnum import luhn

from dialogs.conditions import Value
from dialogs.fields.banks import Account, WrongAccount, read_account, shown_account
from dialogs.fields.base import (
    Accepted,
    Asking,
    FieldType,
    Finding,
    Given,
    LimitKind,
    Outcome,
    Refused,
    Unsure,
)
from dialogs.fields.dictation import hear
from dialogs.fields.personnummer_reading import parse_personnummer
from dialogs.fields.plain import digits_of, plain
from dialogs.fields.settings import flag
from dialogs.fields.within import surely
from dialogs.fields.within_identifiers import account_spans, organisation_spans
from dialogs.messages import Input, Kind
from dialogs.service import Field
from dialogs.texts import SWEDISH, base_of

_GROUPS = re.compile(r"\d+")
_NUMBER = re.compile(r"\d[\d ./-]*")
_BANKGIRO = re.compile(r"\b(?:bg|bankgiro\w*)\b|^\d{3,4} ?- ?\d{4}$", re.IGNORECASE)
_PLUSGIRO = re.compile(r"\b(?:pg|plusgiro\w*|postgiro\w*)\b|^[\d ]+- ?\d$", re.IGNORECASE)
_NAMED_GIRO = re.compile(r"\b(?:bg|pg|(?:bank|plus|post)giro\w*)\b", re.IGNORECASE)
_DASHED_BANKGIRO = re.compile(r"\d{3,4} ?- ?\d{4}")
_IBAN = re.compile(r"\bSE ?\d{2}(?: ?\d{4}){5}\b", re.IGNORECASE)
_FOREIGN_IBAN = re.compile(r"\b(?!SE)[A-Z]{2}\d{2} ?[A-Z0-9]{4} ?\d{4}")
_VAT = re.compile(r"\bSE ?(\d{6}-?\d{4})[ -]?01\b", re.IGNORECASE)


class _Giro(msgspec.Struct, frozen=True):
    kind: str
    number: str

    def value(self) -> Value:
        return {"giro": self.kind, "number": self.number}


class BankAccountType(FieldType):
    """A Swedish account {"clearing", "account", "bank"} or giro number {"giro", "number"}."""

    name: ClassVar[str] = "bank_account"
    LIMITS: ClassVar[Mapping[str, LimitKind]] = {"giro": LimitKind.FLAG}

    def parse(self, field: Field, given: Given, asking: Asking) -> Outcome:
        line = plain(given)
        outcome = hear(line, lambda text: self._read(field, text))
        if isinstance(outcome, Accepted) and outcome != self._read(field, line):
            # Read out in words: a digit that was misheard may still make an account.
            return Unsure((outcome.value,))
        return outcome

    def _read(self, field: Field, line: str) -> Outcome:
        if _IBAN.search(line):
            return Refused("bank_account_iban")
        if _FOREIGN_IBAN.search(line):
            return Refused("bank_account_foreign")
        groups = _GROUPS.findall(line)
        if not groups:
            return Refused("bank_account_format")
        if _is_giro(field, line):
            return _read_giro(line) if flag(field, "giro") else Refused("giro_not_accepted")
        outcome = read_account(groups)
        if isinstance(outcome, WrongAccount):
            return Refused(outcome.reason, outcome.params)
        if outcome.doubtful:
            return Unsure((_account_value(outcome),))
        return Accepted(_account_value(outcome))

    def find(self, field: Field, text: str, asking: Asking) -> tuple[Finding, ...]:
        return surely(self, field, text, asking, account_spans(text))

    def show(self, field: Field, value: Value, language: str) -> str:
        if "giro" in value:
            number = value["number"]
            if value["giro"] == "bankgiro":
                return f"bankgiro {number[:-4]}-{number[-4:]}"
            return f"plusgiro {_in_pairs(number[:-1])}-{number[-1]}"
        return shown_account(value["bank"], value["clearing"], value["account"])

    def input(self, field: Field, asking: Asking) -> Input:
        return Input(kind=Kind.TEXT, max_length=60, format="bank_account")

    def example(self, field: Field, asking: Asking) -> str | None:
        return "clearing 6789, konto 123 456 789" if base_of(asking.language) == SWEDISH else None


def _account_value(account: Account) -> Value:
    return {"clearing": account.clearing, "account": account.account, "bank": account.bank}


def _is_giro(field: Field, line: str) -> bool:
    """Whether it is called a giro, is as short as one, or is written like one where that fits."""
    if _NAMED_GIRO.search(line) or (len(digits_of(line)) <= 8 and _giro_number(line)):
        return True
    return flag(field, "giro") and _DASHED_BANKGIRO.fullmatch(line) is not None


def _giro_number(line: str) -> str:
    """The digits if they hold their check digit (Luhn), as every giro number does, else ""."""
    numbers = [digits_of(match.group()) for match in _NUMBER.finditer(line)]
    fitting = [n for n in numbers if 2 <= len(n) <= 8 and n.strip("0") and luhn.is_valid(n)]
    return fitting[0] if len(fitting) == 1 else ""


def _read_giro(line: str) -> Outcome:
    """A giro number. What is written round it says which kind; otherwise both are possible."""
    number = _giro_number(line)
    if not number:
        return Refused("giro_check_digit")
    said_bank, said_plus = bool(_BANKGIRO.search(line)), bool(_PLUSGIRO.search(line))
    long_enough = len(number) >= 7
    if said_bank and not said_plus:
        if not long_enough:
            return Refused("bankgiro_length", {"count": len(number)})
        return Accepted(_Giro("bankgiro", number).value())
    plus = _Giro("plusgiro", number).value()
    if said_plus and not said_bank:
        return Accepted(plus)
    return Unsure((_Giro("bankgiro", number).value(), plus) if long_enough else (plus,))


def _in_pairs(digits: str) -> str:
    """ "123456" → "12 34 56", "12345" → "1 23 45"."""
    start = len(digits) % 2
    pairs = [digits[at : at + 2] for at in range(start, len(digits), 2)]
    return " ".join([digits[:start], *pairs] if start else pairs)


class OrganisationNumberType(FieldType):
    """An organisation number, ten digits; a sole trader's is a personnummer, twelve digits."""

    name: ClassVar[str] = "organisation_number"
    LIMITS: ClassVar[Mapping[str, LimitKind]] = {"sole_trader": LimitKind.FLAG}

    def parse(self, field: Field, given: Given, asking: Asking) -> Outcome:
        return hear(plain(given), lambda text: self._read(field, text, asking))

    def _read(self, field: Field, line: str, asking: Asking) -> Outcome:
        vat = _VAT.search(line)
        runs = [vat.group(1)] if vat else [m.group() for m in _NUMBER.finditer(line)]
        candidates = [digits_of(run) for run in runs]
        numbers = list(dict.fromkeys(n for d in candidates if (n := _organisation(d))))
        if len(numbers) > 1:
            return Unsure(tuple(numbers[:4]))
        if numbers:
            spoilt = any(len(d) in (10, 12) and not _organisation(d) for d in candidates)
            return Unsure((numbers[0],)) if spoilt else Accepted(numbers[0])
        return _sole_trader(field, line, asking) or _explain(candidates)

    def find(self, field: Field, text: str, asking: Asking) -> tuple[Finding, ...]:
        return surely(self, field, text, asking, organisation_spans(text))

    def show(self, field: Field, value: Value, language: str) -> str:
        number = str(value)
        return f"{number[:-4]}-{number[-4:]}"

    def input(self, field: Field, asking: Asking) -> Input:
        return Input(kind=Kind.TEXT, format="organisation_number")

    def example(self, field: Field, asking: Asking) -> str | None:
        return "212000-0142"


def _organisation(digits: str) -> str:
    """Ten digits of a valid organisation number, or "".

    The third digit is at least 2, so that it is no month of birth; "16" stands for the century in
    twelve digits. The check digit alone would accept a personnummer.
    """
    ten = digits[2:] if len(digits) == 12 and digits.startswith("16") else digits
    valid = len(ten) == 10 and ten[0] != "0" and ten[2] >= "2" and luhn.is_valid(ten)
    return ten if valid else ""


def _sole_trader(field: Field, line: str, asking: Asking) -> Outcome | None:
    """The owner's personnummer, where a sole trader (enskild firma) may answer."""
    outcome = parse_personnummer(line, asking.today)
    if isinstance(outcome, Refused):
        return None
    if not flag(field, "sole_trader"):
        return Refused("organisation_is_person")
    return outcome


def _explain(candidates: list[str]) -> Refused:
    longest = max(candidates, key=len, default="")
    if len(longest) in (10, 12):
        return Refused("organisation_check_digit")
    if len(longest) >= 4:
        return Refused("organisation_digits", {"count": len(longest)})
    return Refused("organisation_format")


TYPES: tuple[FieldType, ...] = (BankAccountType(), OrganisationNumberType())
