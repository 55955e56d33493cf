"""The same word in another form: "gatlampan" for "Gatlampa", "förnyelse" for "Förnya".

Bare words (see `writing.bare`). A form is recognised by its ending alone, never by nearness, so
that "skolan" is no "skolskjuts" and "gift" no "ogift".
"""

from typing import Final

from dialogs.fields.writing import word_set

#: Definite forms, plurals, genitives, tenses; the longest first.
_ENDINGS: Final = tuple(
    sorted(
        word_set(
            "n en et t tt na or ar er orna arna erna s ns ens ets "
            "a e an ade ad at ande r es ies ed ing"
        ),
        key=len,
        reverse=True,
    )
)
_SHORTEST_STEM: Final = 3
#: What a verb's noun ends in: "förnyelse", "betalning", "ansökan".
_DERIVED: Final = word_set("elsen else elser ningen ning ningar andet ande an are ing")
_DERIVED_STEM: Final = 5


def stem_of(word: str) -> str:
    """The word without its ending; never shorter than three letters."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


#: Short forms and everyday names of the same thing.
_SAME: Final = tuple(
    frozenset(words.split())
    for words in (
        "epost mejl mejla mail maila email mailen mejlen", "telefon tel ring ringa telefonsamtal samtal",
        "brev post posten", "lagenhet lgh lagenheten", "formiddag fm", "eftermiddag em",
        "vatten vattnet", "papper papperet pappret", "fonster fonstret fonstren", "nummer numret",
        "mandag man mandagar", "tisdag tis tisdagar", "onsdag ons onsdagar", "torsdag tors tor torsdagar",
        "fredag fre fredagar", "lordag lor lordagar", "sondag son sondagar", "januari jan", "februari feb",
        "april apr", "augusti aug", "september sep sept", "oktober okt", "november nov", "december dec",
    )
)  # fmt: skip


_GROUPS: Final = {word: at for at, each in enumerate(_SAME) for word in each}


def same_word(written: str, name: str) -> bool:
    """Whether both are forms of one word."""
    if written == name or _GROUPS.get(written, written) == _GROUPS.get(name, name):
        return True
    if written.isdigit() or name.isdigit() or min(len(written), len(name)) < _SHORTEST_STEM:
        return False
    shorter, longer = sorted((written, name), key=len)
    if longer.startswith(shorter) and longer[len(shorter) :] in _ENDINGS:
        return True
    stem = stem_of(written)
    return len(stem) > _SHORTEST_STEM and stem == stem_of(name)


def derived_from(written: str, name: str) -> bool:
    """Whether `written` is the noun of the verb `name`, or the other way round: "förnyelse", "förnya"."""
    for noun, verb in ((written, name), (name, written)):
        for ending in _DERIVED:
            stem = noun[: -len(ending)] if noun.endswith(ending) else ""
            if len(stem) >= _DERIVED_STEM - 1 and verb in (
                stem + "a",
                stem + "er",
                stem + "ar",
                stem,
            ):
                return True
    return False
