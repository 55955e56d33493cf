"""All pages of the site, and the files that they use."""

from starlette.routing import BaseRoute

from bot.site import Site
from bot.web import (
    chat_page,
    desk,
    eid_pages,
    front,
    my_pages,
    outbox_page,
    receipt_page,
    secure_answer,
    signing_pages,
)


def routes(site: Site) -> list[BaseRoute]:
    """Every page. Which of them exist in production each module decides."""
    modules = (
        front, eid_pages, signing_pages, receipt_page, secure_answer, my_pages, desk, chat_page,
        outbox_page,
    )  # fmt: skip
    return [route for module in modules for route in module.routes(site)]
