"""Names of people.

A name is what its bearer says it is, so its spelling is kept. Only what a keyboard did (all small
or all capital letters) is mended, and only where it is plain how.
"""

import re
import unicodedata
from typing import ClassVar

from dialogs.fields.base import Accepted, Asking, FieldType, Given, Outcome, Refused, Unsure
from dialogs.fields.plain import capitalised, lowered, plain
from dialogs.messages import Input, Kind
from dialogs.service import Field
from dialogs.texts import SWEDISH, base_of

MAX_LENGTH = 120

#: "Min fru heter Eva Ek", "My husband's name is …": nobody's name holds these verbs.
_LEAD_IN = re.compile(
    r"^(?:(?:[\w'’-]+ ){1,4}heter|(?:mitt|hennes|hans|hens|barnets|sonens|dotterns) (?:[\w-]+ )?namn är"
    r"|(?:min|vår) [\w-]+ namn är"
    r"|[\w-]+s namn ?:"
    r"|(?:jag|det|hon|han) (?:är|e|ä)|(?:it|that) is|it['’]s|du kan skriva|skriv|jag skriver under som"
    r"|namnet är|mitt namn|namn ?:|(?:[\w'’-]+ ){1,4}name(?: is|['’]s)|my name|i am|i['’]m|this is"
    r"|(?:[\w'’-]+ ){1,3}is called|name ?:)(?: +|(?<=:))",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"^(?:hej(?:san)?|hallå|god(?:dag| dag| morgon)|hello|hi|och|and|samt|plus)[ ,.!]+",
    re.IGNORECASE,
)
#: "Eva Ek heter jag", "Liam Ek är hans namn".
_LEAD_OUT = re.compile(
    r" (?:heter (?:jag|hon|han|hen|barnet|det)|är det|det|är (?:mitt|hennes|hans|hens|barnets) namn"
    r"|is my name)[ .!]*$",
    re.IGNORECASE,
)
#: "Ulla Karlsson med K", "Eva Ek, som ogift hette jag Lund", "… tel 070-…": said about the name.
_AFTER_NAME = re.compile(
    r"(?:,? (?:med (?:ett |en |två )?[a-zåäö](?:[ ,].*)?|stavas .+)"
    r"|,? (?:som )?(?:ogift|född|tidigare|f\.d\.) .+|,? (?:tel|telefon|mobil)\.?:? ?[\d +-]+"
    r"|,? (?:och|som|jag) (?:jag )?(?:undrar|kommer från|bor|är från) .+)$",
    re.IGNORECASE,
)
#: "förnamn Lena efternamn Ek", "efternamnet är Ek och förnamnet Lena".
_LABELLED = re.compile(
    r"^(?:(?:mitt )?(?P<first>förnamn|first name)|(?:mitt )?(?:efternamn|last name|surname))(?:et)?"
    r"(?: är| is)?:? +(?P<one>[\w'’-]+(?: (?!och |and |efternamn|förnamn)[\w'’-]+)?),?(?: och| and)?"
    r" (?:mitt |my )?(?:förnamn|efternamn|first name|last name|surname)(?:et)?(?: är| is)?:? +"
    r"(?P<other>[\w'’-]+(?: [\w'’-]+)?)$",
    re.IGNORECASE,
)
#: "A-N-N-A E-K": letter by letter.
_SPELT = re.compile(r"(?<!\w)[^\W\d_](?:[- .][^\W\d_]){2,}(?!\w)")
_THANKS = re.compile(r"[ ,.]+(?:tack(?: så mycket)?|please|thanks|thank you)[ .!]*$", re.IGNORECASE)
#: Titles and kin are said before a name but are no part of it.
_BEFORE_NAME = re.compile(
    r"^(?:(?:fru|herr|tant|farbror|fröken|hr|dr|doktor|mr|mrs|ms|miss"
    r"|ordf(?:örande(?:n)?)?|kassör(?:en)?|sekreterare(?:n)?|ledamot(?:en)?|vd)\.?:? "
    r"|(?:min|mitt|vår|vårt|hennes|hans|my) (?:[a-zåäö]{2,15} )?"
    r"(?:man|fru|son|dotter|barn|sambo|mamma|mor|pappa|far|bror|syster|maka|make|pojke|flicka|god"
    r"|husband|wife|daughter|mother|father|brother|sister)(?: är| is)? )",
    re.IGNORECASE,
)
#: A particle in Dutch names and a name of its own in Vietnamese ones: small letters do not tell.
_VAN = re.compile(r" van (?!der |den |de )")
_CAPS_LOCK = re.compile(r"\b[a-zåäö][A-ZÅÄÖ]{3,}\b")
#: Words of sentences that are in nobody's name.
_SENTENCE = frozenset(
    {"inte", "är", "heter", "vet", "vill", "samma", "förut", "tidigare", "kommer", "ihåg", "säga"}
    | {"hemligt", "hemlig", "skriver", "senare", "ovan", "namn", "namnet", "mitt", "jag"}
    | {"mig", "själv", "över", "varför", "behöver", "måste", "finns", "inget", "ingen", "använd"}
    | {"bankid", "legitimation", "legitimationen", "framgår", "okänd", "okänt"}
    | {"know", "same", "before", "not", "name", "is", "don't", "want", "skip", "why"}
)
#: Behind a name and a comma they begin what is told about it.
_REMARK = frozenset({"vi", "jag", "hon", "han", "som", "he", "she", "we"})
#: Words that are rarely a name: what has one of them is confirmed.
_RARELY = frozenset(
    {"min", "mitt", "vår", "vårt", "hennes", "familjen", "dödsboet", "dödsbo", "db", "efter"}
    | {"mvh", "hälsning", "hälsningar", "född", "fd", "f.d.", "efternamn", "förnamn", "efternamn:"}
    | {"förnamn:", "anonym", "står", "i", "sambo", "sambon"}
    | {
        "bara",
        "tror",
        "fast",
        "egentligen",
        "kanske",
        "god",
        "morgon",
        "kväll",
        "okej",
        "ok",
        "avsluta",
    }
    | {
        "detta",
        "menar",
        "precis",
        "sen",
        "inte",
        "bra",
        "maybe",
        "actually",
        "okay",
        "just",
        "da",
        "då",
    }
    | {"från", "hos", "vid", "from"}
    | {"har", "kommun", "kommunen", "ab", "hb", "förening", "föreningen", "testar", "ring", "skriv"}
    | {"ja", "nej", "hej", "tack", "hjälp", "vad", "hur", "vem", "när", "kan", "ska", "det", "på"}
    | {"med", "utan", "för", "men", "som", "eller", "så", "nu", "här", "där", "skicka", "den"}
    | {"mamma", "pappa", "mormor", "morfar", "farmor", "farfar", "barnet", "barn", "hemma", "samt"}
    | {
        "no",
        "yes",
        "me",
        "my",
        "the",
        "we",
        "he",
        "she",
        "they",
        "fru",
        "herr",
        "man",
        "son",
        "dotter",
    }
)
#: The end of a sentence, not of an initial ("Bo E.").
#: What Swedish surnames end in, or are.
_SURNAME = re.compile(
    r"(?:[^\W\d_]{2,}-)?(?:[^\W\d_]*(?:s?son|sen|qv?ist|kvist|berg|bergh|ström|lund|gren|blad|man|mark|dahl|dal"
    r"|ell|én|holm|strand|borg|sten|vall|wall|skog|fors|ås|löf|löv|stedt|stad|ius|ander|[dhlåöer]din|llin|hlin"
    r"|ndin|rlin|ić|ovic|zadeh|sjö|feldt|ling|bäck|bom|hult|näs)|ek|alm|ask|falk|lind|berg|lund|holm|ros|björk|dahl)",
    re.IGNORECASE,
)
_FULL_STOP = re.compile(r"(?<=\w\w)[ .]+$")
_SEVERAL = re.compile(r" (?:och|and|samt|eller|or|(?-i:o)) |[&/;+]", re.IGNORECASE)
_PARTICLES = frozenset(
    {"von", "af", "av", "van", "der", "den", "de", "la", "le", "di", "da", "dos", "du", "zu"}
    | {"ter", "ten", "al", "el", "bin", "bint", "ibn"}
)
#: Answers that look like two words of a name but say that the name is not known.
_NOT_KNOWN = frozenset(
    {"vet inte", "vet ej", "vet inget", "ingen aning", "inget namn", "inte säker", "jag vet inte"}
    | {"don't know", "dont know", "not sure", "no idea", "i don't know", "i dont know"}
)
_MARKS = frozenset(" -'’`´.:·ʻʼ")


