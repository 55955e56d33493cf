"""Every page renders in both languages with the context that its template's comment promises."""

import re
from collections.abc import Callable
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace as Record
from typing import Any

import pytest
import yaml

from actions.worlds import read_texts
from bot.web.rendering import environment
from dialogs.messages import CaseState, Choice, Input, Kind, Link, Message, Progress
from dialogs.texts import Texts

ROOT = Path(__file__).parents[1]
TEMPLATES = ROOT / "bot" / "templates"
LANGUAGES = ("sv", "en")
TEXTS = Texts(
    {
        language: yaml.safe_load((ROOT / f"config/texts/{language}/pages.yaml").read_text("utf-8"))
        for language in LANGUAGES
    }
)
#: Besides the pages' own.
ALL_TEXTS = read_texts(ROOT / "config" / "texts")
ENVIRONMENT = environment()
#: What nobody may ever see as markup.
NASTY = '<script>alert("x")</script><img src=x onerror=alert(1)>'

SECTIONS = [
    Record(
        heading="Barnet",
        rows=[
            Record(question="Vad heter barnet?", answer="Kalle Ek"),
            Record(question="Varför vill ni byta skola?", answer="Nära hemmet.\nSyskon. " + NASTY),
            Record(question="Vad är barnets långa ord?", answer="Ett" + "mycketlångtord" * 12),
        ],
    ),
    Record(heading="Kontakt", rows=[Record(question="Telefon", answer="Inte besvarad")]),
]
FILES = [Record(name=f"intyg {NASTY}.pdf", size="312 kB", sha256_short="9f86d081", url="/f/1")]
PARTIES = [
    Record(
        name="Anna Ek",
        role="vårdnadshavare",
        state="Har skrivit under 3 maj 2026",
        personnummer="19800101-2384",
        signed="3 maj 2026 kl. 10.12",
        provider="BankID",
    ),
    Record(
        name="Bo Ek",
        role="den andra vårdnadshavaren",
        state="Väntar",
        personnummer="19790203-2396",
        signed="",
        provider="",
    ),
]
STATEMENT = {
    "flaws": ["Ingen som använder skärmläsare har testat chatten."],
    "method": "Vi har testat alla sidor.",
    "published": "3 maj 2026",
    "assessed": "4 maj 2026",
    "supervisor": "Digg",
    "supervisor_web": "https://www.example.se/",
    "address": "Torggatan 2",
}
UNVERIFIED = ["Att du har vårdnaden har inte kontrollerats mot folkbokföringen."]
PROVIDERS = [Record(name="bankid", label="BankID"), Record(name="demo", label="Demo")]
MENU = Message(
    text="Hej! Jag hjälper dig med ärenden.\nVad gäller det?",
    number=1,
    input=Input(kind=Kind.CHOICE),
    choices=(
        Choice(value="skolbyte", label="Byta skola", description="Ansök om plats i en annan skola"),
        Choice(value="fel", label="Felanmälan"),
    ),
)
TRANSCRIPT = [
    MENU,
    Message(text="Byta skola", number=2, sender="person"),
    Message(
        text="Logga in för att fortsätta. Numret är 47.",
        number=3,
        links=(Link(url="/e/abc", label="Logga in", purpose="login"),),
        progress=Progress(at=1, of=9),
    ),
    Message(text=NASTY, number=4, sender="person"),
    Message(text="Vi behöver ett intyg till.", number=5, sender="officer"),
    Message(
        text="Kommunen har fått din ansökan.",
        number=6,
        case=CaseState(reference="KFM-7Q2F", status="received", status_text="Inkommet"),
        links=(Link(url="/kvittens/x", label="Kvittens", purpose="receipt"),),
    ),
]
PROBLEM = Message(text="Skriv datumet så här: 2026-12-04.", number=7, problem=True)


def asking(**fields: Any) -> Message:
    """A message that asks for an answer of some kind."""
    choices = fields.pop("choices", None)
    return Message(text="Vad vill du svara?", number=8, input=Input(**fields), choices=choices)


