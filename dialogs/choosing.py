"""What follows when a person has chosen a service: it begins with what they said of it."""

from dialogs.conversation import LONGEST_WISH
from dialogs.starting import start
from dialogs.talk import Talk


def choose(talk: Talk, service_id: str) -> bool:
    """Begins the service. False: there is none."""
    service = talk.world.services.get(service_id)
    if service is None:
        return False
    wish = _wish_for(talk, service_id)
    waiting = {id_: said for id_, said in talk.conversation.wishes.items() if id_ != service_id}
    talk.become(pending=None, wishes=waiting)
    start(talk, service, wish=wish)
    return True


def _wish_for(talk: Talk, service_id: str) -> str:
    """What the person said when this service was looked for; empty when nothing is known."""
    said = talk.conversation.wishes.get(service_id)
    pending = talk.conversation.pending
    if said is None and pending is not None and service_id in pending.values:
        said = pending.about if pending.kind == "find" else None
    return (said or "")[:LONGEST_WISH]
