"""What the transcript keeps of what a person did."""

from dialogs.events import Said
from dialogs.talk import Talk

#: Longer texts are refused whole, so that nothing is lost without a word.
LONGEST_TEXT = 10_000


def transcript(talk: Talk, said: Said) -> str:
    """In the words that the person saw. A sensitive answer is not kept (row 47)."""
    if said.secure:
        return "•••"
    if said.choice is not None or said.choices:
        question = talk.question
        options = question.type.choices(question.field, talk.asking(question)) if question else ()
        labels = {option.value: option.label for option in options}
        values = said.choices or (said.choice or "",)
        return ", ".join(labels.get(value, _spoken(talk, value)) for value in values)
    if said.files:
        return "\n".join(f"📎 {file.name}" for file in said.files)
    if said.place is not None:
        return f"📍 {said.place.lat:.5f}, {said.place.lon:.5f}"
    return said.text[:LONGEST_TEXT]


def _spoken(talk: Talk, value: str) -> str:
    """The label of one of the assistant's own buttons."""
    kind, _, rest = value.partition(":")
    if kind == "service":
        pending = talk.conversation.pending
        is_only_offer = pending is not None and pending.kind == "find" and pending.values == (rest,)
        return talk.text("find.start") if is_only_offer else talk.title_of(rest)
    if kind == "situation":
        # Who has protected data may leave without a trace.
        topic = next((each for each in talk.world.without_eid if each.id == rest), None)
        return topic.label.to(talk.language) if topic and not topic.discreet else "•••"
    key = f"button.{kind}"
    return talk.text(key) if talk.world.texts.has(key) else value
