"""Reads what a service says of people: how old who files must be, and whom the filing is about."""

import yaml

from dialogs.age_limit import MinAge
from dialogs.loading_nodes import Reading, line_of
from dialogs.service import ConcernedKind, Concerns


def read_min_age(reading: Reading, node: yaml.Node | None) -> MinAge | None:
    """`min_age: 18`, or `{years: 18, say: …}`."""
    if node is None:
        return None
    if isinstance(node, yaml.ScalarNode):
        years = reading.integer(node, what="'min_age'", least=1)
        return MinAge(years=years, line=line_of(node))
    written = reading.mapping(node, what="'min_age'")
    if written is None:
        return None
    parts = reading.known(written, ("years", "say"), what="'min_age'")
    if "years" not in parts:
        reading.wrong(node, "'min_age' has no 'years'", "Write years: and the age")
        return None
    say = parts.get("say")
    return MinAge(
        years=reading.integer(parts["years"].node, what="'years' of 'min_age'", least=1),
        say=reading.local_text(say.node, what="'say' of 'min_age'") if say else None,
        line=line_of(node),
    )


def read_concerns(reading: Reading, node: yaml.Node | None) -> Concerns | None:
    """`concerns: {who: child, name: …, number: …}`."""
    if node is None:
        return None
    written = reading.mapping(node, what="'concerns'")
    if written is None:
        return None
    parts = {
        key: reading.text(entry.node, what=f"'{key}' of 'concerns'")
        for key, entry in reading.known(
            written, ("who", "name", "number"), what="'concerns'"
        ).items()
    }
    who = parts.get("who", "")
    if who not in tuple(ConcernedKind):
        reading.wrong(
            node,
            f"'concerns' does not say who it is: '{who}'" if who else "'concerns' has no 'who'",
            "Write who: child, person or organisation",
        )
        return None
    name, number = parts.get("name", ""), parts.get("number", "")
    if not name and not number:
        reading.wrong(node, "'concerns' names no question", "Write name: or number: and its id")
        return None
    return Concerns(who=ConcernedKind(who), name=name, number=number, line=line_of(node))
