"""How a person of the municipality is reached: a line each, and links where a tap calls or writes."""

import re

from dialogs.messages import Link
from dialogs.talk import Talk

#: Our own pages. A messenger makes its own links of the numbers in a text.
_WITH_LINKS = frozenset({"web", "page"})


def ways_of_contact(talk: Talk) -> str:
    """Phone and hours, e-mail, address: those that the municipality has, a line each."""
    place = talk.world.municipality
    hours = place.opening_hours.to(talk.language)
    lines = (
        talk.text("contact.phone", phone=place.phone, hours=hours) if place.phone else "",
        talk.text("contact.email", email=place.email) if place.email else "",
        talk.text("contact.visit", address=place.address) if place.address else "",
    )
    return "\n".join(line for line in lines if line)


def contact_links(talk: Talk) -> tuple[Link, ...]:
    place = talk.world.municipality
    if talk.conversation.channel not in _WITH_LINKS:
        return ()
    number = re.sub(r"[^\d+]", "", place.phone)
    ways = ((number, f"tel:{number}", "call"), (place.email, f"mailto:{place.email}", "write"))
    return tuple(
        Link(url=url, label=talk.text(f"contact.{act}"), purpose="info")
        for known, url, act in ways
        if known
    )
