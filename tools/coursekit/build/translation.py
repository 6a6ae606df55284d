"""The texts of one edition: English as written, or what a translator made of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coursekit.build.markdown import replace_blocks

SOURCE_LANGUAGE = "en"


@dataclass(frozen=True)
class Translation:
    """Gives an edition's texts.

    Attributes:
        language: code of the edition.
        block: gives the translation of one block; None for English.
    """

    language: str = SOURCE_LANGUAGE
    block: Callable[[str], str] | None = None

    def text(self, text: str) -> str:
        """A text in this language."""
        block = self.block
        return text if block is None else replace_blocks(text, block)

    def field(self, text: str) -> str:
        """A short text, without the line ends around it."""
        return self.text(text.strip())
