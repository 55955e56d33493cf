"""A random walker: an impatient person who talks with the engine about every service.

    python -m tests.walker --turns 100000 --seed 7

Each walk begins a service, does whatever comes to mind for a while, on one device or two, and then
comes to its senses: from wherever it is then, the form must be possible to finish and to send. After
each turn the rules of `tests.walking.rules` must hold. A failure tells the seed, the walk and the
talk; `--seed S --walk N` walks it again and shows all of it.
"""

import argparse
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random

import msgspec

from dialogs.conversation import Draft, Takeover
from dialogs.effects import Send
from dialogs.events import (
    AnsweredElsewhere,
    Event,
    HandedBack,
    LoggedIn,
    Said,
    Signed,
    TakeoverAbandoned,
)
from dialogs.messages import Choice, Message
from dialogs.statuses import RECEIVED_STATUSES, Status
from dialogs.talk import MESSENGERS
from dialogs.world import World
from tests.good_answers import accepted_answers
from tests.shipped import shipped_world
from tests.talking import ANNA, Person, through_json
from tests.walking.acts import Act, buttons_of, choose_act
from tests.walking.happenings import ask_for_more
from tests.walking.rules import check, check_button, moment

CONFIG = Path(__file__).parent.parent / "config"
#: So many lines of the talk are told with a failure.
_LINES = 15
_LONGEST_LINE = 300
#: More sensible acts than any form needs.
_MOST_STEPS = 500
#: So often a button that is shown is tried out, tapped and written, without doing it.
_BUTTONS_TRIED = 0.2
#: So often a case officer asks for more afterwards.
_COMPLETED = 0.3
_CHANNELS = ("web", "web", "page", "terminal", "telegram")


class WalkFailedError(AssertionError):
    """A rule did not hold; the message tells how to walk there again."""


OnFailure = Callable[[WalkFailedError], None]


