"""Sources of indicators are named in the reader's language."""

from __future__ import annotations

import pytest

from borderlab.i18n import in_language
from borderlab.risk import indicators
from borderlab.widgets.targeting_flags_sources import SOURCES, source_name


def test_every_source_is_known() -> None:
    assert {row.source for row in indicators()} <= SOURCES


@pytest.mark.parametrize("language", ["fr", "es"])
def test_no_source_stays_english(language: str) -> None:
    with in_language(language):
        same = [source for source in SOURCES if source_name(source) == source]
    assert same == []
