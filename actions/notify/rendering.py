"""From an outbox row's payload to the words that go out. Rendered when sent: texts may be mended."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from actions.notify.notices import Notice, NoticeKind, notice
from dialogs.texts import Texts

#: What the kinds of answers to SMS begin with: they are their own text keys.
SMS_ANSWER: Final = "sms."

_TO_CITIZENS = frozenset(kind.value for kind in NoticeKind)


def rendered(payload: Mapping[str, Any], texts: Texts) -> Notice:
    """The notice that a payload stands for.

    Citizens get one of `NoticeKind`, whose sentences have room for nothing personal, or an answer
    to an SMS; the other kinds go to the municipality's own staff.
    """
    kind: str = payload["kind"]
    language: str = payload["language"]
    params: Mapping[str, str] = payload["params"]
    if kind in _TO_CITIZENS:
        day = params.get("until")
        return notice(
            NoticeKind(kind),
            language,
            texts,
            municipality=params["municipality"],
            reference=params["reference"],
            link=params["link"],
            until=date.fromisoformat(day) if day else None,
        )
    if kind.startswith(SMS_ANSWER):
        said = texts.say(language, kind, **params).strip()
        return Notice(subject=said, text=said, sms=said)
    return Notice(
        subject=texts.say(language, f"notice.{kind}.subject", **params).strip(),
        text=texts.say(language, f"notice.{kind}.body", **params).strip() + "\n",
    )
