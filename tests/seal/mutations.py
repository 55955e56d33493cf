"""A file changed at random, in the ways in which files are changed: by accident or by somebody."""

import random
from collections.abc import Callable, Iterator

Change = Callable[[bytes, random.Random], bytes]


def _bit(file: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(file))
    return file[:at] + bytes([file[at] ^ (1 << chance.randrange(8))]) + file[at + 1 :]


def _byte(file: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(file))
    return file[:at] + chance.randbytes(1) + file[at + 1 :]


def _digit(file: bytes, chance: random.Random) -> bytes:
    """One hexadecimal digit in the seal's container, where the file itself is not signed."""
    begins = file.rindex(b"/Contents <") + len(b"/Contents <")
    at = chance.randrange(begins, file.index(b">", begins))
    return file[:at] + chance.choice(b"0123456789ABCDEFabcdef").to_bytes() + file[at + 1 :]


def _insert(file: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(file) + 1)
    return file[:at] + chance.randbytes(chance.randrange(1, 40)) + file[at:]


def _blank(file: bytes, chance: random.Random) -> bytes:
    """White space means nothing in most places of a PDF."""
    at = chance.randrange(len(file) + 1)
    return file[:at] + chance.choice([b" ", b"\n", b"\r\n", b"\0", b"%\n"]) + file[at:]


def _delete(file: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(file))
    return file[:at] + file[at + chance.randrange(1, 40) :]


def _cut(file: bytes, chance: random.Random) -> bytes:
    return file[: chance.randrange(len(file))]


def _repeat(file: bytes, chance: random.Random) -> bytes:
    """A part once more at the end, as of a revision."""
    at = chance.randrange(len(file))
    return file + file[at : at + chance.randrange(1, 5000)]


def _swap(file: bytes, chance: random.Random) -> bytes:
    """Two neighbouring parts change places."""
    one, two, three = sorted(chance.randrange(len(file)) for _ in range(3))
    return file[:one] + file[two:three] + file[one:two] + file[three:]


_CHANGES: tuple[Change, ...] = (
    _bit, _byte, _digit, _insert, _blank, _delete, _cut, _repeat, _swap,
)  # fmt: skip


def mutations(file: bytes, *, seed: int) -> Iterator[tuple[str, bytes]]:
    """What was done and the changed file, without end; never the file itself."""
    chance = random.Random(seed)
    while True:
        change = chance.choice(_CHANGES)
        changed = change(file, chance)
        if changed != file:
            yield change.__name__.strip("_"), changed
