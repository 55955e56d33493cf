"""Everything with the keyboard alone: the focus is always somewhere, always seen, never taken."""

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.driving import Widget, new_person, open_widget
from tests.browser.people import Resident, new_mobile, resident
from tests.browser.serving import Server

#: More presses than any page has stops.
MOST_STOPS = 60
#: The element that has the focus, also inside the widget, is in sight and has an outline.
_FOCUS_IS_SEEN = """() => {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (!focused || focused === document.body || focused.tagName === "ARENDE-CHAT") return "nothing";
  const box = focused.getBoundingClientRect();
  if (!box.width || box.bottom <= 0 || box.top >= innerHeight) return "out of sight";
  const style = getComputedStyle(focused);
  return style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2
    ? `unseen: ${focused.outerHTML}` : "";
}"""


def focus_is_seen(page: Page) -> None:
    assert page.evaluate(_FOCUS_IS_SEEN) == ""


#: The focus is in the same tree and behind it.
_IS_BEHIND = """(it) => {
  const focused = it.getRootNode().activeElement;
  return Boolean(focused && it.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING);
}"""


def walk_to(target: Locator) -> None:
    """Presses Tab, or Shift+Tab back, until it has the focus; the focus is seen at each stop."""
    page = target.page
    key = "Shift+Tab" if target.evaluate(_IS_BEHIND) else "Tab"
    for _ in range(MOST_STOPS):
        if target.evaluate("(it) => it.getRootNode().activeElement === it"):
            return
        page.keyboard.press(key)
        focus_is_seen(page)
    raise AssertionError(f"{target} cannot be reached with {key}")


def press(target: Locator, key: str = "Enter") -> None:
    walk_to(target)
    target.page.keyboard.press(key)


def write(widget: Widget, text: str) -> None:
    """Into the answer field, where the focus still is after the first answer."""
    walk_to(widget.field)
    widget.page.keyboard.type(text)
    long = widget.field.evaluate("(it) => it.tagName") == "TEXTAREA"
    widget.page.keyboard.press("Control+Enter" if long else "Enter")
    expect(widget.field).to_have_value("")


def choose(widget: Widget, label: str) -> None:
    choices = widget.page.locator("arende-chat .choices button")
    press(choices.filter(has=widget.page.get_by_text(label, exact=True)), "Space")


def test_feedback_is_filed_with_the_keyboard(browser: Browser, server: Server) -> None:
    context = new_person(browser)
    widget = open_widget(context, server.url + "/")
    write(widget, "synpunkt")
    widget.asks("Lämna en synpunkt")
    focus_is_seen(widget.page)
    for question, label in [
        ("Lämna en synpunkt", "Ja, börja"),
        ("Vad vill du lämna?", "Förslag"),
        ("Vad handlar det om?", "Kultur och fritid"),
    ]:
        widget.asks(question)
        choose(widget, label)
    widget.asks("Skriv din synpunkt.")
    write(widget, "Öppna biblioteket på söndagar.")
    for question, label in [
        ("Vill du ha svar?", "Nej"),
        ("Har du läst det?", "Ja, jag bekräftar"),
        ("Stämmer allt?", "Skicka in ärendet"),
    ]:
        widget.asks(question)
        choose(widget, label)
    widget.tells("Ärendet har kommit in till kommunen")
    focus_is_seen(widget.page)
    context.close()


