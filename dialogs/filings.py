"""What is told about drafts and cases: the state of the one at hand, and the person's own list."""

from dialogs.clock import STOCKHOLM
from dialogs.concerning import title_of
from dialogs.conversation import CaseSummary
from dialogs.fields.calendar_words import show_day
from dialogs.messages import Choice, Link, of_draft
from dialogs.service import Signing
from dialogs.statuses import EDITABLE_STATUSES, RECEIVED_STATUSES, Status
from dialogs.talk import MESSENGERS, Talk

#: So many are told in the chat; the rest are at /mina-sidor.
_MOST = 5
#: The button that begins a completion, with the draft's id after it.
COMPLETE = "complete:"


def say_frozen(talk: Talk) -> None:
    """The state of the draft at hand when it is no longer being filled in."""
    if talk.draft is None:
        return
    found = [filing for filing in talk.filings() if filing.draft_id == talk.draft.id]
    if found:
        say_filing(talk, found[0])
    else:
        _say_state(talk, talk.draft.reference, talk.draft.service, talk.draft.status, "")


def say_filing(talk: Talk, filing: CaseSummary) -> None:
    """One filing with its true status, what happens next, and what can be done now."""
    signed = ""
    if filing.status is Status.AWAITING_PARTIES:
        signed = talk.text("status.signed", signed=filing.signed, signers=filing.signers)
        if filing.awaited:
            signed += " " + talk.text(
                "status.awaited", roles=", ".join(dict.fromkeys(filing.awaited))
            )
    links: tuple[Link, ...] = ()
    if filing.status is Status.AWAITING_SIGNATURE:
        links = (Link(url=of_draft(filing.draft_id), label=talk.text("sign.link"), purpose="sign"),)
    elif filing.status in RECEIVED_STATUSES:
        label = talk.text("receipt.link")
        links = (Link(url=of_draft(filing.draft_id), label=label, purpose="receipt"),)
    _say_state(talk, filing.reference, filing.service, filing.status, signed, links, filing)


def ways_to_send_again(talk: Talk, filing: CaseSummary) -> tuple[Choice, ...]:
    """What can be done about a filing that not everybody signed."""
    match filing.status:
        case Status.EXPIRED:
            return (talk.choice(f"again:{filing.draft_id}", "status.again"),)
        case Status.DECLINED if talk.draft is not None and talk.draft.id == filing.draft_id:
            return (talk.choice("reopen", "status.reopen"),)
        case Status.DECLINED:
            return (talk.choice(f"draft:{filing.draft_id}", "status.reopen"),)
        case _:
            return ()


def ways_to_complete(talk: Talk, case: CaseSummary) -> tuple[tuple[Choice, ...], tuple[Link, ...]]:
    """How a case that waits for a completion gets it from here (row 35)."""
    if case.status is not Status.AWAITING_COMPLETION:
        return (), ()
    if talk.conversation.channel in MESSENGERS:
        return (), (completed_elsewhere(talk, case),)
    return (talk.choice(COMPLETE + case.draft_id, "completing.begin"),), ()


def completed_elsewhere(talk: Talk, case: CaseSummary) -> Link:
    """To a chat of ours: in somebody else's app nothing of the matter is said."""
    label = talk.text("completing.elsewhere")
    return Link(url=f"/chat?draft={case.draft_id}", label=label, purpose="info")


