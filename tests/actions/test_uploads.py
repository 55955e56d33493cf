"""Pictures lose the place and the camera that they carry, and nothing else (row 42)."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from actions import uploads
from actions.errors import RefusedError
from actions.uploads import receive
from tests.actions.filings import refusal

#: Exif tags: the camera's maker, how the picture lies, and the GPS part.
MAKE, LIES, GPS = 0x010F, 0x0112, 0x8825
SECRET = "Kamera i Kramfors"


def exif(lies: int = 1) -> Image.Exif:
    told = Image.Exif()
    told[MAKE] = SECRET
    told[LIES] = lies
    told.get_ifd(GPS).update({1: "N", 2: (62.0, 55.0, 59.0), 3: "E", 4: (17.0, 46.0, 30.0)})
    return told


def picture() -> Image.Image:
    """Wider than high, dark to the left: it can be seen which way it lies."""
    made = Image.new("RGB", (60, 40), "white")
    made.paste((20, 20, 20), (0, 0, 30, 40))
    return made


def written(kind: str, **options: object) -> bytes:
    made = io.BytesIO()
    picture().save(made, kind, **options)
    return made.getvalue()


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def told(content: bytes) -> bool:
    """Whether the file still says where it was taken and by which camera."""
    image = opened(content)
    return bool(dict(image.getexif()) or image.getexif().get_ifd(GPS)) or SECRET.encode() in content


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_place_is_gone_and_each_point_is_the_same(kind: str) -> None:
    content = written(kind, exif=exif())
    assert told(content)
    kept = receive("a", "image/x", content).content
    assert not told(kept)
    assert opened(kept).tobytes() == opened(content).tobytes()


def test_a_picture_on_its_side_is_turned() -> None:
    content = written("JPEG", exif=exif(lies=6))
    kept = opened(receive("a.jpg", "image/jpeg", content).content)
    assert kept.size == (40, 60)
    assert kept.getpixel((20, 5))[0] < 60 < 200 < kept.getpixel((20, 55))[0]
    assert not told(receive("a.jpg", "image/jpeg", content).content)


@pytest.mark.parametrize("quality", [90, -1])
def test_heic_becomes_a_jpeg_that_everybody_can_open(quality: int) -> None:
    content = written("HEIF", exif=exif(), quality=quality)
    kept = receive("IMG_0412.HEIC", "image/heic", content)
    assert (kept.name, kept.media_type) == ("IMG_0412.jpg", "image/jpeg")
    assert opened(kept.content).format == "JPEG"
    assert opened(kept.content).size == (60, 40)
    assert not told(kept.content)


def test_colours_are_kept() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for content in (
        written("JPEG", icc_profile=profile),
        written("JPEG", icc_profile=profile, exif=exif(lies=3)),
    ):
        kept = opened(receive("a.jpg", "image/jpeg", content).content)
        assert kept.info["icc_profile"] == profile


def test_progressive_pictures_and_comments() -> None:
    content = written("JPEG", progressive=True, comment=SECRET, exif=exif())
    kept = receive("a.jpg", "image/jpeg", content).content
    assert SECRET.encode() not in kept
    assert opened(kept).tobytes() == opened(content).tobytes()


def test_what_hangs_behind_the_picture_is_left_out() -> None:
    behind = written("JPEG", exif=exif())
    kept = receive("a.jpg", "image/jpeg", written("JPEG") + behind).content
    assert SECRET.encode() not in kept


def test_words_in_a_png_are_left_out() -> None:
    words = PngInfo()
    words.add_text("Author", SECRET)
    words.add_itxt("Comment", SECRET)
    kept = receive("a.png", "image/png", written("PNG", pnginfo=words)).content
    assert SECRET.encode() not in kept
    assert opened(kept).size == (60, 40)


def test_the_content_decides_and_not_the_name() -> None:
    kept = receive("intyg.pdf", "application/pdf", written("JPEG", exif=exif()))
    assert not told(kept.content)


def test_what_is_no_picture_is_kept_as_it_is() -> None:
    assert receive("a.pdf", "application/pdf", b"%PDF-1.7 hej").content == b"%PDF-1.7 hej"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_a_cut_picture_is_refused(kind: str) -> None:
    content = written(kind, exif=exif())
    for missing in (1, 20):
        cut = content[:-missing]
        assert refusal(lambda cut=cut: receive("a", "", cut)) == "picture_broken"


def test_what_only_begins_like_a_picture_is_kept_as_it_is() -> None:
    for content in (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n....", b"RIFF....WEBP"):
        assert receive("a", "image/jpeg", content).content == content


def test_a_picture_with_too_many_points_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MOST_POINTS", 2000)
    for kind in ("JPEG", "PNG", "WEBP", "HEIF"):
        content = written(kind)
        assert refusal(lambda content=content: receive("a", "", content)) == "picture_too_large"


def test_nothing_is_refused_as_empty() -> None:
    assert refusal(lambda: receive("a.jpg", "image/jpeg", b"")) == "file_empty"


@given(st.sampled_from(["JPEG", "PNG", "WEBP"]), st.data())
def test_rubbish_is_refused_or_kept_and_never_fails_otherwise(
    kind: str, data: st.DataObject
) -> None:
    content = bytearray(written(kind, exif=exif()))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        receive("a", "", bytes(content))
    except RefusedError as error:
        assert error.reason in ("picture_broken", "picture_too_large")
