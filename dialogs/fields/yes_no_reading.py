"""Reads yes or no from bare text, in Swedish and English, with thumbs and with small talk."""

import re
from typing import Final

from dialogs.fields.writing import word_set

_YES: Final = word_set(
    "ja j jo joda jovisst jajamen jajamensan jajaman jajamansan javisst javist jada japp jap jepp "
    "yep yes y yeah yup ye yea aye visst absolut sjalvklart naturligtvis givetvis sakert course "
    "sjalvfallet korrekt ratt stammer exakt precis true sant correct right sure certainly definitely "
    "jaja jojo garna saklart jora jara jajemen jajeman jajjemen jajjeman jess jes "
    "jajamansan joho givet yessir yesbox affirmative jamen"
)
_NO: Final = word_set(
    "nej n nae na napp nee nix nixpix nope no nehej icke ej inte aldrig ingalunda never not false falskt "
    "nah nay nejda nada nepp nana nejnej neejda nehe anej noup nopp nixen"
)
#: The opposite of what stands beside them: "stämmer inte", "visst inte".
_NEGATORS: Final = frozenset({"inte", "ej", "icke", "not", "aldrig", "never"})
#: Positive words that only confirm: "stämmer inte" is a no.
_CONFIRMING: Final = word_set(
    "visst absolut sjalvklart sjalvfallet naturligtvis givetvis sakert korrekt ratt stammer exakt "
    "precis true sant correct right sure certainly definitely course saklart"
)
#: Words that change nothing about a yes or a no.
_SMALL_TALK: Final = word_set(
    "tack det den gor har ar vill kan ska skall vi jag han hon hen de barnet mig oss please "
    "thanks thank you it is i am we are do have does has that s will would like can sa da nu ju "
    "helt alls of mycket an annu yet tyvarr bra snalla sorry unfortunately sa hej gott alldeles "
    "svar svarar svaret sager finns gjort uppfattat box thing for tusan sjutton fasen"
)
_HEDGES: Final = word_set(
    "men fast kanske bade och eller fastan dock ibland delvis nja tja om but maybe perhaps and or "
    "both partly sometimes except utom forutom nastan vet osaker unsure know nog tror beror"
)
#: Probably yes or no, but never taken for granted.
_MAYBE_YES: Final = word_set("ok okej okay okey mm mhm mmm aa ah jupp jaha")
_MAYBE_NO: Final = word_set("ingen inga inget nje ney nei nein nsj nek none nothing fel ne")