def _say_state(
    talk: Talk,
    reference: str,
    service_id: str,
    status: Status,
    signed: str,
    links: tuple[Link, ...] = (),
    filing: CaseSummary | None = None,
) -> None:
    lines = [
        talk.text(
            "status.line",
            title=title_of(talk, filing) if filing else talk.title_of(service_id),
            reference=reference,
            status=talk.text(f"status.{status}"),
        ),
        talk.text(f"status.explain.{status}"),
    ]
    if filing is not None and status is Status.DRAFT:
        lines.append(told_apart(talk, filing))
    service = talk.world.services.get(service_id)
    if status is Status.RECEIVED and service is not None:
        lines.append(talk.fill(service.next_steps))
    if status in (Status.RECEIVED, Status.IN_PROGRESS):
        time = talk.handling_time(service_id)
        if time is not None:
            lines.append(talk.text("status.time", cases=time.cases, half=time.half, most=time.most))
    if signed:
        lines.append(signed)
    choices: list[Choice] = []
    current = talk.draft.id if talk.draft else None
    if filing is not None and status is Status.DRAFT and filing.draft_id != current:
        choices.append(Choice(value=f"draft:{filing.draft_id}", label=talk.text("status.resume")))
    if filing is not None and status is Status.AWAITING_PARTIES:
        choices.append(Choice(value=f"board:{filing.draft_id}", label=talk.text("board.show")))
    if filing is not None:
        if filing.asked and talk.conversation.channel not in MESSENGERS:
            lines.append(talk.text("completing.officer", asked=filing.asked))
        own_choices, own_links = ways_to_complete(talk, filing)
        choices += own_choices
        links = (*own_links, *links)
        choices += ways_to_send_again(talk, filing)
    is_at_hand = filing is not None and filing.draft_id == current
    if is_at_hand and status in EDITABLE_STATUSES - {Status.DRAFT}:
        if status is not Status.DECLINED:
            choices.append(talk.choice("reopen", "status.reopen"))
        choices.append(talk.choice("withdraw", "status.withdraw"))
    talk.add(
        "\n".join(lines),
        links=links,
        choices=tuple(choices),
        case=talk.case_state(reference, status),
    )


def told_apart(talk: Talk, filing: CaseSummary) -> str:
    """When a draft was begun and changed last, in words."""
    begun = filing.begun_at.astimezone(STOCKHOLM)
    changed = filing.changed_at.astimezone(STOCKHOLM)
    return talk.text(
        "earlier.when",
        begun=show_day(begun.date(), talk.language),
        changed=show_day(changed.date(), talk.language),
        clock=f"{changed:%H.%M}",
    )


def say_filings(talk: Talk, *, about: str = "") -> None:
    """The person's own drafts and cases. `about` narrows to the one with this reference.

    Nobody is told about filings before the e-ID has said who asks; what was sent without e-ID
    cannot be followed, except that this conversation remembers that it was received.
    """
    filings = talk.filings()
    if talk.person is None:
        for filing in filings[:_MOST]:
            service = talk.world.services.get(filing.service)
            if service is None or service.signing is Signing.NONE:
                _say_anonymous(talk, filing)
        talk.say(
            "status.login",
            links=(talk.login_link(),),
            choices=talk.cannot_log_in(),
            number=talk.fresh.shown_number,
        )
        return
    wanted = _bare(about)
    shown = [f for f in filings if wanted and _bare(f.reference) in (wanted, "K" + wanted)] or [
        f for f in filings if f.status is not Status.WITHDRAWN
    ]
    requests = say_requests(talk) if not wanted else 0
    if not shown:
        if not requests:
            talk.say("status.none")
        return
    # One message for each, so that each can carry its own link, newest last: it is read first.
    for filing in reversed(shown[:_MOST]):
        say_filing(talk, filing)
    if len(shown) > _MOST:
        link = Link(url="/mina-sidor", label=talk.text("status.my_pages"), purpose="info")
        talk.say("status.more", count=len(shown) - _MOST, links=(link,))


def say_requests(talk: Talk) -> int:
    """Tells what others ask the person to sign, each with its link; how many there were (row 34)."""
    requests = talk.signing_requests()[:_MOST]
    for request in reversed(requests):
        day = show_day(request.asked_at.astimezone(STOCKHOLM).date(), talk.language)
        is_ours = talk.conversation.channel not in MESSENGERS
        label = talk.text("sign.link")
        talk.say(
            # Who asks is nothing to tell in somebody else's app.
            "board.request" if is_ours else "board.request_bare",
            filer=request.filer,
            title=title_of(talk, request),
            reference=request.reference,
            day=day,
            links=(Link(url=of_draft(request.draft_id), label=label, purpose="sign"),),
        )
    return len(requests)


def _bare(reference: str) -> str:
    """A reference as people write it: without dashes, in any case."""
    return "".join(character for character in reference.upper() if character.isalnum())


def _say_anonymous(talk: Talk, filing: CaseSummary) -> None:
    talk.add(
        talk.text(
            "status.line",
            title=talk.title_of(filing.service),
            reference=filing.reference,
            status=talk.text(f"status.{filing.status}"),
        ),
        case=talk.case_state(filing.reference, filing.status),
    )
