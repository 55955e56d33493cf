"""E-mail addresses: a practical subset of RFC 5321, and the slips that make mail vanish.

A well-formed address that belongs to nobody is worse than a refused one: the person waits for mail
that never comes. So what looks like a slip is asked about, never changed in silence.
"""

import re
from typing import ClassVar

from rapidfuzz.distance import OSA

from dialogs.fields.base import (
    Accepted,
    Asking,
    FieldType,
    Finding,
    Given,
    Outcome,
    Refused,
    Unsure,
)
from dialogs.fields.plain import plain
from dialogs.fields.within import surely
from dialogs.fields.within_identifiers import email_spans
from dialogs.messages import Input, Kind
from dialogs.service import Field
from dialogs.texts import SWEDISH, base_of

#: RFC 5321 4.5.3.1.
MAX_LENGTH = 254
MAX_LOCAL = 64

#: How an address sounds when it is dictated or read aloud.
_SPOKEN = (
    (
        re.compile(
            r" *(?:\b(?:snabel[ -]?a|alfa-?slang|at-tecken|at|ät)\b|[(\[] ?at ?[)\]]) *",
            re.IGNORECASE,
        ),
        "@",
    ),
    (re.compile(r" *(?:\bpunkt\b|\bdot\b|[(\[] ?dot ?[)\]]) *", re.IGNORECASE), "."),
    (re.compile(r" *\b(?:understreck|underscore)\b *", re.IGNORECASE), "_"),
    (re.compile(r" *\b(?:bindestreck|hyphen|dash)\b *", re.IGNORECASE), "-"),
    (re.compile(r" *@ *"), "@"),
)
#: "anna@example . se".
_SPACED_POINT = re.compile(r"(?<=@)([\w-]+) +\. *(?=[a-z]{2,6}\b)")
_CANDIDATE = re.compile(r"[^\s<>()\[\],;:\"]+@[^\s<>()\[\];:\"]+")
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"[^\W_](?:[^\W_]|-){0,62}")
_TOP = re.compile(r"[^\W\d_]{2,}|xn--[a-z0-9-]+")
_BARE_DOMAIN = re.compile(r"\b[\w-]+\.(?:se|com|nu|net|org|eu)\b", re.IGNORECASE)

_CAPITAL_AFTER_SMALL = re.compile(r"[a-zåäö][A-ZÅÄÖ]")
#: What people write right before their address.
_BEFORE_ADDRESS = frozenset(
    {"är", "på", "till", "heter", "mejl", "mejlen", "mail", "mailen", "mejladress", "mailadress"}
    | {"mejladressen", "mailadressen", "e-post", "epost", "e-mail", "email", "e-postadress", "is"}
    | {"epostadress", "e-posten", "eposten", "adress", "adressen", "address", "at", "via", "hej"}
    | {"maila", "mejla", "kontakta", "använd", "skriv", "det", "den", "adress:", "address:"}
    | {"och", "eller", "to", "ja", "and", "or"}
)
#: Providers' names that are often misspelt, with their usual top domain.
_PROVIDERS = {
    "gmail": "com",
    "hotmail": "com",
    "outlook": "com",
    "icloud": "com",
    "yahoo": "com",
    "telia": "com",
}
#: Real names one key away from a provider's.
_REAL = frozenset({"mail", "email", "ymail", "fmail", "telie", "tella", "teli"})
#: Providers that have no other top domain than their own.
_ONLY_COM = frozenset({"gmail", "icloud"})
_TOP_SLIPS = dict.fromkeys(("con", "cmo", "ocm", "comm", "vom", "xom", "cpm", "om"), "com")
_TOP_SLIPS |= {"see": "se", "sse": "se"}
_TOP_SLIPS_OF_PROVIDERS = _TOP_SLIPS | {"co": "com", "cm": "com"}
_FOLDED = str.maketrans("åäöéüÅÄÖÉÜ", "aaoeuAAOEU")