_WITH_YES: Final = word_set("gar riktigt ok okej mm mhm")
#: What a no is explained with: "nej, det behövs inte", "aldrig i livet".
_WITH_NO: Final = word_set(
    "behovs behover livet inga ingen inget alls don t dont didn haven isn at all just pix"
)
#: "Ja men visst": here the "men" is no but.
_HEARTY_BUT: Final = re.compile(
    r"\b(ja|jo) ?men (?=(?:visst|absolut|sjalvklart|garna|jo|ja|det stammer$|det (?:har|gor|ar|vill|ska) ))"
)
_SO_IT_IS: Final = frozenset(
    {"sa ar det", "precis sa", "just det", "just sa", "sa ar det ja", "det ar klart", "jag ar det"}
    | {
        "klart jag vill",
        "klart vi vill",
        "klart jag har",
        "klart det",
        "sa klart",
        "det kan du ge dig pa",
    }
    | {"jag har inget emot det", "jag har ingenting emot det", "har inget emot det"}
)
#: A question is answered by its verb: "det har jag", "I do".
_VERB: Final = "(?:har|gor|ar|vill|ska|skall|kan|far|maste|behover|finns|stammer)"
_WHO: Final = "(?:jag|vi|han|hon|hen|den|det|de|dom|barnet)"
_I_DO: Final = "(?:i|we|he|she|it|they) (?:do|does|have|has|am|are|is|will|would|can)"
_IT_DOES: Final = re.compile(
    rf"(?:(?:ja|jo|jada|visst) (?:men )?)?det {_VERB}(?: {_WHO})?"
    r"(?: (?:ju|redan gjort|nog gjort|gjort|garna))?"
    rf"|(?:yes )?{_I_DO}"
)
_IT_DOES_NOT: Final = re.compile(
    rf"(?:(?:nej|na|nae) )?(?:det {_VERB}(?: {_WHO})?|{_VERB} {_WHO}) inte(?: gjort)?"
    rf"|(?:no )?{_I_DO}(?: ?not|n'?t)"
)
#: Probably so, to the one who answers: asked about.
_BELIEVED: Final = frozenset(
    {"tror det", "jag tror det", "det tror jag", "jag tror ja", "det tror jag nog", "i think so"}
    | {"antar det", "formodligen", "troligen", "troligtvis", "antagligen", "probably"}
    | {"redan gjort", "gissar det", "i guess so"}
)
_DISBELIEVED: Final = frozenset(
    {"tror inte det", "jag tror inte det", "det tror jag inte", "skulle inte tro det", "inte jag"}
    | {"inte vad jag vet", "inte som jag vet", "inte vad jag kanner till", "not that i know"}
    | {"not that i know of", "i don't think so", "knappast", "hardly", "formodligen inte"}
    | {"troligen inte", "troligtvis inte", "antagligen inte", "probably not"}
)
#: A no with a reservation, or a question in return.
_NOT_QUITE: Final = re.compile(
    r"\b(?:inte|ej|not) (?:helt|mycket|precis|sakert|saker|riktigt|bara|sure|quite|exactly|really|alldeles)\b"
    r"|^(?:inte|ej|not) (?:sant|true|sa|so)$|^yeah right$"
)
#: Nothing at all is known, though a no is in the words.
_NO_IDEA: Final = frozenset({"ingen aning", "inte en aning", "no idea"})

_SILENT: Final = re.compile(r"\b(?:svarar|svara) (?:inte|ej)\b")

_THUMBS: Final = str.maketrans(
    {
        **dict.fromkeys("👍✅✔☑🆗👌", " ja "),
        **dict.fromkeys("👎❌✖🚫", " nej "),
    }
)
_SKIN = re.compile("[\U0001f3fb-\U0001f3ff]")
_WORD = re.compile(r"[a-z]+|[0-9]+|[?]")
_REPEATED = re.compile(r"([a-z])\1+")

_FIRM: Final = frozenset({"ja", "nej", "yes", "no"})
_FIRM_NO: Final = frozenset({"nej", "na", "nae", "no", "nope", "nix", "aldrig"})
_FIRM_YES: Final = word_set("ja jo japp javisst visst jajamen jajaman joda jada yes yep")
_UNKNOWING: Final = word_set("vet know osaker unsure")

#: After a firm yes or no people tell why. What may limit it, move it in time, deny something else or
#: begin a tale is no mere reason.
_NO_MERE_REASON: Final = word_set(
    "bara endast enbart typ ungefar snart forut tidigare forr forra forst innan var hade bodde gick sen "
    "senare framover sedan forran kommer skulle blev halv halva varannan oftast mesta sallan nyss "
    "nyligen alltsa asso du ni va vad hur varfor nar vart vem vilken vilka undrar fraga aning slut "
    "slutat slutade fjol fall somras vintras varas hostas utan ingen inga inget ingenting knappt "
    "knappast idag imorgon morgon helst hoppas planerar tanker ifall forutsatt beroende emellan "
    "emellanat mest lite litet halvt viss vissa del nagon gang annars tillfallet tvartom fyller hyfsat "
    "sadar protest forbehall att horru alternativet usch only once previously earlier before later soon "
    "used was were had going without none nothing if unless hope plan until what how why which who "
    "still doubt problem"
)
#: A tale may begin with a mere "ja": "ja jag bor ju ensam".
_TOLD_OF: Final = word_set("jag vi han hon hen den det de dom man barnet we he she it they")
_OPENING: Final = word_set("ja j jo jaja jojo yes yeah")
_OF_OTHERS: Final = word_set("har gor vill kan ska skall far has does wants can will")
_LONGEST_REASON: Final = 8
_SAID_AGAIN: Final = re.compile(
    rf"^det {_VERB} (?:{_WHO} )?(?:inte|int|ej)\b(?! (?:sa|bara|langre|alltid|forran|fel))"
)

