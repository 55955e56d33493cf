"""The widget when things happen to it: reloads, lost connections, two tabs, files."""

from pathlib import Path

from playwright.sync_api import Browser, Route, expect

from tests.browser.driving import PHONE, Widget, accessible, new_person, open_widget
from tests.browser.serving import Server

#: The smallest picture there is: one grey pixel.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c6368000000820081"
    "77cd72b60000000049454e44ae426082"
)


def begin(widget: Widget, words: str, title: str) -> None:
    widget.say(words)
    widget.asks(title)
    widget.choose("Ja, börja")


def test_a_reload_keeps_the_conversation(browser: Browser, server: Server) -> None:
    context = new_person(browser)
    widget = open_widget(context, server.url + "/")
    begin(widget, "synpunkt", "Lämna en synpunkt")
    widget.asks("Vad vill du lämna?")
    widget.choose("Förslag")
    widget.asks("Vad handlar det om?")
    shown = widget.messages.count()
    widget.page.reload()
    widget.field.scroll_into_view_if_needed()
    widget.asks("Vad handlar det om?")
    expect(widget.messages).to_have_count(shown)
    expect(widget.heard("Förslag")).to_have_count(1)
    widget.choose("Bygga och miljö")
    widget.asks("Skriv din synpunkt.")
    context.close()


def test_what_is_written_without_a_connection_is_sent_once_when_it_is_back(
    browser: Browser, server: Server
) -> None:
    context = new_person(browser)
    widget = open_widget(context, server.url + "/")
    context.set_offline(True)
    widget.say("jag vill klaga")
    expect(widget.heard("jag vill klaga")).to_have_count(1)
    expect(widget.status).to_contain_text("Ingen kontakt just nu")
    accessible(widget.page)
    context.set_offline(False)
    widget.asks("Lämna en synpunkt")
    expect(widget.heard("jag vill klaga")).to_have_count(1)
    widget.page.reload()
    widget.field.scroll_into_view_if_needed()
    widget.asks("Lämna en synpunkt")
    expect(widget.heard("jag vill klaga")).to_have_count(1)
    context.close()


def test_an_answer_that_is_lost_on_the_way_back_has_one_effect(
    browser: Browser, server: Server
) -> None:
    """The server has it, the browser does not know: the same id is sent again."""
    context = new_person(browser)
    widget = open_widget(context, server.url + "/")
    lost: list[str] = []

    def lose_the_first(route: Route) -> None:
        if route.request.method == "POST" and not lost:
            lost.append(route.request.post_data or "")
            route.fetch()
            route.abort("connectionreset")
        else:
            route.continue_()

    widget.page.route("**/messages", lose_the_first)
    widget.say("jag vill klaga")
    widget.asks("Lämna en synpunkt")
    expect(widget.heard("jag vill klaga")).to_have_count(1)
    expect(widget.messages.filter(has_text="Lämna en synpunkt")).to_have_count(1)
    assert len(lost) == 1
    context.close()


def test_a_server_that_comes_back_gives_what_was_missed_once(
    browser: Browser, own_server: Server
) -> None:
    context = new_person(browser)
    widget = open_widget(context, own_server.url + "/")
    begin(widget, "synpunkt", "Lämna en synpunkt")
    widget.asks("Vad vill du lämna?")
    own_server.stop()
    widget.choose("Förslag")
    expect(widget.status).to_contain_text("Ingen kontakt just nu")
    own_server.start()
    # As the browser tells when the network is back; then nobody waits for the next try.
    widget.page.evaluate("() => dispatchEvent(new Event('online'))")
    widget.asks("Vad handlar det om?")
    expect(widget.heard("Förslag")).to_have_count(1)
    expect(widget.messages.filter(has_text="Vad handlar det om?")).to_have_count(1)
    context.close()


def test_two_tabs_have_a_conversation_each(browser: Browser, server: Server) -> None:
    context = new_person(browser)
    one = open_widget(context, server.url + "/")
    other = open_widget(context, server.url + "/")
    one.say("synpunkt")
    one.asks("Lämna en synpunkt")
    other.say("byta skola")
    other.asks("Ansökan om byte av skola")
    expect(one.heard("byta skola")).to_have_count(0)
    expect(other.heard("synpunkt")).to_have_count(0)
    context.close()


def test_a_copied_tab_hears_what_is_said_in_the_other(browser: Browser, server: Server) -> None:
    """A duplicated tab takes the tab's storage along: both show the same conversation."""
    context = new_person(browser)
    one = open_widget(context, server.url + "/")
    stored = one.page.evaluate("() => JSON.stringify({...sessionStorage})")
    page = context.new_page()
    page.add_init_script(f"Object.assign(sessionStorage, {stored})")
    page.goto(server.url + "/")
    copy = Widget(page)
    copy.field.scroll_into_view_if_needed()
    expect(copy.messages.first).to_be_visible()
    one.say("synpunkt")
    copy.asks("Lämna en synpunkt")
    expect(copy.heard("synpunkt")).to_have_count(1)
    copy.choose("Ja, börja")
    one.asks("Vad vill du lämna?")
    expect(one.messages.filter(has_text="Vad vill du lämna?")).to_have_count(1)
    expect(one.heard("")).to_have_count(2)
    expect(copy.heard("")).to_have_count(2)
    context.close()


