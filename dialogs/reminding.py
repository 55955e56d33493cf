"""Reminders of drafts that nobody goes on with, and keeping a draft longer (row 29)."""

from datetime import timedelta

from dialogs.asking import go_on
from dialogs.clock import STOCKHOLM
from dialogs.conversation import Draft
from dialogs.effects import KeepLonger, SetReminders
from dialogs.events import Reminded
from dialogs.fields.calendar_words import show_day
from dialogs.messages import Choice
from dialogs.starting import minutes_left
from dialogs.statuses import Status
from dialogs.talk import MESSENGERS, Talk


def remind(talk: Talk, event: Reminded) -> None:
    """Tells what is left of a draft, until when it is kept, and how to stop this."""
    draft = event.draft
    service = talk.world.services.get(draft.service)
    if service is None or draft.status is not Status.DRAFT:
        return
    walk = talk.walk_of(draft)
    day = show_day(event.until.astimezone(STOCKHOLM).date(), talk.language)
    choices = [Choice(value=f"draft:{draft.id}", label=talk.text("reminder.resume"))]
    if event.is_expiring:
        label = talk.text("reminder.keep", days=service.draft_days)
        choices.append(Choice(value=f"longer:{draft.id}", label=label))
    choices.append(talk.choice("reminders:stop", "reminder.stop"))
    left = len(walk.questions) - walk.answered
    minutes = max(1, minutes_left(service, walk))
    talk.say(
        "reminder.expiring" if event.is_expiring else "reminder.waiting",
        title=_name_of(talk, draft),
        left=talk.text("reminder.left", left=left, minutes=minutes)
        if left
        else talk.text("reminder.ready"),
        day=day,
        choices=tuple(choices),
    )


def keep_longer(talk: Talk, draft_id: str) -> None:
    """One tap on the warning: the draft's time begins anew, and it can be gone on with."""
    _keep_longer(
        talk, draft_id, Choice(value=f"draft:{draft_id}", label=talk.text("reminder.resume"))
    )


def _keep_longer(talk: Talk, draft_id: str, *choices: Choice) -> None:
    talk.effects.append(KeepLonger(draft_id=draft_id))
    draft = talk.draft if talk.draft is not None and talk.draft.id == draft_id else None
    service = talk.world.services.get(draft.service) if draft else None
    if service is None:
        talk.say("longer.done", choices=choices)
        return
    day = (talk.now + timedelta(days=service.draft_days)).astimezone(STOCKHOLM).date()
    talk.say("longer.done_until", day=show_day(day, talk.language), choices=choices)


def stop_reminders(talk: Talk, _rest: str = "") -> None:
    talk.effects.append(SetReminders(wanted=False))
    talk.say("reminders.stopped")
    go_on(talk)


def want_reminders(talk: Talk, _rest: str = "") -> None:
    talk.effects.append(SetReminders(wanted=True))
    talk.say("reminders.wanted")
    go_on(talk)


def longer(talk: Talk, _rest: str = "") -> None:
    """ "spara längre", typed."""
    draft = talk.draft
    if draft is None or draft.status is not Status.DRAFT or talk.locked:
        go_on(talk)
        return
    _keep_longer(talk, draft.id)
    go_on(talk)


def _name_of(talk: Talk, draft: Draft) -> str:
    """The service, but only the reference where a third party's app would show something private."""
    service = talk.world.services[draft.service]
    is_private = any(field.sensitive for field in service.fields)
    if is_private and talk.conversation.channel in MESSENGERS:
        return draft.reference
    return talk.title_of(draft.service)
