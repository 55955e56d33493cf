"""References: what a filing is called from draft to closed case, e.g. K-7M3Q-9XRA (threat B2).

Not sequential, easy to read aloud (no 0/O, 1/I/L, no U), and the last character checks the others,
so that a slip of the pen is noticed. A reference opens nothing by itself.
"""

import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_PREFIX = "K-"
_RANDOM = 7


def check_character(characters: str) -> str:
    """Luhn mod N over the alphabet: finds every single wrong character and most swaps."""
    size = len(ALPHABET)
    total = 0
    for place, character in enumerate(reversed(characters)):
        addend = ALPHABET.index(character) * (2 if place % 2 == 0 else 1)
        total += addend // size + addend % size
    return ALPHABET[-total % size]


def new_reference() -> str:
    number = secrets.randbelow(len(ALPHABET) ** _RANDOM)
    characters = ""
    for _ in range(_RANDOM):
        number, place = divmod(number, len(ALPHABET))
        characters += ALPHABET[place]
    characters += check_character(characters)
    return f"{_PREFIX}{characters[:4]}-{characters[4:]}"


def normalise(text: str) -> str | None:
    """A reference as people write it, or None when it cannot be one."""
    characters = "".join(c for c in text.upper() if c.isalnum())
    if len(characters) == _RANDOM + 2:
        characters = characters.removeprefix("K")
    if len(characters) != _RANDOM + 1 or any(c not in ALPHABET for c in characters):
        return None
    if check_character(characters[:-1]) != characters[-1]:
        return None
    return f"{_PREFIX}{characters[:4]}-{characters[4:]}"
