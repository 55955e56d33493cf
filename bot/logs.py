"""Logs: one line an event, with no personal data (threat F7).

Our code logs types and ids only. As a net under it, whatever looks like a personal number or a
ticket or secret in an address is masked, and line breaks are written as escapes.
"""

import logging
import re

_PERSONAL = re.compile(r"\b(?:\d{2})?\d{6}[-+ ]?\d{4}\b")
_TICKET = re.compile(r"(/(?:e|s|kvittens|svar|samtal|sms/46elks)/)[\w-]{8,}")


class MaskingFormatter(logging.Formatter):
    """Formats a record as one line without personal numbers and tickets."""

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(record)
        line = _TICKET.sub(r"\1…", _PERSONAL.sub("[nummer]", line))
        head, *trace = line.splitlines() or [""]
        return "\n    ".join([head, *trace])


def configure_logs(level: int = logging.INFO) -> None:
    """Logs to standard error."""
    handler = logging.StreamHandler()
    handler.setFormatter(MaskingFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for noisy in ("httpx", "httpcore", "uvicorn.access", "alembic", "aiogram.event"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
