"""What people attach, made fit to keep: pictures without the place and camera that they carry.

A phone writes into each photo where it was taken. Nobody asked for that (data minimisation: the data
protection regulation (EU) 2016/679, article 5.1 c), and the other parties would see it. So it is taken
out before anything is stored. Where only the description must go the picture itself is not touched;
one that lies on its side is turned, and HEIC becomes JPEG, which every officer can open.
"""

import io
import struct
from collections.abc import Iterable, Iterator

import msgspec
import pillow_heif
from PIL import Image, ImageOps, UnidentifiedImageError

from actions.errors import RefusedError

#: More points than any camera of ours gives is an attack on memory (threat G2).
MOST_POINTS = 120_000_000
#: Of a JPEG that is made anew.
_QUALITY = 92
_ORIENTATION = 0x0112
_JPEG, _PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
_HEIF_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"})
#: Segments of a JPEG that describe it to people: Exif and XMP, IPTC, comments …
_TELLING_SEGMENTS = frozenset({0xE1, 0xFE, *range(0xE3, 0xEE), 0xEF})
#: … and chunks of a PNG and a WebP that do.
_TELLING_CHUNKS = frozenset({b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"})
_WEBP_CHUNKS = frozenset({b"EXIF", b"XMP "})
#: VP8X flags of a WebP: it has Exif, it has XMP.
_WEBP_FLAGS = 0x08 | 0x04

pillow_heif.register_heif_opener()
Image.MAX_IMAGE_PIXELS = MOST_POINTS


class Upload(msgspec.Struct, frozen=True):
    """A file that is fit to be stored; made by `receive` alone."""

    name: str
    media_type: str
    content: bytes


def receive(name: str, media_type: str, content: bytes) -> Upload:
    """What is kept of a file that somebody attached. It may take a second for a large photo.

    Raises RefusedError: "file_empty", "picture_broken", "picture_too_large".
    """
    if not content:
        raise RefusedError("file_empty")
    try:
        return _received(name, media_type, content)
    except UnidentifiedImageError as error:
        if _is_heif(content):
            raise RefusedError("picture_broken") from error
        # It only begins like a picture. What it is instead, the officer sees.
        return Upload(name, media_type, content)
    except Image.DecompressionBombError as error:
        raise RefusedError("picture_too_large") from error
    except (OSError, ValueError, SyntaxError, struct.error) as error:
        raise RefusedError("picture_broken") from error


def _received(name: str, media_type: str, content: bytes) -> Upload:
    """Judged by what the file holds, whatever its name says."""
    if content.startswith(_JPEG):
        if _orientation(content) not in (0, 1):
            return Upload(name, media_type, _upright(content))
        return Upload(name, media_type, b"".join(_quiet_jpeg(content)))
    if content.startswith(_PNG):
        _orientation(content)
        return Upload(name, media_type, b"".join(_quiet_png(content)))
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        _orientation(content)
        return Upload(name, media_type, _quiet_webp(content))
    if _is_heif(content):
        stem, dot, _ = name.rpartition(".")
        return Upload(f"{stem if dot else name}.jpg", "image/jpeg", _upright(content))
    return Upload(name, media_type, content)


def _is_heif(content: bytes) -> bool:
    return content[4:8] == b"ftyp" and content[8:12] in _HEIF_BRANDS


def _orientation(content: bytes) -> int:
    """How the picture lies, by Exif's numbers: 1 is upright. Raises as Pillow for what is none."""
    with Image.open(io.BytesIO(content)) as picture:
        _check_points(picture)
        return int(picture.getexif().get(_ORIENTATION, 1))


def _upright(content: bytes) -> bytes:
    """The picture as it was meant to be seen, as a JPEG with its colours and nothing else."""
    with Image.open(io.BytesIO(content)) as picture:
        _check_points(picture)
        profile = picture.info.get("icc_profile")
        turned = ImageOps.exif_transpose(picture)
        plain = turned if turned.mode in ("RGB", "L") else turned.convert("RGB")
        made = io.BytesIO()
        # An empty Exif: else the one of the source would be written again.
        plain.save(made, "JPEG", quality=_QUALITY, icc_profile=profile, exif=b"")
    return made.getvalue()


def _check_points(picture: Image.Image) -> None:
    if picture.width * picture.height > MOST_POINTS:
        raise Image.DecompressionBombError


def _quiet_jpeg(content: bytes) -> Iterator[bytes]:
    """The segments without those that tell, up to the picture's end.

    Phones hang further pictures and films behind it, with descriptions of their own.
    """
    yield content[:2]
    at = 2
    while at + 1 < len(content):
        if content[at] != 0xFF:
            raise ValueError("no marker where one must be")
        marker = content[at + 1]
        if marker == 0xFF:  # fill byte
            at += 1
            continue
        if marker == 0xD9:
            yield content[at : at + 2]
            return
        (length,) = struct.unpack_from(">H", content, at + 2)
        end = at + 2 + length
        if length < 2 or end > len(content):
            raise ValueError("a segment ends after the file")
        if marker == 0xDA:
            end = _end_of_scan(content, end)
        if marker not in _TELLING_SEGMENTS:
            yield content[at:end]
        at = end
    raise ValueError("the picture has no end")


def _end_of_scan(content: bytes, at: int) -> int:
    """Where the next marker is: 0xFF in a scan's data is followed by zero, or by a restart."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0 or at + 1 >= len(content):
            raise ValueError("a scan ends after the file")
        if content[at + 1] != 0 and not 0xD0 <= content[at + 1] <= 0xD7:
            return at
        at += 2


def _quiet_png(content: bytes) -> Iterator[bytes]:
    yield _PNG
    at = len(_PNG)
    while True:
        (length,) = struct.unpack_from(">I", content, at)
        kind, end = content[at + 4 : at + 8], at + 12 + length
        if end > len(content):
            raise ValueError("a chunk ends after the file")
        if kind not in _TELLING_CHUNKS:
            yield content[at:end]
        if kind == b"IEND":
            return
        at = end


def _quiet_webp(content: bytes) -> bytes:
    chunks = b"".join(_quiet_chunks(content))
    return b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WEBP" + chunks


def _quiet_chunks(content: bytes) -> Iterable[bytes]:
    at = 12
    while at + 8 <= len(content):
        kind = content[at : at + 4]
        (length,) = struct.unpack_from("<I", content, at + 4)
        end = at + 8 + length + length % 2
        if at + 8 + length > len(content):
            raise ValueError("a chunk ends after the file")
        if kind == b"VP8X":
            flags = content[at + 8] & ~_WEBP_FLAGS
            yield content[at : at + 8] + bytes([flags]) + content[at + 9 : end]
        elif kind not in _WEBP_CHUNKS:
            yield content[at:end]
        at = end
