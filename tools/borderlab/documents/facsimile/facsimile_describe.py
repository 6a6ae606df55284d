"""What can be seen on the picture, in words, without saying what it means."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from borderlab.documents.facsimile import ink
from borderlab.documents.facsimile.facsimile_seen import (
    change_words,
    crossing_words,
    hand_words,
    motif_name,
    stamp_words,
)
from borderlab.documents.facsimile.facsimile_words import words
from borderlab.documents.facsimile.fonts import clean
from borderlab.documents.facsimile.layout import letter
from borderlab.documents.facsimile.signs import LINE_BOXES
from borderlab.documents.facsimile.stamps import Stamp
from borderlab.documents.facsimile.view import LINES_ON_FORM, View
from borderlab.i18n import Translator, translator


@dataclass(frozen=True)
class Reader:
    """Says what a document shows, in one language."""

    view: View
    language: str

    @cached_property
    def t(self) -> Translator:
        """The translator of the language."""
        return translator(self.language)

    def title(self, at: int, total: int) -> str:
        """Name of the picture of a page."""
        said = words(self.language)
        name = said["title"]
        if self.view.permit.number:
            name = f"{name}, {clean(self.view.permit.number)}"
        return name if total == 1 else f"{name}, {said['page'].format(n=at, total=total)}"

    def summary(self) -> str:
        """One sentence on the whole picture."""
        if not (self.view.house.name and self.view.house.state):
            return self.t.gettext(
                "A form with numbered boxes that does not name its authority. Each box is a button"
                " that names its content."
            )
        return self.t.gettext(
            "A form with numbered boxes, issued by {authority}, {state}. Each box is a button"
            " that names its content."
        ).format(authority=self.view.house.name, state=self.view.house.state)

    def text(self, key: str) -> str:
        """What is filled in, lines joined by a line feed."""
        if key == "14":
            return "\n".join(part for part in (*self.view.endorsed, self.view.port,
                                               self.view.endorsed_on) if part)  # fmt: skip
        lines = [*self.view.entries.get(key, ())]
        if key == "1":
            lines += [words(self.language)[tick] for tick in self.view.ticks]
        return "\n".join(lines)

    def label(self, key: str, heading: str) -> str:
        """Name and content of a box: what its button says."""
        name, _, line = key.partition(".")
        text = _joined(self.text(key)) or self.t.gettext("nothing filled in")
        if name == "header":
            return heading
        if name.startswith("annex"):
            return self._annex(name, line, heading)
        place = self.t.gettext("Box {box}, line {line}") if line else self.t.gettext("Box {box}")
        said = self.t.gettext("{place}, {heading}: {text}").format(
            place=place.format(box=name, line=line), heading=heading, text=text
        )
        seen = self.seen(key)
        return f"{said}. {seen}" if seen else said

    def unused(self, key: str) -> bool:
        """Whether a box belongs to a line of the form on which nothing stands."""
        name, _, line = key.partition(".")
        return name in LINE_BOXES and line not in {letter(at) for at in range(self.view.lines)}

    def unused_lines(self) -> str:
        """A sentence on the lines of the form on which nothing stands."""
        lines = [letter(at) for at in range(self.view.lines, LINES_ON_FORM)]
        said = self.t.ngettext("Line {lines}: {empty}.", "Lines {lines}: {empty}.", len(lines))
        empty = self.t.gettext("nothing filled in")
        return said.format(lines=", ".join(lines), empty=empty) if lines else ""

    def sentences(self, key: str, label: str) -> str:
        """A paragraph on a box."""
        if key == "header" and self.view.signs.has("title_missing"):
            return self.t.gettext("The head of the form is empty.")
        return label if label.endswith(".") else f"{label}."

    def seen(self, key: str) -> str:
        """What can be seen in a box besides its text."""
        empty = not self.view.entries.get(key)
        parts = [
            change_words(self.t, sign)
            for sign in self.view.signs.at(key)
            if not empty or sign.kind in ("erased", "corrected")
        ]
        special = {"4": self._applicant, "6": self._dry, "13": self._issue, "14": self._endorsed}
        if key in special:
            parts = [*special[key](), *parts]
        return " ".join(part for part in parts if part)

    def paper(self) -> tuple[tuple[str, str], ...]:
        """What can be seen of the paper itself."""
        said = {
            "photocopy": self.t.gettext(
                "The whole sheet is in shades of grey, with dark edges and specks; the fine waves"
                " of the background cannot be seen."
            ),
            "colour_copy": self.t.gettext(
                "The colours are pale, the edges are shaded and there are specks all over."
            ),
            "plain_paper": self.t.gettext("The paper has no fine waves in its background."),
            "paper_tone": self.t.gettext("The paper is yellowish."),
        }
        found = [text for kind, text in said.items() if self.view.signs.has(kind)]
        if self.view.signs.has("clearance_note"):
            found.append(
                self.t.gettext("In the margin, outside the boxes, a note by hand: {text}.").format(
                    text=ink.note_text(self.view)
                )
            )
        return tuple(("page", text) for text in found)

    def _annex(self, name: str, page: str, heading: str) -> str:
        """Head, or stamp and signature, of an annex page."""
        place = self.t.gettext("Annex, page {n}").format(n=page)
        if name == "annex":
            return f"{place}. {heading}"
        found = ink.issued(self.view)
        unsigned = self.view.signs.has("annex_unsigned")
        stamp = (
            self._stamp(found.stamp, 0.0)
            if found.stamp and not unsigned
            else self.t.gettext("There is no ink stamp.")
        )
        signed = (
            hand_words(self.t, self.view.hand)
            if found.signature and not unsigned
            else self.t.gettext("The place for the signature is empty.")
        )
        return f"{place}, {heading}. {stamp} {signed}"

    def _applicant(self) -> list[str]:
        if self.view.signs.has("applicant_signature_missing"):
            return [self.t.gettext("The place for the applicant's signature is empty.")]
        return [self.t.gettext("Signed by the applicant.")]

    def _dry(self) -> list[str]:
        dry = ink.issued(self.view).dry
        if dry is None:
            return [self.t.gettext("No relief can be seen in the paper.")]
        return [
            self.t.gettext(
                "A seal in relief, round: {above}, {below}; in its middle {motif}."
            ).format(above=dry.above, below=dry.below, motif=motif_name(self.t, dry.motif))
        ]

    def _issue(self) -> list[str]:
        found = ink.issued(self.view)
        parts = [self._stamp(found.stamp, found.turn) if found.stamp else
                 self.t.gettext("There is no ink stamp.")]  # fmt: skip
        if found.stamp and self.view.signs.has("ink_spread"):
            parts.append(self.t.gettext("Its ink has spread."))
        if found.signature:
            parts.append(hand_words(self.t, self.view.hand))
        else:
            parts.append(self.t.gettext("The place for the signature is empty."))
        if found.number:
            parts.append(self.t.gettext("A security stamp numbered {n}.").format(n=found.number))
            parts.append(crossing_words(self.t, sealed=found.sealed, signed=found.signed))
        elif self.view.house.uses_security_stamp:
            parts.append(self.t.gettext("The place for the security stamp is empty."))
        return parts

    def _stamp(self, stamp: Stamp, turn: float) -> str:
        said = stamp_words(self.t, stamp)
        if abs(turn) > 12:  # noqa: PLR2004
            said += " " + self.t.gettext("It is turned to one side.")
        return said

    def _endorsed(self) -> list[str]:
        if not self.view.endorsed:
            return [self.t.gettext("No stamp, no signature.")]
        parts = [self.t.gettext("Signed, with a rectangular stamp: {port}.").format(
            port=self.view.port.upper())]  # fmt: skip
        if self.view.lines < 4:  # noqa: PLR2004
            parts.append(
                self.t.gettext("The unused lines are open.")
                if self.view.signs.has("unused_lines_open")
                else self.t.gettext("The unused lines are struck out.")
            )
        return parts


def _joined(text: str) -> str:
    """Lines as one line, with a semicolon where a line does not end a sentence."""
    lines = [line for line in text.split("\n") if line.strip()]
    parts = [line if line[-1] in ".;:!?" else f"{line};" for line in lines[:-1]]
    return " ".join([*parts, *lines[-1:]])
