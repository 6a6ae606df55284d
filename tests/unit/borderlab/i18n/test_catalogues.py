"""The catalogues of these two rooms are complete, in step with the code, and compiled."""

import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Message

from coursekit.i18n.catalog import mo_bytes, read_catalog
from coursekit.i18n.packages import Room, rooms

CODES = ("fr", "es")


def _rooms() -> Iterator[Room]:
    return (r for r in rooms() if r.package.name == "borderlab" and r.name in {"answers", "i18n"})


def _forms(message: Message) -> list[tuple[str, str]]:
    ids = message.id if isinstance(message.id, tuple) else (message.id,)
    strings = message.string if isinstance(message.string, tuple) else (message.string,)
    return [(ids[-1], string) for string in strings]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("room", list(_rooms()), ids=lambda room: room.name)
def test_every_message_is_translated_with_its_placeholders(room: Room, code: str) -> None:
    catalog = read_catalog(room.po(code))
    assert catalog is not None
    for wanted in room.wanted:
        message = catalog.get(wanted.message)
        assert message is not None, wanted.message
        assert not message.fuzzy
        for source, string in _forms(message):
            assert string
            assert set(re.findall(r"{\w+}", string)) == set(re.findall(r"{\w+}", source))


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("room", list(_rooms()), ids=lambda room: room.name)
def test_the_compiled_catalogue_is_that_of_the_text(room: Room, code: str) -> None:
    catalog = read_catalog(room.po(code))
    assert catalog is not None
    assert room.po(code).with_suffix(".mo").read_bytes() == mo_bytes(catalog)


@pytest.mark.parametrize("room", list(_rooms()), ids=lambda room: room.name)
def test_french_typography(room: Room) -> None:
    catalog = read_catalog(room.po("fr"))
    assert catalog is not None
    for message in catalog:
        for _source, string in _forms(message) if message.id else ():
            assert not re.search(r"[^\u00a0\u202f][:;?!»]|«[^\u00a0]|'", string), string