class NameType(FieldType):
    """First and last name of a person."""

    name: ClassVar[str] = "name"

    def parse(self, field: Field, given: Given, asking: Asking) -> Outcome:
        line = plain(given, limit=400)
        written = _LEAD_OUT.sub("", _THANKS.sub("", _GREETING.sub("", line)))
        written = _LEAD_IN.sub("", written).strip(' ,;:!?"“”')
        written = _FULL_STOP.sub("", written)
        labelled = _LABELLED.match(written)
        if labelled is not None:
            one, other = labelled["one"], labelled["other"]
            return Unsure(
                (with_capitals(f"{one} {other}" if labelled["first"] else f"{other} {one}"),)
            )
        plain_name = _AFTER_NAME.sub("", written)
        if plain_name != written and len(plain_name.split()) > 1:
            alone = self.parse(field, Given(text=plain_name), asking)
            return Unsure((alone.value,)) if isinstance(alone, Accepted) else alone
        if _SPELT.search(written) and "-" in written:
            joined = re.sub(r"(?<=\w)-(?=\w)", "", written)
            return Unsure((with_capitals(joined.lower()),))
        if written.casefold().rstrip(".") in _NOT_KNOWN:
            return Refused("name_unknown")
        if any(map(str.isdigit, written)):
            return Refused("name_digits")
        if len(written) > MAX_LENGTH:
            return Refused("name_long", {"max": MAX_LENGTH})
        if _SEVERAL.search(written):
            return Refused("name_several")
        last, comma, first = written.partition(",")
        told = first.casefold().split()
        if (
            comma
            and len(last.split()) > 1
            and not _REMARK.isdisjoint(told[:1])
            and "heter" not in told
        ):
            # "Per Nordin, vi är gifta".
            alone = self.parse(field, Given(text=last), asking)
            return Unsure((alone.value,)) if isinstance(alone, Accepted) else alone
        reversed_order = bool(comma) and "," not in first
        if reversed_order:
            written = f"{first.strip()} {last.strip()}"
        if not all(c in _MARKS or unicodedata.category(c)[0] in "LM" for c in written):
            return Refused("name_characters")
        if sum(any(map(str.isalpha, word)) for word in written.split()) < 2:
            return Refused("name_needs_both")
        if len({letter for letter in written.casefold() if letter.isalpha()}) == 1:
            return Refused("name_needs_both")
        if not _SENTENCE.isdisjoint(written.casefold().split()):
            return Refused("name_unknown")
        bare_name = _BEFORE_NAME.sub("", written)
        if bare_name != written and len(bare_name.split()) < 2:
            return Refused("name_needs_both")
        if _CAPS_LOCK.search(bare_name):
            return Unsure((with_capitals(bare_name.swapcase()),))
        name = with_capitals(bare_name)
        if _VAN.search(name) and (bare_name.islower() or bare_name.isupper()):
            return Unsure((name, _VAN.sub(" Van ", name)))
        doubtful = (
            line.endswith("?")
            or (reversed_order and not _is_surname_first(last, first))
            or bare_name != written
            or _is_rare(bare_name)
        )
        return Unsure((name,)) if doubtful else Accepted(name)

    def input(self, field: Field, asking: Asking) -> Input:
        own = field.prefill == "name"
        return Input(
            kind=Kind.TEXT,
            max_length=MAX_LENGTH,
            autocomplete="name" if own else None,
            format="name",
        )

    def example(self, field: Field, asking: Asking) -> str | None:
        return "Kim Berg" if base_of(asking.language) == SWEDISH else "Kim Hill"


