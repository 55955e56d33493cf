"""`/kvittens`: anybody hands in a receipt and is told whether it is as we sealed it (threat G7).

No login and no ticket: the answer holds nothing that is not in the file itself. The file is judged in
memory and not kept.
"""

import asyncio
import logging

from starlette.datastructures import UploadFile
from starlette.responses import Response
from starlette.routing import BaseRoute

from actions.seal.checking import MOST_BYTES, Checked, Verdict, check
from actions.seal.keys import SealKeyError
from bot.site import Site
from bot.web.rendering import Record, error_page, moment, page, say, size
from bot.web.visits import Visit, route

log = logging.getLogger(__name__)


def routes(site: Site) -> list[BaseRoute]:
    return [route(site, "/kvittens", get=_show, post=_check, files=True)]


async def _show(visit: Visit) -> Response:
    return _page(visit)


async def _check(visit: Visit) -> Response:
    """The verdict is the answer to the POST itself: it is kept nowhere, so no page can show it later."""
    uploaded = visit.form.get("file")
    if not isinstance(uploaded, UploadFile) or not uploaded.filename:
        return _page(visit, problem=say(visit, "web.check.no_file"))
    file = await uploaded.read(MOST_BYTES + 1)
    await visit.form.close()  # a large one lies in a temporary file until then
    if len(file) > MOST_BYTES:
        most = size(MOST_BYTES, visit.language)
        return _page(visit, problem=say(visit, "web.check.too_large", most=most))
    sealer = visit.site.sealer
    try:
        checked = await asyncio.to_thread(lambda: check(file, sealer.ours))
    except SealKeyError as error:
        log.error("no receipt can be checked: %s", error)
        return error_page(visit, "no_check", status=503)
    return _page(visit, checked=checked)


def _page(visit: Visit, *, checked: Checked | None = None, problem: str = "") -> Response:
    return page(
        visit,
        "receipt_check.html",
        http_status=422 if problem else 200,
        problem=problem,
        result=_result(visit, checked) if checked else None,
    )


def _result(visit: Visit, checked: Checked) -> Record:
    receipt, sealer = checked.receipt, visit.site.sealer
    key = f"web.check.{checked.verdict}"
    return Record(
        good=checked.verdict is Verdict.UNCHANGED,
        title=say(visit, f"{key}.title"),
        text=say(visit, f"{key}.text", municipality=_municipality(visit)),
        demo=say(visit, "web.check.demo") if receipt and sealer.is_demo else "",
        reference=receipt.reference if receipt else "",
        received=moment(receipt.received_at, visit.language) if receipt else "",
        sealed=moment(receipt.sealed_at, visit.language) if receipt else "",
        sealed_by=receipt.sealed_by if receipt else "",
    )


def _municipality(visit: Visit) -> str:
    return visit.site.assembly.world().municipality.name
