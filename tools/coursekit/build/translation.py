"""The texts of one edition: English as written, or what a translator made of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coursekit.build.markdown import replace_blocks
from coursekit.build.problems import Place

SOURCE_LANGUAGE = "en"


@dataclass(frozen=True)
class Translation:
    """Gives an edition's texts.

    Attributes:
        language: code of the edition.
        block: the translation of one block that stands at a place; None for English.
    """

    language: str = SOURCE_LANGUAGE
    block: Callable[[str, Place], str] | None = None

    def text(self, text: str, where: Callable[[int], Place]) -> str:
        """A text in this language; ``where`` gives the place of its lines, counted from 0."""
        block = self.block
        if block is None:
            return text
        return replace_blocks(text, lambda message, line: block(message, where(line)))

    def field(self, text: str, place: Place) -> str:
        """A short text, of which the place of the first line is known."""
        return self.text(text.strip(), lambda _line: place)
