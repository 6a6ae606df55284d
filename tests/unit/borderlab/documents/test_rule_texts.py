"""Texts of the rules: whole sentences in every language, with the same numbers and rules named."""

from __future__ import annotations

import re

import pytest

from borderlab.documents.catalogue import all_rules
from borderlab.documents.explaining import rule_text

LANGUAGES = ("en", "fr", "es")
SENTENCES = ("logic", "action", "trap")
NUMBERS = re.compile(r"R\d{3}|#\d+|\d+(?:\.\d+)?[ab]?|\bI{1,3}\b")


def texts(language: str, *parts: str) -> list[tuple[str, str]]:
    return [
        (f"{rule_id} {part}", said)
        for rule_id, rule in all_rules().items()
        for part, said in rule_text(rule, language).items()
        if part in parts and said
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_shown_as_a_sentence_is_one(language: str) -> None:
    for where, said in texts(language, *SENTENCES):
        assert said[0].isupper(), where
        assert said.endswith("."), where
        assert len(said.split()) > 1, where
        assert not re.search(r"\.csv|;\s*\.|  ", said), where


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_headings(language: str) -> None:
    for where, said in texts(language, "name"):
        assert said[0].isupper(), where
        assert not said.endswith("."), where


@pytest.mark.parametrize("language", ["fr", "es"])
def test_translations_name_the_same_numbers_appendices_and_rules(language: str) -> None:
    theirs = dict(texts(language, "name", *SENTENCES))
    for where, said in texts("en", "name", *SENTENCES):
        assert theirs[where] != said, f"{where} is not translated"
        assert sorted(NUMBERS.findall(theirs[where])) == sorted(NUMBERS.findall(said)), where


def test_french_signs_keep_to_their_word() -> None:
    for where, said in texts("fr", "name", *SENTENCES):
        assert not re.search("(?<!\u00a0)[:;?!»]|«(?!\u00a0)", said), where


def test_rules_named_in_a_text_exist() -> None:
    for where, said in texts("en", *SENTENCES):
        for named in re.findall(r"R\d{3}", said):
            assert named in all_rules(), where
