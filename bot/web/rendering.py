"""Pages from templates: the frame that all share, moments and sizes in words, redirects."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Protocol

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from bot.site import Site
from bot.web.security import PAGE_HEADERS, leaving_headers
from dialogs.clock import STOCKHOLM
from dialogs.concerning import in_words
from dialogs.conversation import CaseSummary, Concerned, SigningRequest
from dialogs.service import Service
from dialogs.statuses import Status
from dialogs.texts import LocalText, base_of
from dialogs.world import World

TEMPLATES = Path(__file__).parents[1] / "templates"
LANGUAGE_COOKIE = "lang"
_LANGUAGES = {"sv": "Svenska", "en": "English", "sv-simple": "Lättläst"}
#: With no-break spaces: neither "kl." nor the day stands alone at the end of a line.
_MOMENT = {"sv": "d\u00a0MMMM y 'kl.'\u00a0HH.mm", "en": "d\u00a0MMMM y, HH:mm"}
#: Identity, case and postal numbers, and what is said of them, that are read in one piece.
_WHOLE = re.compile(
    r"\b(?:\d{6,8}-\d{4}|[A-Z]-[0-9A-Z]{4}-[0-9A-Z]{4}|\d{3} \d{2} [A-ZÅÄÖ][\w-]+|\w+-legitimation)\b"
)

Record = SimpleNamespace
"""One thing that a template shows, with the attributes that its comment names."""


class Shown(Protocol):
    """What a page is shown to: a visit or anything with these."""

    @property
    def site(self) -> Site: ...
    @property
    def request(self) -> Request: ...
    @property
    def language(self) -> str: ...
    @property
    def form_token(self) -> str: ...


@cache
def environment() -> Environment:
    """Escapes everything, and fails on a variable that a page forgot."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined
    )
    made.filters["unbroken"] = _unbroken
    made.filters["parted"] = _parted
    made.filters["linked"] = _linked
    made.filters["grouped"] = _grouped
    return made


def _unbroken(text: str) -> Markup:
    """Identity numbers, references and postal towns in one piece, however narrow the page."""
    whole = r'<span class="unbroken">\g<0></span>'
    return Markup(_WHOLE.sub(whole, str(escape(text))))  # noqa: S704  # escaped in the same line


def _parted(text: str) -> Markup:
    """A heading such as "Skriv under: …" with what comes before the colon on a line of its own."""
    kind, colon, rest = text.partition(": ")
    if not colon:
        return escape(text)
    return Markup('<span class="kind">{}<span class="visually-hidden">:</span></span> {}').format(
        kind, rest
    )


def _linked(text: str, addresses: Iterable[str]) -> Markup:
    """A text with links where it holds these addresses."""
    known = [str(escape(each)) for each in sorted(addresses, key=len, reverse=True)]
    if not known:
        return escape(text)
    pattern = "|".join(re.escape(each) for each in known)
    link = r'<a href="\g<0>">\g<0></a>'
    return Markup(re.sub(pattern, link, str(escape(text))))  # noqa: S704  # escaped in the same line


def _grouped(number: int, language: str) -> str:
    """2000 as people read it: 2 000."""
    return str(format_decimal(number, locale=base_of(language)))


def language_of(request: Request, world: World) -> str:
    """What the address or an earlier choice says; Swedish otherwise."""
    known = world.texts.languages()
    for asked in (request.query_params.get("lang"), request.cookies.get(LANGUAGE_COOKIE)):
        if asked in known:
            return str(asked)
    return "sv"


def say(visit: Shown, key: str, **params: Any) -> str:
    """One of the assistant's own sentences, in the visitor's language."""
    return visit.site.assembly.world().texts.say(visit.language, key, **params)


def page(
    visit: Shown, template: str, *, http_status: int = 200, page: str = "", **context: Any
) -> Response:
    """A page with its headers. `page` is its place in the navigation; `providers` of
    the context are buttons, some of which may lead away from us (`leaves`)."""
    world = visit.site.assembly.world()
    place = world.municipality
    words = partial(world.texts.say, visit.language)
    html = (
        environment()
        .get_template(template)
        .render(
            t=words,
            # The same: `t` stands for a key of pages.yaml, `words` for one of web.yaml.
            words=words,
            lang=visit.language,
            municipality=Record(
                name=place.name,
                phone=place.phone,
                email=place.email,
                hours=place.opening_hours.to(visit.language),
                url="",
                has_statement=place.accessibility is not None,
            ),
            demo=visit.site.assembly.mode == "demo",
            languages=_languages(visit.request, world),
            page=page,
            form_token=visit.form_token,
            **context,
        )
    )
    leads_away = any(button.leaves for button in context.get("providers", ()))
    headers = leaving_headers(visit.site.assembly) if leads_away else PAGE_HEADERS
    return HTMLResponse(html, http_status, headers=headers)


