"""What others say of a sealed file: qpdf, poppler and pyHanko's own validator."""

import subprocess
from io import BytesIO
from pathlib import Path

from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext


def run(*command: str | Path) -> str:
    """What a program prints; its failure is the test's."""
    done = subprocess.run([str(each) for each in command], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def assert_sound(pdf: bytes, folder: Path, root: bytes) -> None:
    """The file is in order, and its seal is a certification of the whole by `root`'s holder (DER)."""
    path = folder / "kvittens.pdf"
    path.write_bytes(pdf)
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", path)
    facts = run("pdfinfo", path)
    assert "PDF version:     1.7" in facts
    assert "Tagged:          yes" in facts
    seal = run("pdfsig", "-nocert", path)
    assert "Signature is Valid" in seal
    assert "Total document signed" in seal
    assert "Signature #2" not in seal
    (signature,) = PdfFileReader(BytesIO(pdf)).embedded_signatures
    moment = signature.self_reported_timestamp
    context = ValidationContext(
        trust_roots=[Certificate.load(root)], allow_fetching=False, moment=moment
    )
    status = validate_pdf_signature(signature, context)
    assert status.bottom_line, status.pretty_print_details()
    assert status.coverage is SignatureCoverageLevel.ENTIRE_FILE
    assert signature.docmdp_level is MDPPerm.NO_CHANGES