def test_leaving_quickly_shows_and_keeps_nothing(browser: Browser, server: Server) -> None:
    context = new_person(browser)
    context.route("https://www.smhi.se/", lambda route: route.fulfill(body="Regn i dag"))
    widget = open_widget(context, server.url + "/")
    widget.say("jag vill klaga")
    widget.asks("Lämna en synpunkt")
    widget.tap("Lämna sidan snabbt")
    expect(widget.page.get_by_text("Regn i dag")).to_be_visible()
    widget.page.goto(server.url + "/")
    widget.field.scroll_into_view_if_needed()
    widget.asks("Vad vill du göra?")
    expect(widget.heard("jag vill klaga")).to_have_count(0)
    context.close()


def test_ending_takes_everything_away_and_offers_a_new_start(
    browser: Browser, server: Server
) -> None:
    context = new_person(browser)
    widget = open_widget(context, server.url + "/")
    widget.say("jag vill klaga")
    widget.asks("Lämna en synpunkt")
    widget.tap("Meny")
    widget.tap("Avsluta och radera samtalet")
    accessible(widget.page)
    widget.tap("Ja, radera")
    expect(widget.status).to_contain_text("Samtalet är avslutat")
    expect(widget.messages).to_have_count(0)
    accessible(widget.page)
    widget.tap("Starta ett nytt samtal")
    widget.asks("Vad vill du göra?")
    expect(widget.field).to_be_focused()
    context.close()


def test_a_photo_can_be_taken_away_and_another_sent(
    browser: Browser, server: Server, tmp_path: Path
) -> None:
    context = new_person(browser)
    widget = open_widget(context, server.url + "/")
    begin(widget, "gatlampan är trasig", "Felanmälan")
    widget.asks("Det här har du redan skrivit")
    widget.choose("Nej, fråga mig i stället")
    widget.answer(
        [
            ("Vad gäller det?", "[Park, träd eller grönyta]"),
            ("Var är det?", "Storgatan 1, Kramfors"),
            ("Vad är fel?", "En gren hänger löst över gångvägen."),
        ]
    )
    widget.asks("Har du ett foto?")
    for name in ("fel.png", "gren.png"):
        (tmp_path / name).write_bytes(PIXEL)
    chooser = widget.page.locator("arende-chat #files")
    chooser.set_input_files([tmp_path / "fel.png", tmp_path / "gren.png"])
    files = widget.page.locator("arende-chat .files li")
    expect(files.filter(has_text="Uppladdad")).to_have_count(2)
    accessible(widget.page)
    widget.tap("Ta bort fel.png")
    expect(files).to_have_count(1)
    expect(chooser).to_be_focused()
    widget.tap("Skicka filen")
    widget.tells("gren.png")
    expect(widget.heard("fel.png")).to_have_count(0)
    context.close()


def test_a_refused_answer_is_marked_and_given_back(browser: Browser, server: Server) -> None:
    context = new_person(browser)
    widget = open_widget(context, server.url + "/")
    begin(widget, "synpunkt", "Lämna en synpunkt")
    widget.asks("Vad vill du lämna?")
    widget.choose("Förslag")
    widget.asks("Vad handlar det om?")
    widget.choose("Bygga och miljö")
    widget.asks("Skriv din synpunkt.")
    widget.field.fill("Hm")
    widget.field.press("Control+Enter")
    expect(widget.messages.and_(widget.page.locator(".problem"))).to_have_count(1)
    expect(widget.field).to_have_attribute("aria-invalid", "true")
    expect(widget.field).to_have_value("Hm")
    accessible(widget.page)
    context.close()


def test_nothing_is_left_to_tap_once_it_is_sent(browser: Browser, server: Server) -> None:
    context = new_person(browser)
    widget = open_widget(context, server.url + "/")
    widget.say("jag vill lämna beröm")
    widget.choose("Ja, börja")
    widget.answer(
        [
            ("Stämmer det?", "[Ja, det stämmer]"),
            ("Vad handlar det om?", "skola"),
            ("Skriv din synpunkt.", "Tack för den fina gården."),
            ("Vilken dag hände det?", "hoppa över"),
            ("Vill du ha svar?", "nej"),
            ("Har du läst det?", "ja"),
        ]
    )
    widget.asks("Stämmer allt?")
    expect(widget.button("Ändra ett svar")).to_be_visible()
    filled = widget.page.locator("arende-chat .composer .primary")
    expect(filled).to_have_text("Skicka in ärendet")  # one way on is plain, not two
    widget.say("skicka")
    widget.tells("Ärendet har kommit in till kommunen")
    expect(widget.button("Ändra ett svar")).to_have_count(0)
    context.close()


def test_many_choices_leave_question_and_field_in_sight(browser: Browser, server: Server) -> None:
    """Only the choices scroll; that there are more is seen by their faded edge."""
    context = new_person(browser, PHONE)
    widget = open_widget(context, server.url + "/")
    begin(widget, "felanmälan", "Felanmälan")
    widget.asks("Vad gäller det?")
    panel = widget.page.locator("arende-chat .panel").bounding_box()
    field, log = widget.field.bounding_box(), widget.log.bounding_box()
    assert panel is not None
    assert field is not None
    assert log is not None
    assert field["y"] + field["height"] < panel["y"] + panel["height"]
    assert log["height"] >= 140
    extras = widget.page.locator("arende-chat .extras.more-below")
    expect(extras).to_be_visible()
    extras.evaluate("(it) => it.scrollTo(0, it.scrollHeight)")
    expect(extras).to_have_count(0)
    expect(widget.button("Något annat")).to_be_in_viewport()
    context.close()