def _languages(request: Request, world: World) -> list[Record]:
    if request.method != "GET":
        return []
    with_language = request.url.include_query_params
    return [
        Record(
            code=code,
            label=_LANGUAGES.get(code, code),
            url=f"{request.url.path}?{with_language(lang=code).query}",
        )
        for code in world.texts.languages()
    ]


def error_page(visit: Shown, key: str, *, status: int, go_on: str = "", **params: Any) -> Response:
    """A page that says what did not work and what to do: texts `web.error.<key>.…`.

    `go_on`: a path of ours that its button leads to, instead of the start page.
    """
    texts = visit.site.assembly.world().texts
    prefix = f"web.error.{key}" if texts.has(f"web.error.{key}.title") else "web.error.refused"
    todo = f"{prefix}.todo"
    return page(
        visit,
        "error.html",
        http_status=status,
        title=say(visit, f"{prefix}.title"),
        text=say(visit, f"{prefix}.text", **params),
        todo=[say(visit, todo)] if texts.has(todo) else [],
        reference="",
        go_on=go_on,
    )


def redirect(path: str) -> Response:
    """After a POST: the answer is another page of ours."""
    return RedirectResponse(path, 303, headers=PAGE_HEADERS)


def leave(url: str) -> Response:
    """To an e-ID's own page: an address that the provider has made, never one from a request."""
    return RedirectResponse(url, 303, headers=PAGE_HEADERS)


def moment(at: datetime, language: str) -> str:
    """Swedish time, in words."""
    local = at.astimezone(STOCKHOLM)
    return str(
        format_datetime(
            local, _MOMENT.get(base_of(language), _MOMENT["sv"]), locale=base_of(language)
        )
    )


def day(at: datetime, language: str) -> str:
    """The day of a moment, in words."""
    local = at.astimezone(STOCKHOLM)
    return str(format_date(local, "d MMMM", locale=base_of(language)))


def size(count: int, language: str) -> str:
    """Bytes as people say it, in decimal units."""
    for unit, each in (("MB", 1_000_000), ("kB", 1000)):
        if count >= each:
            return f"{format_decimal(round(count / each, 1), locale=base_of(language))} {unit}"
    return f"{count} B"


def short_hash(digest: str) -> str:
    return f"{digest[:8]} {digest[8:16]}"


def status_text(visit: Shown, status: Status) -> str:
    return say(visit, f"status.{status}")


def title_of(visit: Shown, filing: CaseSummary | SigningRequest) -> str:
    service = visit.site.assembly.world().services.get(filing.service)
    return service.title.to(visit.language) if service else filing.service


def filled(visit: Shown, text: LocalText) -> str:
    """A text of a definition with its placeholders."""
    place = visit.site.assembly.world().municipality
    return (
        text.to(visit.language)
        .replace("{municipality}", place.name)
        .replace("{customer_service}", place.customer_service.to(visit.language))
    )


def unverified(visit: Shown, service: Service) -> list[str]:
    return [filled(visit, text) for text in service.unverified]


def whom(visit: Shown, party: Concerned | None) -> str:
    """A sentence that says whom a filing is about; "" when that is the filer."""
    return say(visit, f"concerning.{party.kind}", who=in_words(party)) if party else ""


def party_state(visit: Shown, state: str, acted_at: datetime | None) -> str:
    """What a party has done, or has yet to do, in words."""
    if state == "signed" and acted_at is not None:
        return say(visit, "web.party.signed", when=moment(acted_at, visit.language))
    return say(visit, f"web.party.{state}")


def section(heading: str, rows: Any) -> Record:
    """Questions and answers for `answers.html`."""
    return Record(
        heading=heading,
        rows=[Record(question=row.question, answer=row.answer) for row in rows],
    )


def attachments(files: Any, language: str, urls: Mapping[str, str] | None = None) -> list[Record]:
    """Files for `answers.html`; `urls` by SHA-256."""
    known = urls or {}
    return [
        Record(
            name=file.name,
            size=size(file.size, language),
            sha256_short=file.sha256[:8],
            url=known.get(file.sha256, ""),
        )
        for file in files
    ]
