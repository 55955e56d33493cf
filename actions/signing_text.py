"""The text that everybody signs, made from the frozen revision and nothing else (threat C3).

It is plain text. Every answer stands on lines of its own that are indented, so that nothing a
person wrote can pass for a sentence of ours.
"""

from actions.revisions import RevisionContent, digest
from dialogs.texts import Texts


def signing_text(content: RevisionContent, texts: Texts, *, most_bytes: int) -> str:
    """Who signs what, in the language of the filing.

    With all answers; without them when that would be longer than `most_bytes` of UTF-8, since a
    text that is cut off would say something else. The checksum stands for the answers then.
    """
    whole = _text(content, texts, with_answers=True)
    if len(whole.encode()) <= most_bytes:
        return whole
    return _text(content, texts, with_answers=False)


def _text(content: RevisionContent, texts: Texts, *, with_answers: bool) -> str:
    def say(key: str, **params: object) -> str:
        return texts.say(content.language, f"signing.text.{key}", **params)

    head = say(
        "head",
        municipality=content.municipality,
        title=content.title,
        reference=content.reference,
    )
    parts = [head]
    if with_answers:
        parts += [f"{row.label}\n{_indented(row.answer)}" for row in content.sections]
        if content.files:
            parts.append(f"{say('files')}\n{_indented(_files(content))}")
        if len(content.parties) > 1:
            parts.append(f"{say('parties')}\n{_indented(_parties(content))}")
    parts.append(say("sworn" if with_answers else "sworn_unseen", hash=digest(content)))
    return "\n\n".join(parts)


def shows_answers(text: str, content: RevisionContent) -> bool:
    """Whether a text that was signed shows the answers, files and parties of this revision; False when
    it shows none, because they were too long.

    Goes by what is indented and not by our own words, which may be others when an archive is read.
    Raises ValueError when it shows anything else.
    """
    shown = [part for part in text.split("\n\n") if "\n  " in part]
    told = [f"{row.label}\n{_indented(row.answer)}" for row in content.sections]
    lists = [_files(content)] if content.files else []
    if len(content.parties) > 1:
        lists.append(_parties(content))
    answers, rest = shown[: len(told)], shown[len(told) :]
    is_whole = answers == told and [part.partition("\n")[2] for part in rest] == [
        _indented(names) for names in lists
    ]
    if shown and not is_whole:
        raise ValueError("the text shows other answers than those of the revision")
    return is_whole


def _files(content: RevisionContent) -> str:
    return "\n".join(f"{file.name}, SHA-256 {file.sha256}" for file in content.files)


def _parties(content: RevisionContent) -> str:
    return "\n".join(f"{party.name}, {party.role}" for party in content.parties)


def _indented(text: str) -> str:
    """Every kind of line break counts, or a line could stand at the margin."""
    return "\n".join(f"  {line}" for line in text.splitlines() or [""])
