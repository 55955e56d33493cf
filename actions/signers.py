"""Who is in a filing: the filer, the parties that it names, and who of them must sign."""

from collections.abc import Iterator

import msgspec

from actions.errors import RefusedError
from actions.revisions import Contact
from dialogs.conversation import Draft, Person
from dialogs.journey import Walk
from dialogs.service import Field, Service, Signing, Visibility
from dialogs.texts import LocalText
from dialogs.world import World

#: The most that one filing may ask to sign (threat D12).
MOST_PARTIES = 10


class Signer(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody whose signature is needed."""

    name: str
    personnummer: str
    #: In words, in the filer's language.
    role: str
    is_filer: bool = False
    phone: str | None = None
    email: str | None = None


def filer_of(
    world: World, draft: Draft, person: Person | None, walked: Walk, language: str
) -> Signer | None:
    """Who files, if it is the draft's owner; a draft without owner stays anonymous."""
    if person is None or draft.owner is None:
        return None
    contact = contact_of(draft, walked, person)
    return Signer(
        name=person.name,
        personnummer=person.personnummer,
        role=world.texts.say(language, "signing.role_filer"),
        is_filer=True,
        phone=contact.phone,
        email=contact.email,
    )


def other_parties(service: Service, walked: Walk, language: str) -> tuple[Signer, ...]:
    """The people of the answered party questions, in the order of the questions."""
    fields = dict(_party_fields(service.fields, ""))
    found: dict[str, Field] = {}
    for question in walked.questions:
        parent = question.path.rpartition(".")[0]
        field = fields.get(_without_rows(parent))
        if field is not None and parent:
            found.setdefault(parent, field)
    return tuple(
        Signer(
            name=walked.values.get(f"{path}.name", ""),
            personnummer=walked.values[f"{path}.personnummer"],
            role=_role(field, language),
            phone=walked.values.get(f"{path}.phone"),
            email=walked.values.get(f"{path}.email"),
        )
        for path, field in found.items()
    )


def _party_fields(fields: tuple[Field, ...], prefix: str) -> Iterator[tuple[str, Field]]:
    for field in fields:
        if field.type == "party":
            yield prefix + field.id, field
        elif field.type == "group":
            yield from _party_fields(field.fields, f"{prefix}{field.id}.")


def _without_rows(path: str) -> str:
    """ "barn.0.foralder" → "barn.foralder" """
    return ".".join(part for part in path.split(".") if not part.isdigit())


def _role(field: Field, language: str) -> str:
    role = field.limits.get("role")
    return role.to(language) if isinstance(role, LocalText) else field.title(language)


def check_distinct(filer: Signer | None, others: tuple[Signer, ...]) -> None:
    """A party must be somebody else than the filer and every other party (threat C4)."""
    numbers = [each.personnummer for each in others]
    if filer is not None and filer.personnummer in numbers:
        raise RefusedError("party_is_filer")
    if len(set(numbers)) != len(numbers):
        raise RefusedError("party_twice")
    if len(numbers) > MOST_PARTIES:
        raise RefusedError("too_many_parties")


def signers_of(
    service: Service, filer: Signer | None, others: tuple[Signer, ...]
) -> tuple[Signer, ...]:
    if service.signing is Signing.NONE:
        return ()
    if filer is None:
        raise RefusedError("not_owner")
    return (filer, *others) if service.signing is Signing.ALL else (filer,)


def contact_of(draft: Draft, walked: Walk, person: Person | None) -> Contact:
    """Where to tell the filer of news: what was answered, else what the e-ID told.

    A question that was skipped is respected: the address of the e-ID is not used instead.
    """
    known = person if draft.owner is not None else None
    return Contact(
        phone=_own(walked, "phone", known.phone if known else None),
        email=_own(walked, "email", known.email if known else None),
    )


def _own(walked: Walk, kind: str, known: str | None) -> str | None:
    """The filer's own phone or e-mail: a private question at the top level that asks for one."""
    for question in walked.questions:
        field = question.field
        own = field.prefill == kind or field.visibility is Visibility.PRIVATE
        if field.type == kind and not question.prefix and "." not in question.path and own:
            value = walked.values.get(question.path)
            return str(value) if value is not None else None
    return known
