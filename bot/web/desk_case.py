"""One case as the desk shows it."""

from collections.abc import Mapping

from starlette.responses import Response

from actions.cases import CaseView
from bot.web.desk_access import desk_page
from bot.web.rendering import Record, attachments, moment, say, section, status_text, whom
from bot.web.visits import Visit
from dialogs.statuses import ALLOWED, OFFICER_STATUSES, Status
from dialogs.world import Officer


def case_page(
    visit: Visit, case: CaseView, urls: Mapping[str, str], *, officer: Officer, notice: str
) -> Response:
    """The page. `urls` are the addresses of its files, by SHA-256."""
    language = visit.language
    content = case.revision.content
    sections = [section(say(visit, "signing.answers"), content.sections)]
    if case.private:
        sections.append(section(say(visit, "web.desk.private"), case.private))
    unverified = list(case.unverified)
    if case.concerns_officer:
        unverified.insert(0, say(visit, "web.desk.concerns_you"))
    return desk_page(
        visit,
        "desk_case.html",
        officer,
        place="desk-part",
        reference=case.reference,
        title=case.title,
        concerns=whom(visit, content.concerns),
        status=status_text(visit, case.status),
        received=moment(case.received_at, language),
        unit=unit_name(visit, case.unit),
        sections=sections,
        files=[*attachments(content.files, language, urls)],
        parties=_parties(visit, case),
        unverified=unverified,
        completions=[
            Record(
                at=moment(each.at, language),
                text=each.text,
                files=attachments(each.files, language, urls),
            )
            for each in reversed(case.completions)
        ],
        history=_history(visit, case),
        statuses=[
            Record(value=each.value, text=status_text(visit, each))
            for each in OFFICER_STATUSES
            if each in ALLOWED[case.status]
        ],
        receipt_url=f"/desk/{case.reference}/kvittens.pdf",
        archive_url=f"/desk/{case.reference}/arkiv.pdf",
        notice=notice,
        message="",
        problem="",
    )


def _parties(visit: Visit, case: CaseView) -> list[Record]:
    signatures = {each.party_id: each for each in case.signatures}
    lines = []
    for party in case.parties:
        signature = signatures.get(party.id)
        lines.append(
            Record(
                name=party.name,
                personnummer=_written(party.personnummer),
                role=party.role,
                signed=moment(signature.signed_at, visit.language) if signature else "",
                provider=_provider(visit, signature.provider) if signature else "",
            )
        )
    if lines:
        return lines
    return [
        Record(
            name=each.name,
            personnummer=_written(each.personnummer),
            role=each.role,
            signed="",
            provider="",
        )
        for each in case.revision.content.parties
    ]


def _provider(visit: Visit, name: str) -> str:
    """What a provider is called; its id when it is not in use any more."""
    known = visit.site.providers.get(name)
    return known.label if known is not None else name


def _written(number: str) -> str:
    return f"{number[:8]}-{number[8:]}"


def _history(visit: Visit, case: CaseView) -> list[Record]:
    noted = [
        Record(
            at=moment(note.at, visit.language),
            text=say(
                visit,
                "web.desk.note",
                status=status_text(visit, Status(note.status)),
                text=note.text,
            ),
        )
        for note in reversed(case.notes)
    ]
    received = Record(
        at=moment(case.received_at, visit.language), text=say(visit, "web.desk.received")
    )
    return [*noted, received]


def unit_name(visit: Visit, unit_id: str) -> str:
    unit = visit.site.assembly.world().municipality.units.get(unit_id)
    return unit.name.to(visit.language) if unit else unit_id