def test_one_logs_in_and_signs_with_the_keyboard(browser: Browser, server: Server) -> None:
    context = new_person(browser)
    anna = resident("Anna Ek", age=38)
    widget = open_widget(context, server.url + "/")
    write(widget, "byta skola")
    widget.asks("Ansökan om byte av skola")
    choose(widget, "Ja, börja")
    widget.asks("skyddade personuppgifter")
    choose(widget, "Nej")
    widget.asks("Logga in med e-legitimation")
    log_in(follow(widget, "Logga in"), anna)
    for question, answer in alone(new_mobile()):
        widget.asks(question)
        if answer.startswith("["):
            choose(widget, answer.strip("[]"))
        else:
            write(widget, answer)
    widget.asks("Stämmer allt?")
    choose(widget, "Skicka och skriv under")
    widget.asks("Nu ska du granska")
    tab = follow(widget, "Granska och skriv under")
    press(tab.locator("button[value=sign]"))
    fill_in(tab, anna)
    expect(tab.get_by_role("link", name="Visa kvittensen")).to_be_visible()
    tab.close()
    widget.tells("Inkommet")
    context.close()


def alone(phone: str) -> list[tuple[str, str]]:
    """Answers of a single guardian who leaves out what is optional."""
    return [
        ("Vad heter barnet?", "Lo Ek"),
        ("Vilket personnummer har barnet?", resident("Lo Ek", age=9).personnummer),
        ("Vilken skola går barnet i nu?", "[Bollstaskolan]"),
        ("Vilken skola vill du att barnet ska byta till?", "[Nylands skola]"),
        ("Från vilken dag", "om två månader"),
        ("Varför vill ni byta skola?", "[Vill inte säga]"),
        ("Vem har vårdnaden om barnet?", "[Jag har ensam vårdnad]"),
        ("Vilket telefonnummer når vi dig på?", phone),
        ("Vilken e-postadress har du?", "hoppa över"),
        ("Har du läst det?", "[Ja, jag bekräftar]"),
    ]


def follow(widget: Widget, label: str) -> Page:
    """The newest link of that name."""
    walk_to(widget.log.get_by_role("link", name=label).last)
    with widget.page.context.expect_page() as opened:
        widget.page.keyboard.press("Enter")
    tab = opened.value
    tab.wait_for_load_state()
    return tab


def log_in(tab: Page, who: Resident) -> None:
    press(tab.get_by_role("button", name="Logga in med demo-legitimation"))
    fill_in(tab, who)
    expect(tab.get_by_text(f"Inloggad som {who.name}")).to_be_visible()
    tab.close()


def fill_in(tab: Page, who: Resident) -> None:
    for label, text in [("Personnummer", who.personnummer), ("Namn", who.name)]:
        field = tab.get_by_label(label)
        walk_to(field)
        field.press("Control+a")
        tab.keyboard.type(text)
    press(tab.locator("button[value=approve]"))


def test_the_focus_stays_where_one_writes_when_the_assistant_speaks(
    browser: Browser, server: Server
) -> None:
    context = new_person(browser)
    widget = open_widget(context, server.url + "/")
    write(widget, "felanmälan")
    widget.asks("Felanmälan gata")
    expect(widget.field).to_be_focused()
    widget.page.keyboard.type("halvskrivet")
    expect(widget.field).to_have_value("halvskrivet")
    context.close()


def test_the_menu_opens_and_escape_gives_the_focus_back(browser: Browser, server: Server) -> None:
    context = new_person(browser)
    widget = open_widget(context, server.url + "/")
    menu = widget.button("Meny")
    press(menu)
    expect(menu).to_have_attribute("aria-expanded", "true")
    press(widget.button("Avsluta och radera samtalet"))
    expect(widget.page.locator("arende-chat dialog")).to_be_visible()
    focus_is_seen(widget.page)
    widget.page.keyboard.press("Escape")
    expect(widget.page.locator("arende-chat dialog")).to_be_hidden()
    focus_is_seen(widget.page)
    press(menu)
    widget.page.keyboard.press("Escape")
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_focused()
    context.close()


def test_the_skip_link_comes_first_and_leads_to_the_contents(
    browser: Browser, server: Server
) -> None:
    context = new_person(browser)
    page = context.new_page()
    page.goto(server.url + "/mina-sidor")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Gå direkt till innehållet")).to_be_focused()
    focus_is_seen(page)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    context.close()
