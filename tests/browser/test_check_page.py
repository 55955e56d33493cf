"""`/kvittens` on a phone, without JavaScript: a receipt is downloaded and handed in."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.driving import PHONE, Troubles, new_person
from tests.browser.serving import Server
from tests.browser.test_every_state import whole
from tests.browser.test_no_script import FEEDBACK, answer, begin


def test_somebody_checks_a_receipt(browser: Browser, server: Server, tmp_path: Path) -> None:
    context = new_person(browser, PHONE, script=False)
    troubles = Troubles()
    troubles.watch(context)
    page = context.new_page()
    begin(page, server, "synpunkt")
    answer(page, FEEDBACK)
    page.goto(page.get_by_role("link", name="Hämta kvittens").get_attribute("href") or "")
    with page.expect_download() as download:
        page.get_by_role("link", name="Hämta kvittensen").click()
    pdf = tmp_path / download.value.suggested_filename
    download.value.save_as(pdf)
    page.get_by_role("link", name="Kontrollera en kvittens").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kontrollera en kvittens")
    whole(page)
    page.get_by_label("Kvittensen (PDF-fil)").set_input_files(pdf)
    page.get_by_role("button", name="Kontrollera").click()
    expect(page.get_by_role("status")).to_contain_text("Kvittensen är oförändrad")
    expect(page.locator("dl")).to_contain_text(pdf.stem.removeprefix("kvittens-"))
    whole(page)
    pdf.write_bytes(pdf.read_bytes().replace(b"Kramfors", b"Kramf0rs"))
    page.get_by_label("Kvittensen (PDF-fil)").set_input_files(pdf)
    page.get_by_role("button", name="Kontrollera").click()
    expect(page.get_by_role("status")).to_contain_text("Filen är ändrad")
    whole(page)
    assert troubles.seen == []
    context.close()
