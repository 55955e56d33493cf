"""What follows when a person has chosen a service: it begins, or they hear what to do instead."""

from dialogs.asking import go_on
from dialogs.conversation import LONGEST_WISH
from dialogs.service import Announced
from dialogs.starting import start
from dialogs.talk import Talk
from dialogs.waiting import offer_waiting


def choose(talk: Talk, service_id: str, *, guessed: bool = False) -> bool:
    """Begins the service, or tells about one that is only announced. False: there is none.

    `guessed`: the person did not choose it; it is what their words seem to mean.
    """
    service = talk.world.described(service_id)
    if service is None:
        return False
    wish = _wish_for(talk, service_id)
    waiting = {id_: said for id_, said in talk.conversation.wishes.items() if id_ != service_id}
    talk.become(pending=None, wishes=waiting)
    if isinstance(service, Announced):
        _tell(talk, service, "find.announced_guessed" if guessed else "find.announced")
    else:
        start(talk, service, wish=wish)
    return True


def _wish_for(talk: Talk, service_id: str) -> str:
    """What the person said when this service was looked for; empty when nothing is known."""
    said = talk.conversation.wishes.get(service_id)
    pending = talk.conversation.pending
    if said is None and pending is not None and service_id in pending.values:
        said = pending.about if pending.kind == "find" else None
    return (said or "")[:LONGEST_WISH]


def _tell(talk: Talk, service: Announced, key: str) -> None:
    """What it is for, that it can't be done here yet, and who helps instead."""
    talk.say(
        key,
        title=service.title.to(talk.language),
        summary=talk.fill(service.summary),
        contact=talk.contact(),
        hours=talk.world.municipality.opening_hours.to(talk.language),
        choices=(
            talk.choice("human", "menu.human"),
            talk.choice("services", "find.something_else"),
        ),
    )
    if talk.draft is not None:
        go_on(talk)
    else:
        offer_waiting(talk)
