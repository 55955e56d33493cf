"""The Telegram channel. Importing it loads aiogram (2.5 s, 165 MB): only when it is configured.

    Telegram ──polling/webhook──▶ inbox (stored, then acknowledged) ──intake──▶ turn ──▶ outbox
    outbox ──worker──▶ TelegramSender ──rendering──▶ Telegram

A Telegram account identifies nobody: it only finds its conversation again.
"""

from bot.telegram.delivery import TelegramSender
from bot.telegram.intake import handle_inbox
from bot.telegram.polling import run_polling
from bot.telegram.webhook import run_webhook, webhook_route

__all__ = ["TelegramSender", "handle_inbox", "run_polling", "run_webhook", "webhook_route"]
