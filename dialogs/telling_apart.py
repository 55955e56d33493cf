"""Telling apart what has the same name: photos from a phone, the same question in two rows."""

from collections import Counter
from collections.abc import Sequence


def told_apart(names: Sequence[str]) -> tuple[str, ...]:
    """The names, numbered from the second of each: "bild.jpg", "bild.jpg (2)"."""
    seen: Counter[str] = Counter()
    shown = []
    for name in names:
        seen[name] += 1
        shown.append(f"{name} ({seen[name]})" if seen[name] > 1 else name)
    return tuple(shown)
