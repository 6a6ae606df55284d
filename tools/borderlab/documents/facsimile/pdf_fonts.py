"""An embedded font as objects of a PDF file."""

from __future__ import annotations

import unicodedata

from borderlab.documents.facsimile.embedding import Embedded

FONT_OBJECTS = 5
"""How many objects one font takes."""
_MOST = 100  # entries of one block of a character map


def font_objects(font: Embedded, first: int) -> list[bytes]:
    """The objects of a font, of which the first has that number and is the font itself."""
    of = {number: letter for letter, number in font.glyphs.items()}
    widths = " ".join(f"{number} [{font.widths[of[number]]}]" for number in sorted(of))
    box = " ".join(map(str, font.box))
    info = "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>"
    return [
        f"<</Type /Font /Subtype /Type0 /BaseFont /{font.name} /Encoding /Identity-H"
        f" /DescendantFonts [{first + 1} 0 R] /ToUnicode {first + 4} 0 R>>".encode(),
        f"<</Type /Font /Subtype /CIDFontType2 /BaseFont /{font.name} /CIDSystemInfo {info}"
        f" /FontDescriptor {first + 2} 0 R /CIDToGIDMap /Identity /DW 600 /W [{widths}]>>".encode(),
        f"<</Type /FontDescriptor /FontName /{font.name} /Flags 4 /FontBBox [{box}]"
        f" /ItalicAngle 0 /Ascent {font.ascent} /Descent {font.descent}"
        f" /CapHeight 729 /StemV 80 /FontFile2 {first + 3} 0 R>>".encode(),
        b"<</Length %d /Length1 %d>>\nstream\n%s\nendstream"
        % (len(font.data), len(font.data), font.data),
        _stream(_to_unicode(of)),
    ]


def _stream(text: str) -> bytes:
    raw = text.encode("ascii")
    return b"<</Length %d>>\nstream\n%s\nendstream" % (len(raw), raw)


def _to_unicode(of: dict[int, str]) -> str:
    """What each glyph says, so that text can be searched, copied and read aloud."""
    rows = [f"<{number:04X}> <{_plain(of[number])}>" for number in sorted(of)]
    blocks = [rows[at : at + _MOST] for at in range(0, len(rows), _MOST)]
    body = "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )


def _plain(letter: str) -> str:
    """A letter as UTF-16; a shape of an Arabic letter says the letter."""
    if unicodedata.decomposition(letter).startswith(("<isol", "<init", "<med", "<fin")):
        letter = unicodedata.normalize("NFKC", letter)
    return letter.encode("utf-16-be").hex().upper()