def _is_surname_first(last: str, first: str) -> bool:
    """ "Sjödin, Elin", but not "Greta, Lund": whether only what stands first looks like a surname."""
    return bool(_SURNAME.fullmatch(last.strip())) and not _SURNAME.fullmatch(first.strip())


def _is_rare(name: str) -> bool:
    words = name.casefold().replace("van den ", "").replace("von den ", "").split()
    return not _RARELY.isdisjoint(words)


def with_capitals(name: str) -> str:
    """The name with capitals where a keyboard left them out or wrote nothing else.

    In a name of mixed case only a first or last word of small letters is changed: in between it
    may well be a particle that we do not know.
    """
    words = name.split()
    if name.islower() or name.isupper():
        return " ".join(map(_recased, words))
    ends = {0, len(words) - 1}
    return " ".join(
        _recased(word) if place in ends and word.islower() else word
        for place, word in enumerate(words)
    )


def _recased(word: str) -> str:
    return "-".join(_recased_part(part) for part in word.split("-"))


def _recased_part(part: str) -> str:
    small = lowered(part)
    if small in _PARTICLES:
        return small
    if small.startswith("mc") and len(small) > 4 and small[2] not in "aeiouyåäö":
        return "Mc" + capitalised(small[2:])
    for mark in "'’":
        # O'Brien and D'Angelo, but not a possessive or a transcription such as Sana'a.
        head, found, tail = small.partition(mark)
        if found and len(head) == 1 and len(tail) > 1:
            return head.upper() + mark + capitalised(tail)
    return capitalised(part)
