"""Whom a filing is about, when that is not the person who files it (row 37).

A guardian files for a child, a deputy (god man) for somebody else, a member of the board for an
association. The definition says which answers tell it; everybody who meets the filing is told.
"""

from dialogs.conversation import CaseSummary, Concerned, SigningRequest
from dialogs.journey import Walk
from dialogs.logins import holds
from dialogs.service import Service
from dialogs.talk import MESSENGERS, Talk


def concerned(service: Service, walk: Walk) -> Concerned | None:
    """Whom the answers are about, as far as they tell; None: the filer, or nobody that is named."""
    concerns = service.concerns
    if concerns is None:
        return None
    name, number = _shown(walk, concerns.name), _shown(walk, concerns.number)
    return Concerned(kind=concerns.who, name=name, number=number) if name or number else None


def _shown(walk: Walk, path: str) -> str:
    """The answer as it is shown: names and numbers are written alike in every language."""
    question, value = walk.at(path), walk.values.get(path)
    if question is None or value is None:
        return ""
    return question.type.show(question.field, value, "sv")


def in_words(party: Concerned) -> str:
    """ "Kim Ek, 20150214-2385", or the one of them that is known."""
    return ", ".join(part for part in (party.name, party.number) if part)


def title_of(talk: Talk, filing: CaseSummary | SigningRequest) -> str:
    """The service with whom the filing is about: "Ansökan om byte av skola (Kim Ek)"."""
    return talk.title_of(filing.service) + in_brackets(talk, filing.concerned)


def in_brackets(talk: Talk, party: Concerned | None) -> str:
    """ " (Kim Ek)", to follow a title; "" when it is the filer.

    In somebody else's app too: a third person is nothing to tell there.
    """
    if party is None or talk.conversation.channel in MESSENGERS:
        return ""
    return f" ({party.name or party.number})"


def concerned_at_hand(talk: Talk) -> Concerned | None:
    """Whom the draft at hand is about, to its logged-in owner, as far as it is answered."""
    is_over = talk.person is not None and not holds(talk.conversation, talk.now)
    if talk.service is None or talk.locked or is_over:
        return None
    return concerned(talk.service, talk.walk)


def told_at_hand(talk: Talk) -> str:
    """A sentence that tells whom the draft at hand is about; "" when that is nothing to tell here."""
    party = concerned_at_hand(talk)
    if party is None or talk.conversation.channel in MESSENGERS:
        return ""
    return talk.text(f"concerning.{party.kind}", who=in_words(party))