#: Yes, no; both: they must say which; none: nothing was understood.
YesNo = tuple[bool, ...]


def _known(word: str) -> str:
    """The word, or as it is without stretched letters: "jaaaa", "neeej"."""
    if word in _YES or word in _NO:
        return word
    short = _REPEATED.sub(r"\1", word)
    return short if short in _YES or short in _NO else word


def read_yes_no(text: str) -> tuple[YesNo, bool]:
    """What the bare text may mean, and whether that is sure. No candidates: not understood."""
    text = _SKIN.sub("", text).translate(_THUMBS)
    plain = text.strip(" .!,")
    if plain in _SO_IT_IS or _IT_DOES.fullmatch(plain):
        return (True,), True
    if _IT_DOES_NOT.fullmatch(plain):
        return (False,), True
    if plain in _NO_IDEA or _SILENT.search(plain):
        return (), False
    if plain in _BELIEVED or plain in _DISBELIEVED:
        return (plain in _BELIEVED,), False
    if _NOT_QUITE.search(plain):
        return (True, False), False
    words = [_known(each) for each in _WORD.findall(_HEARTY_BUT.sub(r"\1 ", text))]
    if not words:
        return (), False
    kinds = set(words)
    if kinds & _UNKNOWING and not kinds & _FIRM:
        return (), False
    yes, no = bool(kinds & _YES), bool(kinds & _NO)
    hedged = bool(kinds & _HEDGES) or "?" in kinds
    if yes and no:
        positive = kinds & _YES
        if positive <= _CONFIRMING and kinds & _NEGATORS and not hedged:
            return _sure_if_known((False,), kinds)
        return (True, False), False
    if yes or no:
        if hedged:
            return (True, False), False
        if no and words[0] not in _NO and not kinds <= _NO | _SMALL_TALK:
            # "barnet bor inte här": whether that is a no depends on the question.
            return (True, False), False
        if no and words[0] in _FIRM_NO and "fel" in kinds and not kinds & _NEGATORS:
            # "nej, det är fel".
            kinds -= {"fel"}
        if no and words[0] in _FIRM_NO:
            kinds -= _WITH_NO
        return _sure_if_known((yes,), kinds - _WITH_YES if kinds & _FIRM_YES else kinds)
    if len(words) <= 3:
        if kinds & _MAYBE_YES:
            return (True,), False
        if kinds & _MAYBE_NO and not hedged:
            return (False,), False
    return (), False


def read_with_reason(text: str) -> tuple[YesNo, bool]:
    """As `read_yes_no`, and sure too of a firm yes or no with its reason: "ja min bror", "nej, vi är två"."""
    meant, sure = read_yes_no(text)
    if sure or len(meant) != 1 or any(map(str.isdigit, text)):
        return meant, sure
    first, *reason = _WORD.findall(text)
    firm = _FIRM_YES if meant[0] else _FIRM_NO - _NEGATORS
    is_tale = meant[0] and first in _OPENING and bool(reason) and reason[0] in _TOLD_OF
    # "Ja, min man har": of whom it was asked is not said.
    is_tale |= bool(reason) and reason[-1] in _OF_OTHERS
    # "Nej, det har vi inte ordnat" says it once more.
    told = reason if meant[0] else _SAID_AGAIN.sub("", " ".join(reason)).split()
    is_reason = bool(reason) and (_NO_MERE_REASON | _NO).isdisjoint(told)
    return meant, first in firm and is_reason and not is_tale and len(reason) <= _LONGEST_REASON


def begins_firmly(text: str) -> bool:
    """Whether the first word is a yes or no that is nothing else: "sant" may be "sånt"."""
    words = _WORD.findall(text)
    return bool(words) and words[0] in (_FIRM_YES | _FIRM_NO) - _NEGATORS


def _sure_if_known(meant: YesNo, words: set[str]) -> tuple[YesNo, bool]:
    return meant, words <= _YES | _NO | _SMALL_TALK
