"""Attached files: how many, how big and of which kind.

Only what is declared is judged here (name, size, media type); whether the content is what it claims
to be is the store's business.
"""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from dialogs.conditions import Value
from dialogs.fields.base import (
    Accepted,
    Asking,
    FieldType,
    FileGiven,
    Given,
    LimitKind,
    Outcome,
    Refused,
    Term,
)
from dialogs.fields.plain import plain
from dialogs.fields.settings import whole
from dialogs.messages import Input, Kind
from dialogs.service import Field
from dialogs.texts import SWEDISH, base_of

DEFAULT_ACCEPT = ("pdf", "jpg", "jpeg", "png", "heic", "docx")
DEFAULT_MAX_MB = 10
DEFAULT_MAX_COUNT = 5
BYTES_PER_MB = 1_000_000

#: Media types that a file with this extension may be declared as; the first is the usual one.
MEDIA_TYPES: Mapping[str, tuple[str, ...]] = {
    "pdf": ("application/pdf", "application/x-pdf"),
    "jpg": ("image/jpeg", "image/jpg", "image/pjpeg"),
    "jpeg": ("image/jpeg", "image/jpg", "image/pjpeg"),
    "png": ("image/png", "image/x-png"),
    "gif": ("image/gif",),
    "webp": ("image/webp",),
    "tif": ("image/tiff",),
    "tiff": ("image/tiff",),
    "heic": ("image/heic", "image/heif", "image/heic-sequence"),
    "heif": ("image/heif", "image/heic"),
    "doc": ("application/msword",),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    "odt": ("application/vnd.oasis.opendocument.text",),
    "rtf": ("application/rtf", "text/rtf"),
    "xls": ("application/vnd.ms-excel",),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",),
    "ods": ("application/vnd.oasis.opendocument.spreadsheet",),
    "txt": ("text/plain",),
    "csv": ("text/csv", "text/plain", "application/vnd.ms-excel"),
    "mp4": ("video/mp4",),
    "mov": ("video/quicktime",),
    "mp3": ("audio/mpeg",),
    "m4a": ("audio/mp4", "audio/x-m4a"),
    "dwg": ("image/vnd.dwg", "application/acad"),
    "zip": ("application/zip", "application/x-zip-compressed"),
}
#: What the cameras of phones make.
_PHOTOGRAPHED = frozenset({"jpg", "jpeg", "heic", "heif"})
#: Longer endings are words of the name.
_LONGEST_EXTENSION = 5
#: What a browser or a phone declares when it does not know: says nothing for or against.
_UNDECLARED = frozenset({"", "application/octet-stream", "binary/octet-stream"})
#: Formats that are ZIP archives and that some systems declare as such.
_ZIPPED = frozenset({"docx", "xlsx", "odt", "ods"})


class FilesType(FieldType):
    """One or several files: [{"file_id", "name", "size", "media_type", "sha256"}]."""

    name: ClassVar[str] = "files"
    LIMITS: ClassVar[Mapping[str, LimitKind]] = {
        "min_count": LimitKind.INTEGER,
        "max_count": LimitKind.INTEGER,
        "max_mb": LimitKind.INTEGER,
        "accept": LimitKind.TEXTS,
    }

    def parse(self, field: Field, given: Given, asking: Asking) -> Outcome:
        if not given.files:
            return Refused("files_missing", _limits_shown(field))
        for file in given.files:
            refusal = _wrong(field, file)
            if refusal is not None:
                return refusal
        files = list({file.sha256 or file.file_id: file for file in given.files}.values())
        most, least = most_files(field), least_files(field)
        if len(files) > most:
            return Refused("files_too_many", {"max": most, "count": len(files)})
        if len(files) < least:
            return Refused("files_too_few", {"min": least, "count": len(files)})
        value = [_as_value(file) for file in files]
        return Accepted(value, "note.files_same_twice" if len(files) < len(given.files) else None)

    def show(self, field: Field, value: Value, language: str) -> str:
        return ", ".join(
            f"{_safe(each['name'])} ({size_shown(each['size'], language)})" for each in value
        )

    def input(self, field: Field, asking: Asking) -> Input:
        extensions = accepted_extensions(field)
        types = dict.fromkeys(MEDIA_TYPES[e][0] for e in extensions if e in MEDIA_TYPES)
        return Input(
            kind=Kind.FILE,
            min=least_files(field),
            max=most_files(field),
            # Extensions too: many systems know no media type for HEIC.
            accept=",".join([*(f".{extension}" for extension in extensions), *types]),
        )

    def terms(self, field: Field, language: str) -> tuple[Term, ...]:
        limits = {
            **_limits_shown(field, language),
            "max": most_files(field),
            "min": least_files(field),
        }
        own = ["files.terms_one" if most_files(field) == 1 else "files.terms"]
        if least_files(field) > 1:
            own.append("files.terms_least")
        if not _PHOTOGRAPHED.isdisjoint(accepted_extensions(field)):
            own.append("files.terms_phone")
        return tuple(Term(key, limits) for key in own)

    def check(self, field: Field) -> tuple[str, ...]:
        wrong = [
            f"accept: unknown extension “{extension}”; known are {', '.join(MEDIA_TYPES)}"
            for extension in accepted_extensions(field)
            if extension not in MEDIA_TYPES
        ]
        least, most = least_files(field), most_files(field)
        if least > most:
            wrong.append(f"min_count {least} is above max_count {most}: nobody could answer")
        return tuple(wrong)


