"""SMS that come in, and delivery reports: what 46elks posts to us. Sending is the outbox's."""

from bot.sms.intake import SmsIntake, intake_of
from bot.sms.webhook import is_open, report_url_of, routes

__all__ = ["SmsIntake", "intake_of", "is_open", "report_url_of", "routes"]
