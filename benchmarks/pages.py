"""What a visitor on an old phone with a bad connection waits for, in a real browser.

A Chromium of 360 pixels with a processor four times slower and "slow 3G" (400 kbit/s, 400 ms there
and back); nothing is cached. Each address is opened a few times; medians are told.
"""

import statistics
from collections.abc import Iterator, Sequence
from typing import Any, Final

import msgspec
from playwright.sync_api import Browser

from benchmarks import process
from tests.browser.driving import PHONE, chromium, new_person

TIMES: Final = 3
#: As in Chromium's developer tools: bytes each second, and milliseconds there and back.
_SLOW_3G: Final = {
    "offline": False,
    "downloadThroughput": 400_000 / 8,
    "uploadThroughput": 400_000 / 8,
    "latency": 400,
}
_SLOWER: Final = 4
_WITHIN_MS: Final = 60_000
#: What is there when a person can begin, by address.
_READY: Final = {
    "/": "arende-chat .log li",
    "/chat?service=synpunkt": "main form",
    "/mina-sidor": "main form",
    "/tillganglighet": "main h2",
}
_VITALS: Final = """() => new Promise((resolve) => {
    const found = { lcp: 0, cls: 0, blocked: 0 };
    const watch = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take))
        .observe({ type, buffered: true });
    watch("largest-contentful-paint", (entry) => { found.lcp = entry.startTime });
    watch("layout-shift", (entry) => { if (!entry.hadRecentInput) found.cls += entry.value });
    watch("longtask", (entry) => { found.blocked += Math.max(0, entry.duration - 50) });
    setTimeout(() => {
        const [paint] = performance.getEntriesByName("first-contentful-paint");
        resolve({ ...found, fcp: paint.startTime });
    }, 500);
})"""


class Opened(msgspec.Struct, frozen=True):
    """One address, opened for the first time. Times in milliseconds since the navigation."""

    address: str
    requests: int
    #: On the wire, with headers.
    kilobytes: float
    first_paint: float
    largest_paint: float
    #: The first question, or the first form, is there.
    ready: float
    #: Time in which the page could not have answered a tap.
    blocked: float
    #: How much has moved, as a share of the window (CLS).
    shifted: float


def measure() -> tuple[Opened, ...]:
    """Starts the assistant and a browser, and opens each address."""
    with (
        process.scratch() as folder,
        process.running_assistant(folder) as server,
        chromium() as browser,
    ):
        return tuple(_pages(browser, f"http://127.0.0.1:{server.port}"))


def _pages(browser: Browser, url: str) -> Iterator[Opened]:
    for address, ready in _READY.items():
        yield _median([_open(browser, url, address, ready) for _ in range(TIMES)])


def _open(browser: Browser, url: str, address: str, ready: str) -> Opened:
    context = new_person(browser, PHONE)
    context.set_default_timeout(_WITHIN_MS)
    page = context.new_page()
    wire = context.new_cdp_session(page)
    sizes: list[float] = []
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", _SLOW_3G)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
    wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(url + address, wait_until="commit")
    page.locator(ready).first.wait_for(state="attached")
    began = page.evaluate("() => performance.now()")
    page.wait_for_load_state("load")
    vitals: dict[str, Any] = page.evaluate(_VITALS)
    context.close()
    return Opened(
        address=address,
        requests=len(sizes),
        kilobytes=round(sum(sizes) / 1000, 1),
        first_paint=round(vitals["fcp"]),
        largest_paint=round(vitals["lcp"]),
        ready=round(began),
        blocked=round(vitals["blocked"]),
        shifted=round(vitals["cls"], 3),
    )


def _median(opened: Sequence[Opened]) -> Opened:
    middle = {
        name: statistics.median([getattr(each, name) for each in opened])
        for name in Opened.__struct_fields__
        if name != "address"
    }
    return Opened(address=opened[0].address, **middle)
