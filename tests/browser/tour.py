"""Every page and every state of them, once around: for the pictures, and for axe.

`tour` does what two guardians, somebody with a fault to report and two officers do, and calls `see`
at each stop with a name of its own.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.driving import (
    Widget,
    approve,
    identify,
    new_person,
    open_widget,
    school_change,
    sign,
)
from tests.browser.people import DANA, KARIN, Resident, international, new_mobile, resident
from tests.browser.serving import Server
from tests.photos import a_photo

See = Callable[[Page, str], None]


@dataclass
class Tour:
    """One way around, by one size of window and one colour scheme."""

    browser: Browser
    server: Server
    size: tuple[int, int]
    scheme: str
    see: See
    #: For a file to attach.
    folder: Path

    def person(self) -> BrowserContext:
        return new_person(self.browser, self.size, scheme=self.scheme)

    def take(self) -> None:
        self.fault()
        self.several_answers()
        self.signing()
        self.without_script()
        self.loose_pages()
        self.languages()
        self.customer_service()

    def fault(self) -> None:
        """A fault report in the widget: menu, refusal, places, files, summary, offline, the end."""
        context = self.person()
        widget = open_widget(context, self.server.url + "/")
        page = widget.page
        self.see(page, "home")
        widget.tap("Meny")
        self.see(page, "widget-menu")
        widget.tap("Meny")
        widget.say("hdfjkgh")
        widget.tells("Jag förstår inte")
        self.see(page, "widget-not-understood")
        widget.tap("Visa alla e-tjänster")
        widget.asks("Välj ett område")
        self.see(page, "widget-catalogue")
        widget.say("felanmälan")
        widget.choose("Ja, börja")
        widget.asks("Vad gäller det?")
        self.see(page, "widget-choices")
        widget.choose("Gatlampa eller annan belysning")
        widget.asks("Var är det?")
        self.see(page, "widget-place")
        widget.say("nej")
        expect(widget.field).to_have_attribute("aria-invalid", "true")
        self.see(page, "widget-refused")
        widget.field.fill("")
        widget.say("Torggatan 2 i Kramfors")
        widget.say("hoppa över")
        widget.asks("Vad är fel?")
        widget.field.fill("Lampan är trasig.")
        self.see(page, "widget-long-text")
        widget.say("Lampan är trasig.")
        widget.asks("Har du ett foto?")
        photo = self.folder / "lampan.png"
        photo.write_bytes(a_photo("PNG"))
        page.locator("arende-chat #files").set_input_files(photo)
        expect(page.locator("arende-chat .files")).to_contain_text("Uppladdad")
        self.see(page, "widget-files")
        widget.tap("Skicka filen")
        widget.say("klar")
        widget.asks("Vill du att vi hör av oss?")
        widget.say("nej")
        widget.choose("Ja, jag bekräftar")
        widget.asks("Stämmer allt?")
        self.see(page, "widget-summary")
        context.set_offline(True)
        widget.say("skicka")
        expect(widget.status).to_contain_text("Ingen kontakt just nu")
        self.see(page, "widget-offline")
        context.set_offline(False)
        widget.tells("Ärendet har kommit in till kommunen")
        self.see(page, "widget-received")
        widget.tap("Meny")
        widget.tap("Avsluta och radera samtalet")
        self.see(page, "widget-end-question")
        widget.tap("Ja, radera")
        expect(widget.status).to_contain_text("Samtalet är avslutat")
        self.see(page, "widget-ended")
        page.locator("arende-chat").evaluate("(chat) => chat.setAttribute('launcher', '')")
        self.see(page, "widget-launcher")
        page.get_by_role("button", name="Chatta med oss").click()
        self.see(page, "widget-panel")
        context.close()

    def several_answers(self) -> None:
        """Boxes to tick, in the widget; the login is put off."""
        context = self.person()
        widget = open_widget(context, self.server.url + "/")
        widget.say("specialkost")
        widget.choose("Ja, börja")
        for label in ("Nej", "Ja", "Jag loggar in sedan"):
            widget.choose(label)
        for answer in ("mig själv", "Docksta skola", "3 B", "nytt"):
            widget.say(answer)
        widget.asks("Varför behövs annan mat?")
        widget.page.get_by_label("Äter inte kött eller fläsk").check()
        self.see(widget.page, "widget-boxes")
        context.close()

    def signing(self) -> None:
        """A school change with two guardians, and the desk where it arrives."""
        anna, bo = resident("Anna Ek", age=38), resident("Bo Ek", age=41)
        mobile = new_mobile()
        annas, bos = self.person(), self.person()
        widget = open_widget(annas, self.server.url + "/")
        widget.say("mitt barn ska byta skola")
        widget.choose("Ja, börja")
        widget.choose("Nej")
        widget.asks("Logga in med e-legitimation")
        self.see(widget.page, "widget-login")
        self._log_in(widget, anna)
        for step in school_change(bo, mobile, new_mobile()):
            widget.asks(step[0])
            if step[0] == "Från vilken dag":
                self.see(widget.page, "widget-date")
            widget.answer([step])
        widget.asks("Stämmer allt?")
        widget.choose("Skicka och skriv under")
        widget.asks("Nu ska du granska")
        self.see(widget.page, "widget-sign")
        tab = widget.follow("Granska och skriv under")
        self.see(tab, "sign-own")
        tab.locator("button[name=action][value=sign]").click()
        self.see(tab, "eid-sign")
        approve(tab, anna)
        expect(tab.get_by_role("heading", level=1)).to_be_visible()
        self.see(tab, "sign-own-done")
        tab.goto(self.server.url + "/mina-sidor")
        self.see(tab, "my-pages-waiting")
        widget.tells("Väntar på flerpartssignering")
        self._cosign(bos.new_page(), bo, mobile)
        widget.tells("Inkommet")
        self.see(widget.page, "widget-signed")
        tab.close()
        receipt = widget.follow("Hämta kvittens")
        self.see(receipt, "receipt")
        self._check(receipt)
        self._own_pages(receipt)
        annas.close()
        bos.close()
        self._desk()

    def _log_in(self, widget: Widget, who: Resident) -> None:
        tab = widget.follow("Logga in")
        self.see(tab, "eid-start")
        tab.get_by_role("button", name="Logga in med demo-legitimation").click()
        self.see(tab, "eid-demo")
        approve(tab, who)
        expect(tab.get_by_text(f"Inloggad som {who.name}")).to_be_visible()
        self.see(tab, "eid-done")
        tab.close()
        widget.tells(f"du är inloggad som {who.name}")

    def _cosign(self, page: Page, who: Resident, mobile: str) -> None:
        page.goto(self.server.url + "/demo/outbox")
        self.see(page, "outbox")
        page.goto(self.server.invitation(international(mobile)))
        self.see(page, "sign-invitation")
        identify(page, who)
        self.see(page, "sign-other")
        sign(page, who)
        expect(page.get_by_role("link", name="Visa kvittensen")).to_be_visible()
        self.see(page, "sign-other-done")

    def _check(self, page: Page) -> None:
        """The receipt as a file, which anybody can check."""
        with page.expect_download() as download:
            page.get_by_role("link", name="Hämta kvittensen").click()
        pdf = download.value.path().read_bytes()
        page.get_by_role("link", name="Kontrollera en kvittens").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Kontrollera en kvittens")
        self.see(page, "check")
        for name, content, told in (
            ("unchanged", pdf, "Kvittensen är oförändrad"),
            ("changed", pdf + b"\n", "Filen är ändrad"),
            ("no-seal", b"%PDF-1.7", "Vi hittar inget sigill"),
            ("other-seal", b"%PDF-1.7 /ByteRange []", "Vi känner inte igen sigillet"),
            ("not-pdf", b"en bild", "Det här är ingen PDF-fil"),
        ):
            file = self.folder / "kvittens.pdf"
            file.write_bytes(content)
            page.locator("#file").set_input_files(file)
            page.get_by_role("button", name="Kontrollera").click()
            expect(page.get_by_role("status")).to_contain_text(told)
            self.see(page, f"check-{name}")

    def _own_pages(self, page: Page) -> None:
        page.goto(self.server.url + "/mina-sidor")
        self.see(page, "my-pages")
        page.locator("main").get_by_role("link", name="skola").first.click()
        self.see(page, "my-case")
        page.goto(self.server.url + "/mina-sidor/uppgifter")
        self.see(page, "my-data")

    def _desk(self) -> None:
        context = self.person()
        page = context.new_page()
        page.goto(self.server.url + "/desk")
        identify(page, DANA)
        self.see(page, "desk")
        page.locator("main table a").first.click()
        self.see(page, "desk-case")
        context.close()

    def without_script(self) -> None:
        """`/chat` and the page of one's own."""
        context = self.person()
        page = context.new_page()
        page.goto(f"{self.server.url}/chat")
        self.see(page, "chat-start")
        page.goto(f"{self.server.url}/chat?service=synpunkt")
        page.locator("button[name=action][value=new]").click()
        self.see(page, "chat-choices")
        page.locator("#text").fill("något som inte finns")
        page.locator("#text").locator("xpath=ancestor::form").locator("button").click()
        self.see(page, "chat-refused")
        page.locator("#text").fill("avbryt")
        page.locator("#text").press("Enter")
        page.goto(f"{self.server.url}/chat?service=skolbyte")
        page.locator("button[name=action][value=new]").click()
        page.locator("#svar button[name=choice]").filter(has_text="Nej").click()
        address = page.get_by_role("link", name="Logga in").last.get_attribute("href")
        assert address is not None
        self.server.age_login_links()
        page.goto(address)
        self.see(page, "link-too-old")
        context.close()

    def loose_pages(self) -> None:
        context = self.person()
        page = context.new_page()
        for path, name in (
            ("/tillganglighet", "accessibility"),
            ("/mina-sidor", "my-pages-login"),
            ("/desk", "desk-login"),
            ("/finns-inte", "not-found"),
        ):
            page.goto(self.server.url + path)
            self.see(page, name)
        context.close()

    def languages(self) -> None:
        """The front page in the other languages."""
        for code, name, words in (
            ("en", "home-english", "What would you like to do?"),
            ("sv-simple", "home-easy", "Vad vill du göra?"),
        ):
            context = self.person()
            widget = open_widget(context, f"{self.server.url}/?lang={code}")
            widget.asks(words)
            self.see(widget.page, name)
            context.close()

    def customer_service(self) -> None:
        """Somebody waits, somebody has left a message, and an officer answers; the office is open."""
        citizen, other, officer = self.person(), self.person(), self.person()
        widget = open_widget(citizen, self.server.url + "/")
        widget.say("prata med en människa")
        widget.asks("Du kan prata med en människa")
        self.see(widget.page, "widget-human")
        widget.tap("Prata med någon nu")
        widget.asks("Jag har sagt till kundtjänst")
        left = open_widget(other, self.server.url + "/")
        left.say("prata med en människa")
        left.tap("Lämna ett meddelande")
        left.asks("Skriv ditt meddelande")
        left.say("När öppnar badhuset? Ring mig på 070-174 06 05.")
        left.tells("har fått ditt meddelande")
        desk = officer.new_page()
        desk.goto(self.server.url + "/desk")
        identify(desk, KARIN)
        desk.goto(self.server.url + "/desk/samtal")
        self.see(desk, "desk-talks")
        desk.get_by_role("heading", level=3).get_by_role("link").first.click()
        self.see(desk, "desk-talk")
        desk.get_by_role("button", name="Ta över samtalet").click()
        widget.tells("Karin Demo på kundtjänst")
        self.see(desk, "desk-talk-taken")
        self.see(widget.page, "widget-officer")
        desk.get_by_role("button", name="Lämna tillbaka till assistenten").click()
        for each in (citizen, other, officer):
            each.close()