class Walk:
    """One walk, from the greeting to the sent case."""

    def __init__(self, world: World, seed: int, number: int) -> None:
        self.rng = Random(f"{seed}:{number}")  # repeatable, not secret
        self.world = world
        self.seed = seed
        self.number = number
        self.turns = 0
        self.log: list[str] = []
        self.old: list[tuple[Message, Choice]] = []
        self.sent = False
        self.newest: Event | None = None
        services = sorted(world.services)
        self.service = services[number % len(services)]
        self.person = Person(
            world,
            service=self.rng.choice((self.service, self.service, None)),
            language=self.rng.choice(("sv", "sv", "sv", "en")),
            channel=self.rng.choice(_CHANNELS),
        )
        self.devices = [self.person]

    def run(self) -> None:
        try:
            for _ in range(self.rng.randint(5, 90)):
                self._wild()
            self._finish()
            if self.rng.random() < _COMPLETED:
                self._complete()
        except Exception as error:
            talk = "\n".join(self.log[-_LINES:])
            raise WalkFailedError(
                f"seed {self.seed}, walk {self.number}, turn {self.turns} ({self.service}): "
                f"{type(error).__name__}: {error}\n{talk}\n"
                f"again: python -m tests.walker --seed {self.seed} --walk {self.number}"
            ) from error

    # ── out of one's senses ──────────────────────────────────────────────────────────────────

    def _wild(self) -> None:
        if self.rng.random() < 0.02:
            self._restart()
        if self.rng.random() < 0.02:
            self._take_another_device()
        act = choose_act(self.rng, self.person, tuple(self.old))
        self._do(act)
        if self.rng.random() < 0.04:
            # A double tap, or the same words once more.
            self._do(Act(f"again: {act.name}", act.event, 0.3))

    def _restart(self) -> None:
        """All state is written and read again."""
        for device in self.devices:
            device.conversation = through_json(device.conversation)
        drafts = self.person.drafts
        for draft_id, draft in tuple(drafts.items()):
            drafts[draft_id] = through_json(draft)

    def _take_another_device(self) -> None:
        draft = self.person.draft
        if len(self.devices) == 1:
            if draft is None or draft.owner != ANNA.personnummer or self.person.talk.locked:
                return
            other = Person(self.world, channel="web", now=self.person.now)
            other._made = 1_000_000
            other.conversation = through_json(other.conversation)
            other.drafts, other.discarded = self.person.drafts, self.person.discarded
            self.devices.append(other)
            self.person = other
            self._do(Act("another device", LoggedIn(person=ANNA)))
            self._do(Act("another device", Said(choice=f"draft:{draft.id}")))
            return
        now = self.person.now
        self.person = self.rng.choice(self.devices)
        self.person.now = now
        self.log.append(f"(device {self.devices.index(self.person) + 1})")

    # ── in one's senses ──────────────────────────────────────────────────────────────────────

    def _finish(self) -> None:
        for _ in range(_MOST_STEPS):
            if self.sent:
                return
            self._do(Act("sensible", self._sensible()))
        raise AssertionError(f"no end at {self.person.path}:\n{self.person.text}")

    def _complete(self) -> None:
        """A case officer wants more; whatever is said meanwhile, it can be sent."""
        person = self.person
        case = next(
            (d for d in reversed(person.drafts.values()) if d.status is Status.RECEIVED), None
        )
        if case is None or case.owner != ANNA.personnummer:
            # Who filed without login can't be asked.
            return
        self._do(Act("asked", ask_for_more(person, case, "Skicka en ritning till.")))
        for _ in range(self.rng.randint(0, 8)):
            self._wild()
        person = self.person
        for _ in range(_MOST_STEPS):
            if person.conversation.channel in MESSENGERS:
                # In somebody else's app there is only a link.
                return
            if person.drafts[case.id].status in (Status.IN_PROGRESS, Status.CLOSED):
                # Sent, or the officer has ended the case meanwhile.
                return
            self._do(Act("completes", self._completing(case)))
        raise AssertionError(f"the completion is never sent:\n{person.text}")

    def _completing(self, case: Draft) -> Event:
        person = self.person
        if person.conversation.takeover is not None:
            return _end_of(person.conversation.takeover)
        until = person.conversation.login_until
        if person.conversation.person != ANNA or (until is not None and person.now > until):
            return LoggedIn(person=ANNA)
        pending = person.conversation.pending
        if pending is None or pending.kind != "completion" or pending.about != case.id:
            return Said(choice=f"complete:{case.id}")
        kept = person.conversation.completing
        is_empty = kept is None or not (kept.text or kept.files)
        return Said(text="Här kommer den.") if is_empty else Said(choice="complete_send")

    def _sensible(self) -> Event:
        person = self.person
        draft, talk, pending = person.draft, person.talk, person.conversation.pending
        if person.conversation.takeover is not None:
            return _end_of(person.conversation.takeover)
        if talk.is_unclaimed and pending is None:
            return Said(choice="yes")
        if talk.locked:
            return LoggedIn(person=ANNA)
        if draft is None or draft.status in RECEIVED_STATUSES:
            return Said(choice=f"service:{self.service}")
        if draft.owner is None and talk.needs_login:
            return LoggedIn(person=ANNA)
        if draft.status is not Status.DRAFT:
            return self._signed() if draft.status in _TO_SIGN else Said(choice="cancel")
        # "Klar" without a file is refused where one is needed.
        is_empty = pending is not None and pending.kind == "files" and not pending.values
        if pending is not None and pending.kind in _WAY_BACK and not is_empty:
            return Said(choice=self.rng.choice(_WAY_BACK[pending.kind]))
        if talk.walk.stop is not None and draft.revisiting is None:
            return Said(choice="back")
        question = person.question
        if question is None:
            is_asked_to_log_in = any(each.purpose == "login" for each in person.last.links or ())
            return LoggedIn(person=ANNA) if is_asked_to_log_in else Said(choice="send")
        answers = list(accepted_answers(person))
        if not answers:
            assert question.field.optional, f"no answer is known to {question.path}"
            return Said(text="hoppa över")
        said = self.rng.choice(answers)
        if talk.needs_secure_page(question):
            return msgspec.structs.replace(said, secure=True)
        return said

    def _signed(self) -> Signed:
        draft = self.person.draft
        assert draft is not None
        self.person.drafts[draft.id] = msgspec.structs.replace(draft, status=Status.RECEIVED)
        return Signed(
            draft_id=draft.id,
            reference=draft.reference,
            service=draft.service,
            signer="du",
            by_filer=True,
            status=Status.RECEIVED,
            signed=1,
            signers=1,
        )

    # ── both ─────────────────────────────────────────────────────────────────────────────────

    def _do(self, act: Act) -> None:
        person = self.person
        self.turns += 1
        person.now += timedelta(seconds=act.after)
        self.log.append(f"{act.name} > {_line(act.event)}")
        before = moment(person)
        person.happens(act.event)
        self.log += [f"    {_short(message.text)}" for message in person.heard]
        self.old += buttons_of(person.heard)
        shown = [(m, c) for m, c in buttons_of(person.heard[-1:]) if not person.talk.locked]
        if shown and self.rng.random() < _BUTTONS_TRIED:
            check_button(person, *self.rng.choice(shown))
        check(person, before, act.event, is_new=act.event != self.newest)
        self.newest = act.event
        if act.name == "sensible" and isinstance(act.event, Signed):
            self.sent = True
        if act.name == "sensible" and any(isinstance(each, Send) for each in person.effects):
            self.sent = person.draft is None
        self._tell_other_devices(before.draft is not None and person.draft != before.draft)

    def _tell_other_devices(self, changed: bool) -> None:
        draft = self.person.draft
        if not changed or draft is None:
            return
        acting = self.person
        for device in self.devices:
            if device is acting or device.conversation.draft_id != draft.id:
                continue
            device.now = acting.now
            path = draft.trail[-1] if draft.trail else None
            event = AnsweredElsewhere(draft_id=draft.id, path=path)
            turn = device.turn(event)
            device.conversation = through_json(turn.conversation)
            if turn.draft is not None:
                device.drafts[turn.draft.id] = through_json(turn.draft)
            if turn.messages:
                device.heard = turn.messages


