"""Sources reach a reader by name, in every language; keys and names of files never do."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from borderlab import reference
from borderlab.i18n import in_language
from borderlab.reference import citations

KEY = re.compile(r"\b(?:[A-Z]{1,3}\d{2}|TE|SH|SU|FED|LIV|WT|WM|SG|MQ|GK|SAPI)\b|\.csv|column|rows")
DAYS = [dt.date(year, 6, 1) for year in (1980, 1996, 2010, 2016, 2020, 2024, 2026)]


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_no_key_and_no_file_name_is_left(language: str) -> None:
    with in_language(language):
        for taxon in [*reference.all_species(), *reference.all_not_listed()]:
            said = citations.statements(taxon.source)
            said += [
                citations.names(reference.listing(taxon.scientific_name, day).basis) for day in DAYS
            ]
            for line in said:
                assert not KEY.search(line), (taxon.scientific_name, line)


@pytest.mark.parametrize("language", ["fr", "es"])
def test_every_name_of_a_source_is_translated(language: str) -> None:
    known = {*citations._KEYS, *citations._PHRASES}
    with in_language("en"):
        english = {cited: citations.names(cited) for cited in known}
    with in_language(language):
        for cited, name in english.items():
            assert citations.names(cited) != name, cited


def test_a_citation_is_said_part_by_part() -> None:
    with in_language("en"):
        assert citations.statements("Appendix: S13;T23; range: general knowledge") == [
            "Appendix: data of Species+ (UNEP-WCMC), 2013; CITES trade records, 2023",
            "Range: general knowledge",
        ]


def test_a_source_named_twice_is_said_once() -> None:
    with in_language("en"):
        assert citations.names("S13; SAPI 2013") == "data of Species+ (UNEP-WCMC), 2013"


def test_words_that_are_not_known_stay() -> None:
    with in_language("en"):
        assert citations.names("own notes; GK") == "own notes; general knowledge"
        assert citations.statements("own notes") == ["own notes"]
        assert citations.statements("") == []
