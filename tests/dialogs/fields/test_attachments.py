import msgspec
import pytest

from dialogs.fields.base import Accepted, FileGiven, Refused
from dialogs.messages import Kind
from tests.dialogs.fields.asked import TYPES, asking, attach, field, show

DRAWING = FileGiven("f1", "ritning.pdf", 1_234_000, "application/pdf", "a" * 64)
PHOTO = FileGiven("f2", "IMG_1.JPG", 300_400, "image/jpeg", "b" * 64)
ALLOWED: dict[str, str | int] = {"accept": "PDF, JPG, PNG, HEIC, DOCX", "max_mb": 10}


def changed(**fields: str | int) -> FileGiven:
    return msgspec.structs.replace(DRAWING, **fields)


def test_files_are_kept_with_their_hash() -> None:
    outcome = attach(DRAWING, PHOTO)
    assert isinstance(outcome, Accepted)
    assert outcome.value == [msgspec.to_builtins(DRAWING), msgspec.to_builtins(PHOTO)]


def test_files_are_shown_with_name_and_size() -> None:
    value = [msgspec.to_builtins(DRAWING), msgspec.to_builtins(PHOTO)]
    assert show("files", value) == "ritning.pdf (1,2 MB), IMG_1.JPG (300 kB)"
    assert show("files", value, "en") == "ritning.pdf (1.2 MB), IMG_1.JPG (300 kB)"


def test_no_file_tells_what_may_be_sent() -> None:
    assert attach() == Refused("files_missing", ALLOWED)


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (changed(size=0), "file_empty"),
        (changed(size=10_000_001), "file_too_big"),
        (changed(name="program.exe"), "file_type"),
        (changed(name="tabell.xlsx"), "file_type"),
        (changed(name="utan ändelse", media_type="application/x-dosexec"), "file_type"),
        (changed(name="bild.png"), "file_type_mismatch"),
        (changed(media_type="text/html"), "file_type_mismatch"),
    ],
)
def test_a_file_that_does_not_fit_is_refused(file: FileGiven, reason: str) -> None:
    outcome = attach(file)
    assert isinstance(outcome, Refused)
    assert outcome.reason == reason


@pytest.mark.parametrize(
    "file",
    [
        changed(name="utan ändelse"),
        changed(name="ritning v1.2"),
        changed(name="RITNING.PDF"),
        changed(media_type="application/octet-stream"),
        changed(media_type=""),
        changed(media_type="application/pdf; charset=binary"),
        changed(name="brev.docx", media_type="application/zip"),
        changed(name="bild.heic", media_type="image/heif"),
        changed(size=10_000_000),
    ],
)
def test_a_file_that_fits_is_taken(file: FileGiven) -> None:
    assert isinstance(attach(file), Accepted)


def test_the_number_of_files_is_limited() -> None:
    many = [changed(file_id=str(n), sha256=str(n)) for n in range(6)]
    assert attach(*many) == Refused("files_too_many", {"max": 5, "count": 6})
    assert attach(DRAWING, min_count=2) == Refused("files_too_few", {"min": 2, "count": 1})


def test_the_same_file_twice_is_kept_once_and_told() -> None:
    outcome = attach(DRAWING, changed(file_id="f9"))
    assert isinstance(outcome, Accepted)
    assert len(outcome.value) == 1
    assert outcome.note == "note.files_same_twice"


def test_a_name_that_hides_its_extension_is_shown_plainly() -> None:
    outcome = attach(changed(name="faktura\u202efdp.exe"))
    assert isinstance(outcome, Refused)
    assert outcome.params["name"] == "fakturafdp.exe"


def test_the_control_offers_extensions_and_media_types() -> None:
    control = TYPES["files"].input(field("files", accept=("pdf", ".JPG")), asking())
    assert control.kind is Kind.FILE
    assert control.accept == ".pdf,.jpg,application/pdf,image/jpeg"


def test_a_definition_with_an_unknown_extension_is_reported() -> None:
    assert TYPES["files"].check(field("files", accept=("pdf", "pfd")))
    assert TYPES["files"].check(field("files", min_count=3, max_count=2))
    assert not TYPES["files"].check(field("files"))