def _end_of(takeover: Takeover) -> Event:
    """Nobody comes, or whoever came gives the conversation back."""
    if takeover.state == "waiting":
        return TakeoverAbandoned()
    return HandedBack(officer=takeover.officer)


_TO_SIGN = (Status.AWAITING_SIGNATURE, Status.AWAITING_PARTIES)
#: What the assistant's own questions are answered with, to get on.
_WAY_BACK = {
    "files": ("done",),
    "cancel": ("continue",),
    "message": ("continue",),
    "confirm": ("none_of_these",),
    "restart": ("no",),
    "losing": ("no", "yes"),
    "reopen": ("no",),
    "withdraw": ("no",),
    "forget": ("no",),
    "several": ("no",),
    "correct": ("no",),
    "append": ("no",),
    "switch": ("no",),
    "spoken": ("no",),
    "completion": ("complete_later",),
    "readdress": ("no",),
}


def _line(event: Event) -> str:
    if not isinstance(event, Said):
        return type(event).__name__
    if event.choice is not None:
        return f"[{event.choice}]" + (f" of {event.about}" if event.about else "")
    if event.files:
        return "📎 " + ", ".join(file.name for file in event.files)
    return repr(_short(event.text)) if event.place is None else "📍"


def _short(text: str) -> str:
    flat = " / ".join(text.splitlines())
    return flat if len(flat) <= _LONGEST_LINE else flat[:_LONGEST_LINE] + "…"


def walk(world: World, *, turns: int, seed: int, on_failure: OnFailure) -> tuple[int, int]:
    """Walks until so many turns are taken: the turns and the walks.

    A walk that fails is told to `on_failure`, which may raise it.
    """
    taken = walks = 0
    while taken < turns:
        one = Walk(world, seed, walks)
        try:
            one.run()
        except WalkFailedError as error:
            on_failure(error)
        taken += one.turns
        walks += 1
    return taken, walks


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.walker", description=__doc__)
    parser.add_argument("--turns", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000)
    parser.add_argument("--walk", type=int, default=None, help="only this walk of the seed")
    given = parser.parse_args()
    print(f"seed {given.seed}", flush=True)
    world = shipped_world()
    failed: list[WalkFailedError] = []

    def tell(error: WalkFailedError) -> None:
        failed.append(error)
        print(error, "\n", flush=True)

    begun = time.perf_counter()
    if given.walk is None:
        taken, walks = walk(world, turns=given.turns, seed=given.seed, on_failure=tell)
    else:
        one = Walk(world, given.seed, given.walk)
        try:
            one.run()
        except WalkFailedError as error:
            tell(error)
        print("\n".join(one.log))
        taken, walks = one.turns, 1
    spent = time.perf_counter() - begun
    print(f"{taken} turns, {walks} walks, {taken / spent:.0f} turns/s, {len(failed)} failures")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