def chat(current: Message | None, **more: Any) -> dict[str, Any]:
    """The context of /chat, with `current` as the question."""
    messages = [*TRANSCRIPT, current] if current else TRANSCRIPT
    context: dict[str, Any] = {
        "page": "chat",
        "messages": messages,
        "current": current,
        "problem": None,
        "given": "",
        "message_id": "6f1b2c5e-7f0a-4d53-9d3a-0c8f4a1c2b3d",
        "ended": False,
    }
    return {**context, **more}


MANY = tuple(Choice(value=f"v{n}", label=f"Alternativ {n}") for n in range(20))
SIGNING = {
    "title": "Ansökan om byte av skola",
    "concerns": f"Ärendet gäller barnet Kim Ek {NASTY}.",
    "reference": "KFM-7Q2F",
    "filer": "Anna Ek",
    "own": False,
    "sections": SECTIONS,
    "files": FILES,
    "progress": "1 av 2 har skrivit under.",
    "parties": PARTIES,
    "private_note": True,
    "unverified": UNVERIFIED,
    "hash_short": "9f86d081 884c7d65",
    "expires": "2 juni 2026",
    "login_name": "Bo Ek",
    "can_sign": True,
    "used": "BankID",
    "providers": PROVIDERS,
    "reason": "",
    "problem": "",
}
CASE = {
    "title": "Ansökan om byte av skola",
    "concerns": f"Ärendet gäller barnet Kim Ek {NASTY}.",
    "reference": "KFM-7Q2F",
    "status": "Under handläggning",
    "received": "3 maj 2026 kl. 10.12",
    "sections": SECTIONS,
    "files": FILES,
    "parties": PARTIES,
    "unverified": UNVERIFIED,
}
MY_CASE = {
    "page": "my-pages",
    "title": "Ansökan om byte av skola",
    "reference": "KFM-7Q2F",
    "status": "Väntar på flerpartssignering",
    "concerns": f"Ärendet gäller barnet Kim Ek {NASTY}.",
    "explain": "Någon har inte skrivit under än.",
    "changed": "3 maj 2026 kl. 10.12",
    "signed": "1 av 2 har skrivit under.",
    "until": "2 juni 2026 kl. 23.59",
    "parties": PARTIES,
    "extend": "Ge mer tid, till och med 9 juni",
    "board_url": "/chat?draft=1",
    "continue_url": "/chat?draft=1",
    "continue_label": "Skicka igen",
    "complete_url": "/chat?draft=1",
    "asked": f"Skicka ett intyg {NASTY}",
    "can_sign": True,
    "receipt_url": "/kvittens/x",
    "can_withdraw": True,
    "notice": "Tiden är förlängd.",
}
LINES = [
    Record(
        title=f"Byte av skola {NASTY}",
        concerns=f"Ärendet gäller barnet Kim Ek {NASTY}.",
        reference=f"KFM-7Q2{n}",
        status="Utkast",
        signed="1 av 2 har skrivit under.",
        saved="i går",
        expires="Finns kvar till 2 augusti 2026.",
        filer="Anna Ek",
        draft=str(n),
        missing=f"Har inte skrivit under än: {NASTY}.",
        can_sign=n == 1,
        continue_url="/chat?draft=1" if n else "",
        changed="3 maj 2026",
        received="3 maj 2026",
        unit="Barn och utbildning",
        url=f"/desk/{n}",
        receipt_url="/kvittens/x",
    )
    for n in range(3)
]

