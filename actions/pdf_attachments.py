"""The files that are attached to a PDF, read without trusting it."""

import io

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader

#: Attachments, and bytes of one, that are read.
_MOST_FILES, _MOST_BYTES = 200, 50_000_000


def attachments(pdf: bytes) -> dict[str, bytes]:
    """By name. Raises ValueError when it is no PDF that can be read."""
    try:
        tree = PdfFileReader(io.BytesIO(pdf), strict=False).root["/Names"]["/EmbeddedFiles"]
        return dict(_files(tree, depth=0))
    except KeyError:
        return {}
    except (PdfError, ValueError, TypeError, AttributeError, RecursionError, OSError) as error:
        raise ValueError("it is not a PDF that can be read") from error


def _files(node: generic.DictionaryObject, depth: int) -> list[tuple[str, bytes]]:
    """The leaves of a name tree (ISO 32000-1, 7.9.6)."""
    if depth > 10:
        raise ValueError("the tree of attachments is too deep")
    found: list[tuple[str, bytes]] = []
    names = node.get("/Names", ())
    for at in range(0, len(names) - 1, 2):
        stream = names[at + 1]["/EF"]["/F"]
        content = stream.data
        if len(content) > _MOST_BYTES or len(found) >= _MOST_FILES:
            raise ValueError("too many or too large attachments")
        found.append((str(names[at]), bytes(content)))
    for child in node.get("/Kids", ()):
        found += _files(child, depth + 1)
    return found
