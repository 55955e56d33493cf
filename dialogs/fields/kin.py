"""Whom a case is for, said by kinship: "min dotter" where "Mitt barn" can be chosen, "farmor" where
"En annan vuxen" can, "för mig själv" where "Jag själv" can.

Only where exactly one alternative is a child, another adult or the person, and no alternative names
the relative itself.
"""

from collections.abc import Sequence
from typing import Final

from dialogs.fields.around import HARMLESS
from dialogs.fields.writing import word_set

_CHILD: Final = word_set(
    "dotter dottern dottra doter son sonen barn barnet barnen pojke pojken pojkar pojkarna grabb grabben "
    "grabbarna flicka flickan flickor flickorna tos tosen janta jantan kille killen tjej tjejen unge ungen "
    "ungarna dottrar dottrarna soner sonerna bebis bebisen lillan lillen tonaring tonaringen "
    "daughter child kid kids boy girl children daughters sons"
)
_PARENT: Final = word_set(
    "mamma mamman pappa pappan mor far morsan farsan morsa farsa mother father mum mom dad foralder "
    "foraldrar foraldern"
)
_ADULT: Final = _PARENT | word_set(
    "farmor farfar mormor morfar man mannen maken make gubben fru frun hustru hustrun maka sambo sambon "
    "sarbo partner pojkvan flickvan syster systern bror brodern brorsan moster faster morbror farbror kusin "
    "svarmor svarfar svarson svardotter svagerska svager granne grannen van vannen vaninna tant farbror "
    "husband wife sister brother grandmother grandfather grandma grandpa neighbour neighbor friend aunt uncle"
)
_SELF: Final = word_set("mig mej jag sjalv myself me")
#: Said beside a relative without changing who it is.
_BESIDE: Final = HARMLESS | word_set(
    "min mitt mina vart vara var for till at ar det galler an a to it is my our lilla stora aldsta yngsta "
    "bara endast only just gamla en ett i och kara egen eget egna himself han hon hen som god "
    "kan inte he she can't cannot"
)
#: "Mig och barnet" may name two.
JOINING: Final = word_set("och a samt plus eller bade and or both")
#: What the labels of such alternatives are made of.
_CHILD_LABEL: Final = word_set(
    "mitt ett vart barn barnet mina egna eget for till my child children"
)
_SELF_LABEL: Final = word_set("jag mig sjalv for till at endast bara myself me i")
_ADULT_MARKS: Final = word_set("vuxen anhorig narstaende adult relative")
#: "Min man, han kan inte själv": why it is for him.
_CANNOT: Final = (
    "kan inte sjalv",
    "klarar det inte sjalv",
    "kan inte",
    "orkar inte",
    "orkar inte sjalv",
)


def is_oneself(text: str) -> bool:
    """Whether only the person is named."""
    return bool(text) and set(text.split()) <= _SELF


def by_kin(text: str, names: Sequence[Sequence[str]]) -> tuple[int, bool] | None:
    """The alternative (its index) that a relative belongs to, and whether that is sure."""
    groups = {
        group: [
            at for at, each in enumerate(names) if any(is_one(name.split()) for name in each[1:])
        ]
        for group, is_one in (
            ("child", _is_child),
            (
                "self",
                lambda words: bool(words) and set(words) <= _SELF_LABEL and set(words) & _SELF,
            ),
            ("adult", lambda words: not _ADULT_MARKS.isdisjoint(words)),
        )
    }
    named = {word for each in names for name in each for word in name.split()}
    for phrase in _CANNOT:
        text = text.replace(phrase, " ")
    words = text.split()
    said = set(words)
    if "inte" in said or "ej" in said or "not" in said:
        return None
    adult = _ADULT - _PARENT if named & _PARENT else _ADULT
    child, grown = said & _CHILD, said & (adult - named)
    if child and grown:
        return None
    if grown == {"man"} and said.isdisjoint({"min", "my"}):
        # "Man" is also anybody.
        return None
    kind = "child" if child else "adult" if grown else "self" if said & _SELF else ""
    found = groups.get(kind, [])
    if len(found) != 1 or (kind == "self" and not said <= _BESIDE | _SELF):
        return None
    if kind != "self" and (said & {"mig", "mej"} or ("jag" in said and "god" not in said)):
        # "Min son skriver åt mig": whom it is for is not said.
        return found[0], False
    return found[0], JOINING.isdisjoint(said) and said <= _BESIDE | _CHILD | _ADULT | _SELF


def _is_child(words: Sequence[str]) -> bool:
    return set(words) <= _CHILD_LABEL and not {"barn", "barnet", "child", "children"}.isdisjoint(
        words
    )
