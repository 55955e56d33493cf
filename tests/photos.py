"""Small real pictures for tests that attach one."""

import io

from PIL import Image


def a_photo(kind: str = "JPEG", *, width: int = 60, height: int = 40) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (width, height), "white").save(made, kind)
    return made.getvalue()
