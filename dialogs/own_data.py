"""What a person may have of what is known about them: it all, the conversation, or its deletion.

Access and erasure: the data protection regulation (EU) 2016/679, articles 15, 17 and 20 (row 30).
"""

from dialogs.asking import go_on
from dialogs.conversation import Pending
from dialogs.messages import TRANSCRIPT, Link
from dialogs.statuses import Status
from dialogs.talk import Talk

#: Where everything can be had after the login.
_EXPORT = "/mina-sidor/uppgifter"


def ask_to_forget(talk: Talk, _rest: str = "") -> None:
    """Deletion is asked first; it cannot be undone."""
    talk.wait_for(Pending(kind="forget"))
    talk.say(
        "forget.ask",
        choices=(talk.choice("yes", "forget.yes"), talk.choice("no", "forget.no")),
    )


def say_what_is_known(talk: Talk, _rest: str = "") -> None:
    """ "vad vet ni om mig?": all of it, behind the e-ID."""
    link = Link(url=_EXPORT, label=talk.text("export.link"), purpose="info")
    talk.say("export.here", links=(link,))
    _return(talk)


def give_transcript(talk: Talk, _rest: str = "") -> None:
    """ "skriv ut samtalet": the whole of it, for whoever may read it here."""
    if talk.locked:
        go_on(talk)
        return
    link = Link(url=TRANSCRIPT, label=talk.text("transcript.link"), purpose="info")
    talk.say("transcript.here", links=(link,))
    _return(talk)


def _return(talk: Talk) -> None:
    if talk.draft is not None and talk.draft.status is Status.DRAFT:
        go_on(talk)