def accepted_extensions(field: Field) -> tuple[str, ...]:
    """Extensions that the field takes, small letters without dot."""
    accept = field.limits.get("accept")
    if not isinstance(accept, tuple):
        return DEFAULT_ACCEPT
    return tuple(str(extension).lower().lstrip(".") for extension in accept) or DEFAULT_ACCEPT


def _taken_extensions(field: Field) -> tuple[str, ...]:
    """What is accepted, and what it is kept as: a HEIC picture becomes a JPEG."""
    accepted = accepted_extensions(field)
    return accepted if _PHOTOGRAPHED.isdisjoint(accepted) else (*accepted, "jpg", "jpeg")


def most_files(field: Field) -> int:
    """So many files the field takes."""
    return _limit(field, "max_count", DEFAULT_MAX_COUNT)


def least_files(field: Field) -> int:
    """So many files the field needs."""
    return _limit(field, "min_count", 1)


def size_shown(size: int, language: str) -> str:
    """Bytes as people read them: "300 kB", "1,2 MB"."""
    if size < 1000:
        return f"{size} B"
    if size < BYTES_PER_MB:
        return f"{round(size / 1000)} kB"
    megabytes = f"{size / BYTES_PER_MB:.1f}"
    return f"{megabytes.replace('.', ',') if base_of(language) == SWEDISH else megabytes} MB"


def _limit(field: Field, setting: str, default: int) -> int:
    value = whole(field, setting)
    return default if value is None else value


def _limits_shown(field: Field, language: str | None = None) -> dict[str, str | int]:
    """`language`: with "and" before the last kind of file."""
    return {
        "accept": _listed(accepted_extensions(field), language),
        "max_mb": _limit(field, "max_mb", DEFAULT_MAX_MB),
    }


def _listed(extensions: Sequence[str], language: str | None) -> str:
    """ "PDF, JPG, PNG" or "PDF, JPG och PNG": the two spellings of one format count once."""
    names = dict.fromkeys(extension.upper() for extension in extensions)
    if "JPG" in names:
        names.pop("JPEG", None)
    *others, last = names
    if language is None or not others:
        return ", ".join(names)
    return f"{', '.join(others)} {'och' if base_of(language) == SWEDISH else 'and'} {last}"


def _wrong(field: Field, file: FileGiven) -> Refused | None:
    """Why this file is not taken, or None."""
    name = {"name": _safe(file.name)}
    if file.size <= 0:
        return Refused("file_empty", name)
    if file.size > _limit(field, "max_mb", DEFAULT_MAX_MB) * BYTES_PER_MB:
        return Refused("file_too_big", name | _limits_shown(field))
    extensions = _taken_extensions(field)
    declared = file.media_type.partition(";")[0].strip().lower()
    extension = _extension(file.name)
    if not extension:
        fits = any(declared in MEDIA_TYPES.get(each, ()) for each in extensions)
        return None if fits else Refused("file_type", name | _limits_shown(field))
    if extension not in extensions:
        return Refused("file_type", name | _limits_shown(field))
    if not _agree(extension, declared):
        return Refused("file_type_mismatch", name | _limits_shown(field))
    return None


def _extension(name: str) -> str:
    """Small letters without dot; "" for "Scan 3" and "ritning v1.2", where the media type tells."""
    suffix = _safe(name).rpartition(".")[2].lower()
    looks_like_one = suffix.isascii() and suffix.isalnum() and not suffix.isdigit()
    return suffix if "." in name and looks_like_one and len(suffix) <= _LONGEST_EXTENSION else ""


def _agree(extension: str, declared: str) -> bool:
    zipped = extension in _ZIPPED and declared in MEDIA_TYPES["zip"]
    return declared in _UNDECLARED or zipped or declared in MEDIA_TYPES.get(extension, (declared,))


def _safe(name: str) -> str:
    """A file name to show: nothing invisible, so that "exe.fdp" cannot pose as "pdf.exe"."""
    return plain(name[-200:]) or "?"


def _as_value(file: FileGiven) -> Value:
    return {
        "file_id": file.file_id,
        "name": file.name,
        "size": file.size,
        "media_type": file.media_type,
        "sha256": file.sha256,
    }


TYPES: tuple[FieldType, ...] = (FilesType(),)
