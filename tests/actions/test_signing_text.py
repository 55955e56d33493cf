"""What the text that is signed shows of the revision, and what can be read from it later (threat C3)."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.revisions import RevisionContent, RevisionFile, RevisionParty, RevisionRow
from actions.signing_text import shows_answers, signing_text
from dialogs.world import World

_LABELS = st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=20)
#: As people write: several lines, blank ones, every kind of line break, what looks like a text of ours.
_ANSWERS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(["", "  ", "Byte\n\nSkola\n  Nej", "\u2028", "Jag skriver under till"]))
    .map("\n".join),
)  # fmt: skip
_CONTENTS = st.builds(
    RevisionContent,
    municipality=st.just("Kramfors kommun"),
    reference=st.just("K-7Q2F-3MX9"),
    service=st.just("skolbyte"),
    title=st.just("Byte av skola"),
    service_version=st.just("1"),
    language=st.sampled_from(["sv", "en"]),
    sections=st.lists(
        st.builds(
            RevisionRow,
            path=st.just("a"),
            question=st.just("?"),
            label=_LABELS,
            answer=_ANSWERS,
            value=st.none(),
        ),
        min_size=1,
        max_size=5,
    ).map(tuple),
    parties=st.lists(
        st.builds(
            RevisionParty, name=_LABELS, personnummer=st.just("1" * 12), role=st.just("vårdnadshavare")
        ),
        max_size=3,
    ).map(tuple),
    files=st.lists(
        st.builds(RevisionFile, name=_LABELS, size=st.just(1), sha256=st.just("0f" * 32)), max_size=2
    ).map(tuple),
    private_digest=st.none(),
    created_at=st.just("2026-11-23T09:00:00.000000+00:00"),
)  # fmt: skip


@given(content=_CONTENTS, data=st.data())
def test_a_text_is_known_by_the_revision_that_it_shows(
    world: World, content: RevisionContent, data: st.DataObject
) -> None:
    whole = signing_text(content, world.texts, most_bytes=1_000_000)
    short = signing_text(content, world.texts, most_bytes=0)
    assert shows_answers(whole, content)
    assert not shows_answers(short, content)
    rows = list(content.sections)
    index = data.draw(st.integers(0, len(rows) - 1))
    rows[index] = msgspec.structs.replace(rows[index], answer=rows[index].answer + "?")
    other = msgspec.structs.replace(content, sections=tuple(rows))
    for text, of in ((whole, other), (signing_text(other, world.texts, most_bytes=10**6), content)):
        with pytest.raises(ValueError, match="other answers"):
            shows_answers(text, of)


@given(content=_CONTENTS)
def test_no_answer_may_be_missing_or_be_added(world: World, content: RevisionContent) -> None:
    more = msgspec.structs.replace(content, sections=(*content.sections, content.sections[0]))
    file = RevisionFile(name="intyg.pdf", size=1, sha256="ab" * 32)
    with_file = msgspec.structs.replace(content, files=(*content.files, file))
    for one, other in (
        (content, more),
        (more, content),
        (content, with_file),
        (with_file, content),
    ):
        text = signing_text(one, world.texts, most_bytes=10**6)
        with pytest.raises(ValueError, match="other answers"):
            shows_answers(text, other)
