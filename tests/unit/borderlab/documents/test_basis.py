"""Legal bases: words come in the reader's language, citations stay."""

from __future__ import annotations

import re

import pytest

from borderlab.documents.basis import legal_basis
from borderlab.documents.catalogue import all_rules
from borderlab.i18n import translator

_ENGLISH = re.compile(r"\b(check|practice|logic|report|register|same|and|paras)\b")


@pytest.mark.parametrize("code", ["fr", "es"])
def test_no_english_words_stay_in_a_basis(code: str) -> None:
    said = [legal_basis(rule, translator(code)) for rule in all_rules().values()]
    assert [text for text in said if _ENGLISH.search(text)] == []


def test_a_citation_keeps_its_numbers() -> None:
    rule = all_rules()["R150"]
    cited = all_rules()["R023"]
    assert legal_basis(rule, translator("fr")) == "bonne pratique"
    assert legal_basis(cited, translator("es")) == "Res. Conf. 11.3 párr. 3"
    assert legal_basis(cited, translator("en")) == "Res. Conf. 11.3 para 3"
