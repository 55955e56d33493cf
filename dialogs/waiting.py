"""Several needs in one message: one is done first, the others are remembered and offered after it."""

from collections.abc import Mapping

from dialogs.conversation import Pending
from dialogs.messages import Choice, Input, Kind
from dialogs.talk import Talk


def ask_which_first(talk: Talk, wishes: Mapping[str, str]) -> None:
    """Asks with which of several services to begin. The others wait.

    `wishes`: the services, each with what was said about it.
    """
    services = tuple(wishes)
    talk.become(wishes=wishes)
    talk.wait_for(Pending(kind="find", values=services))
    talk.say("find.several", choices=_choices(talk, services), input=Input(kind=Kind.CHOICE))


def offer_waiting(talk: Talk) -> bool:
    """Offers what was asked for together with what is done now. False: nothing waits."""
    waiting = tuple(each for each in talk.conversation.wishes if talk.world.services.get(each))
    if not waiting:
        return False
    talk.wait_for(Pending(kind="find", values=waiting))
    if len(waiting) == 1:
        begin = Choice(value=f"service:{waiting[0]}", label=talk.text("find.start"))
        choices = (begin, talk.choice("none_of_these", "find.not_now"))
        talk.say("find.also_one", title=talk.title_of(waiting[0]), choices=choices)
    else:
        none = talk.choice("none_of_these", "find.not_now")
        talk.say("find.also", choices=(*_choices(talk, waiting), none))
    return True


def _choices(talk: Talk, services: tuple[str, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(value=f"service:{each}", label=talk.title_of(each)) for each in services)