#: Name → (template, context): every state of every page.
PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    "demo": (
        "demo.html",
        {
            "page": "home",
            "categories": [
                Record(
                    name="Bygga och bo",
                    services=[
                        Record(title=f"Tjänst {n}", url=f"/chat?service={n}") for n in range(6)
                    ],
                )
            ],
            "outbox": True,
            "desk": True,
        },
    ),
    "chat-menu": ("chat.html", chat(MENU, messages=[MENU])),
    "chat-text": ("chat.html", chat(asking(kind=Kind.TEXT, format="phone", autocomplete="tel"))),
    "chat-long": ("chat.html", chat(asking(kind=Kind.LONG_TEXT, max_length=2000, optional=True))),
    "chat-number": ("chat.html", chat(asking(kind=Kind.NUMBER))),
    "chat-date": (
        "chat.html",
        chat(
            asking(kind=Kind.DATE, min="2026-01-01"),
            problem=PROBLEM,
            given='den "tolfte"',
            messages=[*TRANSCRIPT, PROBLEM, asking(kind=Kind.DATE)],
        ),
    ),
    "chat-select": ("chat.html", chat(asking(kind=Kind.CHOICE, choices=MANY))),
    "chat-choices": ("chat.html", chat(asking(kind=Kind.CHOICES, choices=MANY[:4]))),
    "chat-file": ("chat.html", chat(asking(kind=Kind.FILE, accept=".pdf,image/jpeg"))),
    "chat-location": ("chat.html", chat(asking(kind=Kind.LOCATION))),
    "chat-none": ("chat.html", chat(None)),
    "chat-ended": ("chat.html", chat(None, ended=True)),
    "error": (
        "error.html",
        {
            "title": "Länken gäller inte längre",
            "text": "Den har använts eller blivit för gammal.",
            "todo": ["Gå till chatten och be om en ny länk."],
            "reference": "req-81f3",
            "go_on": "/e/abc",
        },
    ),
    "accessibility": ("accessibility.html", STATEMENT),
    "accessibility-whole": ("accessibility.html", {**STATEMENT, "flaws": []}),
    "eid-start": (
        "eid_start.html",
        {
            "chat": Record(
                channel="chatten på kommunens webbplats",
                site="www.kramfors.se",
                account="",
                started="i dag kl. 10.12",
                number="47",
            ),
            "providers": PROVIDERS,
            "problem": "",
        },
    ),
    "eid-start-mine": (
        "eid_start.html",
        {"chat": None, "providers": PROVIDERS, "problem": "Inloggningen avbröts. Försök igen."},
    ),
    "eid-demo-login": (
        "eid_demo.html",
        {
            "purpose": "login",
            "asker": "Kramfors kommun",
            "signing_text": "",
            "personnummer": "19900101-1234",
            "name": "Anna Ek",
            "problem": "Kontrollera personnumret. Den sista siffran stämmer inte.",
        },
    ),
    "eid-demo-sign": (
        "eid_demo.html",
        {
            "purpose": "sign",
            "asker": "Kramfors kommun",
            "signing_text": "Ansökan om byte av skola\n" + NASTY,
            "personnummer": "",
            "name": "",
            "problem": "",
        },
    ),
    "eid-wait": (
        "eid_wait.html",
        {
            "provider": "BankID",
            "is_signing": False,
            "hint": "Starta BankID-appen.",
            "qr": {"size": 21, "path": "M0 0.5h7"},
            "app_url": "",
            "other_device": True,
            "can_choose": True,
            "in_app": True,
            "done": False,
        },
    ),
    "eid-done-same": (
        "eid_done.html",
        {
            "same_browser": True,
            "code": "",
            "minutes": 5,
            "channel": "chatten",
            "back_url": "/chat",
            "name": "Anna Ek",
        },
    ),
    "eid-done-code": (
        "eid_done.html",
        {
            "same_browser": False,
            "code": "482913",
            "minutes": 5,
            "channel": "Telegram",
            "back_url": "",
            "name": "Anna Ek",
        },
    ),
    "sign-invite": (
        "sign_invite.html",
        {"expires": "2 juni 2026", "providers": PROVIDERS, "problem": ""},
    ),
    "sign-review": ("sign_review.html", SIGNING),
    "sign-review-own": (
        "sign_review.html",
        {**SIGNING, "own": True, "problem": "Signeringen avbröts. Försök igen."},
    ),
    "sign-review-other": (
        "sign_review.html",
        {**SIGNING, "can_sign": False, "used": "e-legitimation"},
    ),
    "sign-review-nobody": (
        "sign_review.html",
        {**SIGNING, "can_sign": False, "used": "", "providers": []},
    ),
    **{
        f"sign-done-{outcome}": (
            "sign_done.html",
            {
                "outcome": outcome,
                "title": "Ansökan om byte av skola",
                "reference": "KFM-7Q2F",
                "signed": 1,
                "signers": 2,
                "receipt_url": "/kvittens/x",
                "back_url": "",
                "own": outcome == "signed",
            },
        )
        for outcome in ("signed", "received", "declined")
    },
    "my-pages": (
        "my_pages.html",
        {
            "page": "my-pages",
            "name": "Anna Ek",
            "to_sign": [LINES[0], Record(**{**vars(LINES[1]), "draft": "", "concerns": ""})],
            "drafts": LINES[:1],
            "waiting": LINES[:2],
            "cases": LINES[1:],
            "chats": [Record(id="1", channel="Telegram", linked="i dag kl. 10.12")],
            "notice": "Chatten är utloggad.",
        },
    ),
    "my-pages-empty": (
        "my_pages.html",
        {
            "page": "my-pages",
            "name": "Anna Ek",
            "to_sign": [],
            "drafts": [],
            "waiting": [],
            "cases": [],
            "chats": [],
            "notice": "",
        },
    ),
    "my-case": ("my_case.html", MY_CASE),
    "my-case-plain": (
        "my_case.html",
        {**MY_CASE, "parties": [], "until": "", "extend": "", "board_url": "", "signed": ""},
    ),
    "export": (
        "export.html",
        {
            "page": "my-pages",
            "filings": [
                Record(
                    title=f"Byte av skola {NASTY}",
                    reference="KFM-7Q2F",
                    status="Utkast",
                    section=SECTIONS[0],
                    when="Du började i dag.",
                    afterwards=[NASTY],
                )
            ],
            "requests": [NASTY],
            "chats": [
                Record(
                    title="Telegram, från i dag",
                    count="1 meddelanden",
                    lines=[Record(who="Du", when="i dag", text=NASTY)],
                )
            ],
            "choices": ["Besked: i chatten"],
            "json_url": "/mina-sidor/uppgifter/uppgifter.json",
        },
    ),
    "export-empty": (
        "export.html",
        {
            "page": "my-pages",
            "filings": [],
            "requests": [],
            "chats": [],
            "choices": [],
            "json_url": "/mina-sidor/uppgifter/uppgifter.json",
        },
    ),
    "transcript": (
        "transcript.html",
        {
            "municipality_name": "Provby kommun",
            "lines": [Record(who="Du", when="i dag", text=NASTY, own=True)],
            "pdf_url": "/samtal/a/samtal.pdf",
            "text_url": "/samtal/a/samtal.txt",
        },
    ),
    "desk-talks": (
        "desk_talks.html",
        {
            "page": "desk-talks",
            "officer": "Karin",
            "serves": True,
            "live": [Record(url="/desk/samtal/1", channel="Telegram", asked="i dag", state=NASTY)],
            "messages": [Record(url="/desk/samtal/2", channel="Chatt", asked="i dag", text=NASTY)],
            "notice": "Samtalet är lämnat tillbaka.",
        },
    ),
    "desk-talks-empty": (
        "desk_talks.html",
        {"officer": "Karin", "live": [], "messages": [], "notice": ""},
    ),
    **{
        f"desk-talk-{kind}-{state}": (
            "desk_talk.html",
            {
                "kind": kind,
                "state": state,
                "answered_by": "Karin",
                "context": [Record(name="Kanal", value=NASTY)],
                "text": NASTY if kind == "message" else "",
                "lines": [Record(number=1, sender="person", who="Personen", when="nu", text=NASTY)],
                "newest": 1,
                "news_url": "/desk/samtal/1/rader",
                "most": 4000,
                "notice": "",
                "problem": "Skriv något först." if state == "mine" else "",
                "given": NASTY,
            },
        )
        for kind, state in (
            ("live", "waiting"),
            ("live", "mine"),
            ("live", "taken"),
            ("live", "done"),
            ("message", "waiting"),
        )
    },
    "desk-list": (
        "desk_list.html",
        {
            "page": "desk",
            "officer": "Karin Handläggare",
            "serves": False,
            "cases": LINES,
            "statuses": [Record(value="received", text="Inkommet", selected=True)],
            "query": NASTY,
            "talks": 2,
        },
    ),
    "desk-list-empty": (
        "desk_list.html",
        {"officer": "Karin", "cases": [], "statuses": [], "query": "", "talks": None},
    ),
    "desk-case": (
        "desk_case.html",
        {
            **CASE,
            "unit": "Barn och utbildning",
            "completions": [Record(at="4 maj 2026 kl. 9.00", text=NASTY, files=FILES)],
            "history": [Record(at="3 maj 2026 kl. 10.12", text="Inkommet")],
            "statuses": [Record(value="closed", text="Avslutat")],
            "receipt_url": "/kvittens/x",
            "archive_url": "/desk/x/arkiv.pdf",
            "notice": "",
            "message": "",
            "problem": "Välj en status.",
        },
    ),
    "outbox": (
        "outbox.html",
        {
            "items": [
                Record(
                    to="+46701740605",
                    channel="sms",
                    text="Det finns något nytt: http://127.0.0.1:8000/s/abc " + NASTY,
                    links=["http://127.0.0.1:8000/s/abc"],
                    at="2026-05-03 10:12",
                )
            ]
        },
    ),
    "outbox-empty": ("outbox.html", {"items": []}),
    "receipt": (
        "receipt.html",
        {
            **CASE,
            "next_steps": "Rektorn kontaktar dig inom två veckor.",
            "hash_short": "9f86d081",
            "download_url": "/kvittens/x.pdf",
        },
    ),
    "check": ("receipt_check.html", {"result": None, "problem": ""}),
    "check-problem": ("receipt_check.html", {"result": None, "problem": "Välj en fil först."}),
    "check-unchanged": (
        "receipt_check.html",
        {
            "problem": "",
            "result": Record(
                good=True,
                title="Kvittensen är oförändrad",
                text="Ingenting har ändrats.",
                demo="Det är en demonstration.",
                reference=NASTY,
                received="3 maj 2026 kl. 10.12",
                sealed="4 maj 2026 kl. 10.12",
                sealed_by=NASTY,
            ),
        },
    ),
    "check-changed": (
        "receipt_check.html",
        {
            "problem": "",
            "result": Record(
                good=False, title="Filen är ändrad", text="Lita inte på den.", demo=""
            ),
        },
    ),
}


