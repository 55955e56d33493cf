"""Sealing: what is stored opens only where it belongs, with the right secret, and keys can change."""

import asyncio
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, update

from actions.store.sealing import Keyring, SealError, new_id, new_token
from actions.store.tables import drafts
from tests.servers import KEY, Browser, Chat, Clock, running_site, settings_for

OLD = "old-secret-0123456789-abcdefghijklmnopqrstuvw"
NEW = "new-secret-9876543210-zyxwvutsrqponmlkjihgfed"


@given(st.binary(max_size=300), st.text(max_size=20), st.text(max_size=20))
def test_what_is_sealed_opens_again(content: bytes, row: str, field: str) -> None:
    key = Keyring([KEY]).new_row_key(row)
    sealed = key.seal(content, field)
    again = Keyring([KEY]).row_key(row, key.wrapped)
    assert again.open(sealed, field) == content
    assert key.seal(content, field) != sealed, "never the same twice"


def test_a_ciphertext_moved_to_another_field_is_refused() -> None:
    key = Keyring([KEY]).new_row_key("row")
    with pytest.raises(SealError):
        key.open(key.seal(b"answer", "state"), "details")


def test_a_ciphertext_moved_to_another_row_is_refused() -> None:
    keyring = Keyring([KEY])
    one, two = keyring.new_row_key("one"), keyring.new_row_key("two")
    with pytest.raises(SealError):
        two.open(one.seal(b"answer", "state"), "state")


def test_a_row_key_moved_with_its_ciphertext_is_refused() -> None:
    keyring = Keyring([KEY])
    key = keyring.new_row_key("one")
    with pytest.raises(SealError):
        keyring.row_key("two", key.wrapped)


@given(st.data())
def test_any_changed_byte_is_noticed(data: st.DataObject) -> None:
    key = Keyring([KEY]).new_row_key("row")
    sealed = bytearray(key.seal(b"an answer", "state"))
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(SealError):
        key.open(bytes(sealed), "state")


def test_missing_secret_is_named_by_its_id_and_not_shown() -> None:
    key = Keyring([OLD]).new_row_key("row")
    with pytest.raises(SealError) as refused:
        Keyring([NEW]).row_key("row", key.wrapped)
    assert key.wrapped[:4].hex() in str(refused.value)
    assert "ARENDEBOT_SECRET_KEYS" in str(refused.value)
    assert OLD not in str(refused.value)
    assert NEW not in str(refused.value)


def test_rotation_opens_the_old_seals_the_new_and_finds_both() -> None:
    before, during = Keyring([OLD]), Keyring([NEW, OLD])
    old = before.new_row_key("old")
    sealed = old.seal(b"answer", "state")
    assert during.row_key("old", old.wrapped).open(sealed, "state") == b"answer"
    new = during.new_row_key("new")
    with pytest.raises(SealError):
        before.row_key("new", new.wrapped)
    # Looking up goes on by the oldest secret.
    assert during.mac("person", "199908072391") == before.mac("person", "199908072391")


def test_macs_differ_by_purpose_and_secret() -> None:
    number = "199908072391"
    macs = {
        Keyring([KEY]).mac("person", number),
        Keyring([KEY]).mac("account", number),
        Keyring([OLD]).mac("person", number),
        Keyring([KEY]).mac("person", number[:-1] + "2"),
    }
    assert len(macs) == 4


def test_ids_and_tokens_are_random_and_safe_in_addresses() -> None:
    made = {new_id() for _ in range(1000)} | {new_token() for _ in range(1000)}
    assert len(made) == 2000
    assert all(set(each) <= set("-_" + "".join(map(chr, range(48, 123)))) for each in made)


# ── In the database ───────────────────────────────────────────────────────────────────────────


def test_two_drafts_whose_contents_were_swapped_do_not_open(
    sqlite_url: str, tmp_path: Path
) -> None:
    async def go() -> None:
        async with running_site(settings_for(sqlite_url, tmp_path), Clock()) as (site, transport):
            chats = [Chat(transport), Chat(transport)]
            for chat in chats:
                await chat.open(service="synpunkt")
                await chat.say("beröm")

            def swap(connection: object) -> None:
                one, two = connection.execute(  # type: ignore[attr-defined]  # a Connection
                    select(drafts.c.id, drafts.c.state)
                ).all()
                for row, other in ((one, two), (two, one)):
                    connection.execute(  # type: ignore[attr-defined]  # a Connection
                        update(drafts).where(drafts.c.id == row.id).values(state=other.state)
                    )

            await site.store.write(swap)
            response = await chats[0].post(text="kultur")
            assert response.status_code == 500
            assert "beröm" not in response.text

    asyncio.run(go())


CANARIES = {
    "barn_namn": "Kanarine Fågelström",
    "barn_personnummer": "20150314-2380",
    "skal_text": "hemligtskälkanariefågel",
    "parts_namn": "Sofia Kanariesson",
    "parts_nummer": "19990807-2391",
    "parts_telefon": "070-174 06 07",
    "telefon": "070-174 06 09",
    "epost": "kanarie.fagel@example.se",
}


def test_no_answer_can_be_read_in_the_files_of_a_filed_case(
    sqlite_url: str, tmp_path: Path
) -> None:
    async def go() -> None:
        settings = settings_for(sqlite_url, tmp_path / "var")
        async with running_site(settings, Clock()) as (_, transport):
            chat = Chat(transport)
            await chat.open(service="skolbyte")
            await chat.say("nej")
            browser = Browser(transport, chat.cookies)
            await browser.visit(chat.link("login"))
            await browser.identify("199001012385", "Annakanarie Ek")
            for text in (
                CANARIES["barn_namn"],
                CANARIES["barn_personnummer"],
                "Bollstaskolan",
                "Nylands skola",
                "11 januari",
                "Vi flyttar",
                CANARIES["skal_text"],
                "vi är två",
                CANARIES["parts_namn"],
                CANARIES["parts_nummer"],
                CANARIES["parts_telefon"],
                CANARIES["telefon"],
                CANARIES["epost"],
                "ja",
            ):
                await chat.say(text)
            await chat.tap("send")
            await browser.visit(chat.link("sign"))
            await browser.sign("199001012385", "Annakanarie Ek")

    asyncio.run(go())
    database = Path(sqlite_url.removeprefix("sqlite:///"))
    with sqlite3.connect(database) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        assert connection.execute("SELECT count(*) FROM signatures").fetchone() == (1,)
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()).lower()
    assert b"skolbyte" in written, "the search looks in the right place"
    digits = [
        "201503142380", "150314-2380", "199908072391", "990807-2391", "199001012385",
        "900101-2385", "46701740607", "46701740609", "annakanarie",
    ]  # fmt: skip
    for word in [*CANARIES.values(), *digits]:
        assert word.lower().encode() not in written, word
