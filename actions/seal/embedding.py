"""A seal inside a PDF: a certification signature that allows no later change (DocMDP 1).

It is appended to the file, so what came before it is untouched and as reproducible as it was. The
signature is invisible; its field is tagged and named, as PDF/UA-1 (ISO 14289-1, 7.18.4) asks of form
fields and PDF/A-3a of all content.

This module loads pyHanko, which takes 0.3 s and 14 MB: import it when there is something to seal.
"""

import hashlib
import io
from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NumberObject,
    pdf_name,
    pdf_string,
)
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigMDPSetup, SigObjSetup
from pyhanko.sign.signers.constants import ESIC_EXTENSION_1
from pyhanko.sign.signers.pdf_byterange import SignatureObject

from actions.seal.container import DIGEST

#: The field that holds the seal.
FIELD: Final = "sigill"


def embed(
    pdf: bytes,
    container: Callable[[bytes], bytes],
    *,
    size: int,
    at: datetime,
    owner: str,
    label: str,
) -> bytes:
    """The PDF with a seal that covers every byte but the seal's own container.

    `container` makes it, exactly `size` bytes, from the SHA-256 digest of everything else. `at` is
    the time written into the seal, `owner` whose seal it is and `label` the field's name for people.
    Everything being the same, the bytes are the same.
    """
    # An object begins on a line of its own (ISO 19005-3, 6.1.9), and the typesetter ends without.
    writer = _Writer(io.BytesIO(pdf + b"\n"))
    page = writer.root["/Pages"]["/Count"] - 1
    spec = SigFieldSpec(FIELD, on_page=page, readable_field_name=label)
    steps = PdfCMSEmbedder(spec).write_cms(FIELD, writer)
    field = next(steps)
    _tag(writer, field, label)
    writer.register_extension(ESIC_EXTENSION_1)
    seal = SignatureObject(
        timestamp=at, subfilter=SigSeedSubFilter.PADES, name=owner, bytes_reserved=2 * size
    )
    certify = SigMDPSetup(DIGEST, certify=True, docmdp_perms=MDPPerm.NO_CHANGES)
    steps.send(SigObjSetup(sig_placeholder=seal, mdp_setup=certify))
    prepared, output = steps.send(SigIOSetup(md_algorithm=DIGEST))
    steps.send(container(prepared.document_digest))
    sealed: bytes = output.getvalue()
    return sealed


class _Writer(IncrementalPdfFileWriter):
    """Leaves the file's own description as the typesetter wrote it.

    pyHanko would write XMP anew, without the schema that PDF/A demands for "PDF/UA-1", and with
    random ids. The names with an underscore are its own; the tests of the seal see if they change.
    """

    def _update_meta(self) -> None:
        """The file is from when the case came in; when it was sealed stands in the seal."""

    @classmethod
    def _handle_id(cls, prev: PdfFileReader) -> ArrayObject:
        """The first half is the file's for ever, the second tells versions apart."""
        first, _ = prev.trailer["/ID"]
        prev.stream.seek(0)
        second = hashlib.sha256(prev.stream.read()).digest()[:16]
        return ArrayObject([ByteStringObject(first.original_bytes), ByteStringObject(second)])


def _tag(writer: _Writer, field: IndirectObject, label: str) -> None:
    """Puts the field's widget last in the document's structure, as a form field with a name."""
    tree: Any = writer.root["/StructTreeRoot"]
    document: Any = tree["/K"][0]
    key = tree["/ParentTreeNextKey"]
    widget: Any = field.get_object()
    element = writer.add_object(
        DictionaryObject(
            {
                pdf_name("/Type"): pdf_name("/StructElem"),
                pdf_name("/S"): pdf_name("/Form"),
                pdf_name("/P"): tree["/K"].raw_get(0),
                pdf_name("/Alt"): pdf_string(label),
                pdf_name("/Pg"): widget.raw_get("/P"),
                pdf_name("/K"): DictionaryObject(
                    {pdf_name("/Type"): pdf_name("/OBJR"), pdf_name("/Obj"): field}
                ),
            }
        )
    )
    document["/K"].append(element)
    writer.update_container(document)
    widget[pdf_name("/StructParent")] = NumberObject(key)
    tree["/ParentTree"]["/Nums"].extend([NumberObject(key), element])
    writer.update_container(tree["/ParentTree"])
    tree[pdf_name("/ParentTreeNextKey")] = NumberObject(key + 1)
    writer.update_container(tree)
