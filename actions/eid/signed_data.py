"""The hidden data of a signature: which revision of which filing is signed, in one fixed form.

`arendebot-revision 1 <reference> sha256:<hash>`: versioned, so that it can be read in ten years.
"""

import re

_FORM = re.compile(r"arendebot-revision 1 (\S{1,40}) sha256:([0-9a-f]{64})", re.ASCII)


def hidden_data(reference: str, digest: str) -> str:
    """`digest`: the revision's SHA-256, hexadecimal."""
    return f"arendebot-revision 1 {reference} sha256:{digest}"


def signed_hash(hidden: str, reference: str) -> str:
    """The hash in the hidden data. Raises ValueError when it is of another filing or form."""
    found = _FORM.fullmatch(hidden)
    if found is None or found[1] != reference:
        raise ValueError("the hidden data is not that of a revision of this filing")
    return found[2]
