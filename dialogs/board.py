"""The parties' board: who has signed and who has not, and what the filer can do about it (row 33)."""

from datetime import datetime

from dialogs.asking import go_on, return_to_form
from dialogs.clock import STOCKHOLM
from dialogs.concerning import title_of
from dialogs.conversation import Board, CaseSummary, PartySummary, Pending
from dialogs.effects import ExtendSigning, ReaddressParty, RemindParty
from dialogs.events import Said, Undelivered
from dialogs.fields.base import Refused
from dialogs.fields.calendar_words import show_day
from dialogs.messages import Choice, Input, Kind, Link
from dialogs.pushing import read_address
from dialogs.statuses import SIGNING_STATUSES, Status
from dialogs.talk import MESSENGERS, Talk

_ON_THE_BOARD = SIGNING_STATUSES | {Status.DECLINED}


def say_board(talk: Talk, draft_id: str = "") -> None:
    """Tells how it stands with each party of a filing: of `draft_id`, or of the newest one."""
    if talk.person is None:
        talk.say("board.login", links=(talk.login_link(),), number=talk.fresh.shown_number)
        return
    filing = _filing(talk, draft_id)
    if filing is None:
        talk.say("board.none")
        if talk.draft is not None:
            go_on(talk)
        return
    board = talk.board_of(filing.draft_id)
    lines = [talk.text("board.title", title=title_of(talk, filing), case=filing.reference)]
    lines += [_line(talk, board, party) for party in board.parties]
    choices: list[Choice] = []
    if board.until is not None:
        clock = f"{board.until.astimezone(STOCKHOLM):%H.%M}"
        lines.append(talk.text("board.until", day=_day(talk, board.until), clock=clock))
    for party in board.parties:
        if party.state == "invited" and not party.is_filer:
            name = _name(talk, party)
            choices.append(talk.choice(f"remind:{party.id}", "board.remind", name=name))
            choices.append(talk.choice(f"readdress:{party.id}", "board.readdress", name=name))
    if board.extendable_until is not None:
        day = _day(talk, board.extendable_until)
        choices.append(talk.choice(f"extend:{filing.draft_id}", "board.extend", day=day))
    if talk.draft is not None and talk.draft.id == filing.draft_id:
        choices.append(talk.choice("withdraw", "status.withdraw"))
    talk.add("\n".join(lines), choices=tuple(choices))
    return_to_form(talk)


def say_newest_board(talk: Talk, _rest: str = "") -> None:
    """ "vem har skrivit under?"."""
    say_board(talk, talk.draft.id if talk.draft is not None else "")


def remind_party(talk: Talk, party_id: str) -> None:
    """A nudge; how often is limited, and at night it waits for the morning."""
    talk.effects.append(RemindParty(party_id=party_id))
    talk.say("board.reminded")
    return_to_form(talk)


def extend_signing(talk: Talk, draft_id: str) -> None:
    """More time for those who have not signed; how much there can be is limited."""
    if talk.person is None:
        talk.say("board.login", links=(talk.login_link(),), number=talk.fresh.shown_number)
        return
    until = talk.board_of(draft_id).extendable_until
    if until is None:
        talk.say("signing.refused.no_more_time", problem=True)
    else:
        talk.effects.append(ExtendSigning(draft_id=draft_id))
        talk.say("board.extended", day=_day(talk, until))
    return_to_form(talk)


def tell_undelivered(talk: Talk, event: Undelivered) -> None:
    """A link did not arrive: an alarm with its remedy, unless it arrived in another way."""
    key = f"undelivered.{event.way}"
    if event.other_way_works:
        talk.say(f"{key}_calm", role=event.role, reference=event.reference)
        return
    if event.stopped:
        key = "undelivered.sms_stopped"
    way_on = talk.choice(f"readdress:{event.party_id}", "board.readdress", name=event.role)
    links: tuple[Link, ...] = ()
    if talk.conversation.channel in MESSENGERS:
        # A number is nothing to write in a third party's app.
        url = f"/chat?draft={event.draft_id}"
        links = (Link(url=url, label=talk.text("undelivered.elsewhere"), purpose="info"),)
    choices = () if links else (way_on,)
    talk.say(key, role=event.role, reference=event.reference, choices=choices, links=links)


def ask_for_address(talk: Talk, party_id: str) -> None:
    """Another number or address for a party who did not get the link."""
    if talk.conversation.channel in MESSENGERS:
        talk.say("push.not_here")
        return
    talk.wait_for(Pending(kind="readdress", about=party_id))
    talk.say("board.ask_address", input=Input(kind=Kind.TEXT))


def settle_readdress(talk: Talk, pending: Pending, said: Said) -> bool:
    """The person was asked for the party's new number or address."""
    way = "email" if "@" in said.text else "sms"
    read = read_address(talk, way, said.text)
    if read is None:
        return False
    if isinstance(read, Refused):
        why = talk.refusal(read.reason, read.params)
        talk.add(why, input=Input(kind=Kind.TEXT), problem=True)
        return True
    talk.wait_for(None)
    to, shown = read
    effect = ReaddressParty(
        party_id=str(pending.about), way="email" if way == "email" else "sms", to=to
    )
    talk.effects.append(effect)
    talk.say("board.readdressed", to=shown)
    return_to_form(talk)
    return True


def _filing(talk: Talk, draft_id: str) -> CaseSummary | None:
    waiting = [each for each in talk.filings() if each.status in _ON_THE_BOARD]
    wanted = [each for each in waiting if each.draft_id == draft_id]
    return next(iter(wanted or waiting), None)


def _line(talk: Talk, board: Board, party: PartySummary) -> str:
    if party.is_filer:
        key = "board.you_signed" if party.state == "signed" else "board.you_wait"
    else:
        key = f"board.{party.state}"
        if party.state == "waiting" and any(each.state == "signed" for each in board.parties):
            # The filer has signed, so it is others who are before this one.
            key = "board.waiting_in_order"
        if party.is_unreached:
            key = "board.unreached"
        if party.wants_no_sms:
            key = "board.wants_no_sms"
        if party.reason and talk.conversation.channel not in MESSENGERS:
            key = "board.declined_because"
    day = _day(talk, party.acted_at or party.invited_at or talk.now)
    return talk.text(key, name=_name(talk, party), day=day, reason=party.reason)


def _day(talk: Talk, moment: datetime) -> str:
    return show_day(moment.astimezone(STOCKHOLM).date(), talk.language)


def _name(talk: Talk, party: PartySummary) -> str:
    """In somebody else's app only the role: the name is nothing to tell there."""
    if talk.conversation.channel in MESSENGERS:
        return party.role
    return f"{party.name} ({party.role})"