def page(name: str, language: str = "sv") -> str:
    """The page `name` of PAGES as HTML. A variable that is not given is an error."""
    template, context = PAGES[name]

    def t(key: str, **params: Any) -> str:
        return TEXTS.say(language, key, **params)

    base = {
        "t": t,
        "words": partial(ALL_TEXTS.say, language),
        "lang": language,
        "page": "other",
        "municipality": Record(
            name="Kramfors kommun",
            phone="0612-800 00",
            email="kommun@example.se",
            hours="vardagar 8–16",
            url="https://www.kramfors.se/",
            has_statement=True,
        ),
        "demo": True,
        "languages": [
            Record(code="sv", label="På svenska", url="?lang=sv"),
            Record(code="en", label="In English", url="?lang=en"),
        ],
        "form_token": "token-1",
    }
    return ENVIRONMENT.get_template(template).render(**{**base, **context})


class Outline(HTMLParser):
    """The start tags of a page, and which ids exist."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


every_page = pytest.mark.parametrize("name", PAGES)
both_languages = pytest.mark.parametrize("language", LANGUAGES)


@every_page
@both_languages
def test_a_page_renders_and_names_its_language(name: str, language: str) -> None:
    html = page(name, language)
    assert html.lstrip().startswith("<!doctype html>")
    assert Outline(html).of("html") == [{"lang": language}]


@every_page
def test_a_page_has_one_main_heading_and_says_that_it_is_a_demonstration(name: str) -> None:
    outline = Outline(page(name))
    assert len(outline.of("h1")) == 1
    assert len(outline.of("main")) == 1
    assert "DEMO" in page(name)


@every_page
def test_nothing_that_people_wrote_becomes_markup(name: str) -> None:
    outline = Outline(page(name))
    scripts = [attrs for attrs in outline.of("script") if not attrs.get("src")]
    assert scripts == []
    assert all(attrs.get("src") != "x" for attrs in outline.of("img"))


@every_page
def test_a_page_has_no_inline_style_or_handler(name: str) -> None:
    for tag, attrs in Outline(page(name)).tags:
        assert tag != "style"
        assert not [name for name in attrs if name == "style" or name.startswith("on")]


@every_page
def test_every_posted_form_carries_the_form_token(name: str) -> None:
    html = page(name)
    forms = re.findall(r"<form[^>]*method=\"post\".*?</form>", html, re.DOTALL)
    assert all('name="form_token" value="token-1"' in form for form in forms)


@every_page
def test_every_control_has_a_label_and_every_reference_leads_somewhere(name: str) -> None:
    outline = Outline(page(name))
    ids = [attrs["id"] for _, attrs in outline.tags if attrs.get("id")]
    assert len(ids) == len(set(ids))
    labelled = {attrs.get("for") for attrs in outline.of("label")}
    assert labelled <= set(ids)
    for tag in ("input", "select", "textarea"):
        for attrs in outline.of(tag):
            assert attrs.get("type") == "hidden" or attrs.get("id") in labelled
    for _, attrs in outline.tags:
        for key in ("aria-describedby", "aria-labelledby", "aria-controls"):
            assert set((attrs.get(key) or "").split()) <= set(ids)


def fields_of(name: str) -> set[str | None]:
    return {
        attrs.get("name")
        for tag, attrs in Outline(page(name)).tags
        if tag in ("input", "button", "select", "textarea")
    }


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("chat-text", {"text", "command", "message_id"}),
        ("chat-choices", {"choices", "text"}),
        ("chat-menu", {"choice", "text"}),
        ("chat-file", {"file", "text"}),
        ("eid-start", {"provider"}),
        ("eid-demo-login", {"personnummer", "name", "action"}),
        ("sign-invite", {"provider"}),
        ("sign-review", {"action", "reason"}),
        ("desk-case", {"status", "message", "action"}),
    ],
)
def test_a_form_has_the_fields_that_the_server_reads(name: str, expected: set[str]) -> None:
    assert expected <= fields_of(name)


def test_the_invitation_says_nothing_about_the_case() -> None:
    html = page("sign-invite")
    assert "KFM-" not in html
    assert "Ansökan" not in html


def test_the_code_stands_alone_in_its_element() -> None:
    assert re.search(r'id="code">482913</', page("eid-done-code"))
    assert 'id="code"' not in page("eid-done-same")


def test_a_refused_answer_is_kept_and_tied_to_its_problem() -> None:
    outline = Outline(page("chat-date"))
    (text,) = [attrs for attrs in outline.of("input") if attrs.get("id") == "text"]
    assert text["value"] == 'den "tolfte"'
    assert text["aria-invalid"] == "true"
    assert text["aria-describedby"] == "m-7"


def test_return_in_the_text_field_sends_the_text() -> None:
    """The first button of a form is the one that the return key presses."""
    html = page("chat-menu")
    form = html[html.rindex("<form", 0, html.index('id="text"')) :]
    first = re.search(r"<button[^>]*>", form)
    assert first is not None
    assert "name=" not in first[0]


def used_keys() -> set[str]:
    """Every text key in the templates; a key that ends in "_" stands for what begins with it."""
    source = "".join(path.read_text("utf-8") for path in TEMPLATES.glob("*.html"))
    return set(re.findall(r"""\bt\(["']([\w.]+)["']""", source))


def table(language: str) -> dict[str, str]:
    return dict(yaml.safe_load((ROOT / f"config/texts/{language}/pages.yaml").read_text("utf-8")))


def test_every_text_is_used_and_every_used_text_exists() -> None:
    used = used_keys()
    prefixes = tuple(key for key in used if key.endswith("_"))
    for key in used - set(prefixes):
        assert TEXTS.has(key), key
    assert {key for key in table("sv") if key not in used and not key.startswith(prefixes)} == set()


def test_both_languages_have_the_same_keys_and_placeholders() -> None:
    find: Callable[[str], list[str]] = re.compile(r"\{(\w+)\}").findall
    sv, en = table("sv"), table("en")
    assert sv.keys() == en.keys()
    for key, sentence in sv.items():
        assert sorted(find(sentence)) == sorted(find(en[key])), key
