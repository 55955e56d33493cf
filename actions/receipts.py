"""What a receipt says about a received case, from the same revision that was signed (threat C3)."""

from collections.abc import Mapping

import msgspec
from sqlalchemy import Connection, select

from actions import parties, revisions
from actions.assembly import Assembly
from actions.catalogue import definition_of
from actions.errors import NotFoundError
from actions.receipt import (
    ReceiptContent,
    ReceiptFile,
    ReceiptParty,
    ReceiptRow,
    ReceiptSection,
    render_receipt,
)
from actions.revisions import Private, Revision, RevisionRow
from actions.seal.sealer import Sealer
from actions.store.tables import cases, drafts
from dialogs.service import Service
from dialogs.texts import LocalText, Texts
from dialogs.world import World

#: The e-IDs in words.
_PROVIDERS = {"bankid": "BankID", "freja": "Freja+", "oidc": "OpenID Connect", "demo": "Demo"}


def receipt_content(
    assembly: Assembly,
    connection: Connection,
    draft_id: str,
    *,
    public_url: str,
    for_filer: bool = False,
) -> tuple[ReceiptContent, bytes]:
    """The receipt and the canonical bytes that were signed, to be embedded in it.

    `for_filer`: the reader is the filer, who also sees the private answers. The caller has checked
    who reads. Raises NotFoundError when the municipality has not received it (threat C9).
    """
    row = connection.execute(
        select(cases.c.revision_id, cases.c.received_at, drafts.c.status)
        .join(drafts, drafts.c.id == cases.c.draft_id)
        .where(cases.c.draft_id == draft_id)
    ).one_or_none()
    if row is None:
        raise NotFoundError("receipt")
    revision = revisions.load(assembly, connection, row.revision_id)
    service = definition_of(assembly, connection, revision.service, revision.service_version)
    world, content = assembly.world(), revision.content
    language = content.language
    private = revisions.private_of(assembly, connection, row.revision_id)
    receipt = ReceiptContent(
        language=language,
        municipality=content.municipality,
        contact=_contact(world, language),
        service=content.title,
        reference=content.reference,
        status=world.texts.say(language, f"status.{row.status}"),
        received_at=row.received_at,
        sections=_sections(world, revision, private if for_filer else None),
        revision_sha256=revision.hash,
        next_steps=_fill(world, service.next_steps, language),
        retention=_fill(world, service.retention, language),
        url=f"{public_url}/mina-sidor",
        check_url=f"{public_url}/kvittens",
        concerns=content.concerns,
        parties=_parties(assembly, connection, revision),
        files=tuple(
            ReceiptFile(name=file.name, size=file.size, sha256=file.sha256)
            for file in content.files
        ),
        unverified=_unverified(world, service, language),
        demo=assembly.mode == "demo",
    )
    return receipt, revisions.canonical(content)


def sealed_receipt(
    sealer: Sealer,
    content: ReceiptContent,
    *,
    texts: Texts,
    revision: bytes,
    archived: Mapping[str, bytes] | None = None,
) -> bytes:
    """The receipt as a sealed PDF, in some 40 ms; may be called from any thread.

    The rest is as for `render_receipt`. Raises SealKeyError when it cannot be sealed.
    """
    content = msgspec.structs.replace(content, demo_seal=sealer.is_demo)
    pdf = render_receipt(content, texts=texts, revision=revision, archived=archived)
    label = texts.say(content.language, "receipt.seal", municipality=content.municipality)
    return sealer.seal(pdf, label=label)


def _contact(world: World, language: str) -> tuple[str, ...]:
    place = world.municipality
    lines = (place.address, place.phone, place.email, place.opening_hours.to(language))
    return tuple(line for line in lines if line)


def _sections(
    world: World, revision: Revision, private: Private | None
) -> tuple[ReceiptSection, ...]:
    language = revision.content.language
    sections = [
        ReceiptSection(
            heading=world.texts.say(language, "signing.answers"),
            rows=_rows(revision.content.sections),
        )
    ]
    if private is not None and private.rows:
        heading = world.texts.say(language, "signing.private_answers")
        sections.append(ReceiptSection(heading=heading, rows=_rows(private.rows)))
    return tuple(section for section in sections if section.rows)


def _rows(rows: tuple[RevisionRow, ...]) -> tuple[ReceiptRow, ...]:
    return tuple(ReceiptRow(question=row.question, answer=row.answer) for row in rows)


def _parties(
    assembly: Assembly, connection: Connection, revision: Revision
) -> tuple[ReceiptParty, ...]:
    """Who signed, with the name that the e-ID verified; else who filed, as it was sent."""
    views = parties.of_revision(assembly, connection, revision.id)
    if not views:
        return tuple(
            ReceiptParty(name=each.name, personnummer=_written(each.personnummer), role=each.role)
            for each in revision.content.parties
        )
    signed = {each.party_id: each for each in parties.signatures_of(connection, revision.id)}
    return tuple(
        ReceiptParty(
            name=view.name,
            personnummer=_written(view.personnummer),
            role=view.role,
            signed_at=signed[view.id].signed_at if view.id in signed else None,
            provider=_provider(signed[view.id].provider) if view.id in signed else "",
        )
        for view in views
    )


def _provider(provider: str) -> str:
    return _PROVIDERS.get(provider, provider)


def _written(personnummer: str) -> str:
    return f"{personnummer[:8]}-{personnummer[8:]}"


def _unverified(world: World, service: Service, language: str) -> tuple[str, ...]:
    return tuple(_fill(world, text, language) for text in service.unverified)


def _fill(world: World, text: LocalText, language: str) -> str:
    """The few placeholders that definitions may use (as the engine fills them)."""
    place = world.municipality
    return (
        text.to(language)
        .replace("{municipality}", place.name)
        .replace("{customer_service}", place.customer_service.to(language))
    )