class EmailType(FieldType):
    """An e-mail address, kept as written except that its domain gets small letters."""

    name: ClassVar[str] = "email"

    def parse(self, field: Field, given: Given, asking: Asking) -> Outcome:
        line = plain(given, limit=400)
        said = _as_typed(line)
        found = list(dict.fromkeys(map(_tidied, _CANDIDATE.findall(said))))
        if not found:
            at_missing = "@" not in said and _BARE_DOMAIN.search(said)
            return Refused("email_at" if at_missing else "email_format")
        if len(found) > 1:
            return _which_of(found)
        outcome = _judged(found[0])
        doubtful = said != line or _is_cut(said) or line.endswith("?")
        if isinstance(outcome, Accepted) and doubtful:
            return Unsure((outcome.value,))
        return outcome

    def find(self, field: Field, text: str, asking: Asking) -> tuple[Finding, ...]:
        if _is_cut(text):
            return ()
        return surely(self, field, text, asking, email_spans(text))

    def input(self, field: Field, asking: Asking) -> Input:
        own = field.prefill == "email"
        return Input(
            kind=Kind.TEXT,
            max_length=MAX_LENGTH,
            autocomplete="email" if own else None,
            format="email",
        )

    def example(self, field: Field, asking: Asking) -> str | None:
        return "namn@exempel.se" if base_of(asking.language) == SWEDISH else "name@example.com"


def _is_cut(said: str) -> bool:
    """Whether the address may begin before or end after what was found of it.

    "eva ek@exempel.se" may have lost a point, and "ek@exempel.seTel 070" a space.
    """
    match = _CANDIDATE.search(said)
    if match is None:
        return False
    before = said[: match.start()].rstrip("( <\"'").rstrip()
    glued = _CAPITAL_AFTER_SMALL.search(match.group().rpartition(".")[2])
    if said[match.start() - 1 : match.start()] in (",", ";") or match.group().startswith("/"):
        return True
    loose = before[-1:].isalnum() and said[match.start() - 1 : match.start()] == " "
    word = before.rpartition(" ")[2].casefold()
    return bool(glued) or (loose and word not in _BEFORE_ADDRESS)


def _as_typed(line: str) -> str:
    """Dictated words as the characters that they stand for; a typed address stays as it is."""
    if "@" in line:
        return _SPACED_POINT.sub(r"\1.", _SPOKEN[-1][0].sub("@", line))
    for pattern, character in _SPOKEN:
        line = pattern.sub(character, line)
    return line


def _tidied(address: str) -> str:
    local, _, domain = address.strip(".,!?'").rpartition("@")
    return f"{local}@{domain.lower()}"


def _which_of(found: list[str]) -> Outcome:
    outcomes = [_judged(address) for address in found]
    values = [outcome.value for outcome in outcomes if isinstance(outcome, Accepted)]
    if len(values) > 1:
        return Unsure(tuple(values[:4]))
    return Accepted(values[0]) if values else outcomes[0]


def _judged(address: str) -> Outcome:
    local, _, domain = address.rpartition("@")
    if not local.isascii():
        return Refused("email_letters", {"written": address})
    doubtful = "@" in local or "," in domain or ".." in domain
    local = local.rstrip("@")
    domain = re.sub(r"[.,]+", ".", domain)
    if not _LOCAL.fullmatch(local) or len(local) > MAX_LOCAL or len(address) > MAX_LENGTH:
        return Refused("email_format")
    if domain in _PROVIDERS:
        return Unsure((f"{local}@{domain}.{_PROVIDERS[domain]}",))
    labels = domain.split(".")
    if len(labels) < 2 or not _TOP.fullmatch(labels[-1]):
        return Refused("email_domain", {"domain": domain or "?"})
    if not all(_LABEL.fullmatch(label) and label[-1] != "-" for label in labels):
        return Refused("email_domain", {"domain": domain})
    meant = _meant_domain(domain)
    if meant != domain:
        return Unsure((f"{local}@{meant}", f"{local}@{domain}"))
    return Unsure((f"{local}@{domain}",)) if doubtful else Accepted(f"{local}@{domain}")


def _meant_domain(domain: str) -> str:
    """The domain, or the one that it is probably a slip for."""
    plain_letters = domain.translate(_FOLDED)
    if plain_letters != domain:
        return plain_letters
    provider, _, rest = domain.partition(".")
    if provider in _ONLY_COM and "." in rest:
        return f"{provider}.com"
    label, _, top = domain.rpartition(".")
    if len(top) > 2 and top != "com" and OSA.distance(top, "com") == 1:
        top = "com"
    if label not in _REAL and label not in _PROVIDERS:
        label = next((name for name in _PROVIDERS if OSA.distance(label, name) == 1), label)
    if label in _ONLY_COM:
        return f"{label}.com"
    slips = _TOP_SLIPS_OF_PROVIDERS if label in _PROVIDERS else _TOP_SLIPS
    return f"{label}.{slips.get(top, top)}"


TYPES: tuple[FieldType, ...] = (EmailType(),)
