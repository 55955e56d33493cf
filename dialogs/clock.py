"""The clock that the municipality goes by."""

from zoneinfo import ZoneInfo

#: Days begin and end here, whatever the server's zone (förvaltningslagen counts Swedish days).
STOCKHOLM = ZoneInfo("Europe/Stockholm")
