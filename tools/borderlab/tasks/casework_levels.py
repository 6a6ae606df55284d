"""How hard each defect is to see, and why: the mix of difficulty in the graded permits.

Easy: one box shows it. Medium: two boxes (or a box and the day of presentation) must be compared.
Hard: the sheet alone shows nothing; a look-up or another paper does.
"""

from __future__ import annotations

from borderlab.i18n import N_

LEVELS = ("easy", "medium", "hard")
LEVEL_REASONS = {
    "easy": N_("visible in one box"),
    "medium": N_("two boxes have to be compared"),
    "hard": N_("only a look-up or another paper shows it"),
}
NEEDS: dict[str, tuple[str, str]] = {
    # defect -> level, what shows it
    "DF03": ("easy", "box 2"),
    "DF04": ("easy", "box 11"),
    "DF08": ("easy", "box 13"),
    "DF15": ("easy", "page"),
    "DF16": ("easy", "box 3"),
    "DF22": ("easy", "box 10"),
    "DF27": ("easy", "box 12b"),
    "DF38": ("easy", "box 11a"),
    "DF45": ("easy", "box 14, where the quantity of box 11 stands beside it"),
    "DF53": ("easy", "box 11"),
    "DF55": ("easy", "annex"),
    "DF01": ("medium", "box 2, day of presentation"),
    "DF02": ("medium", "boxes 2, 13"),
    "DF05": ("medium", "boxes 7 to 11 of two lines"),
    "DF06": ("medium", "boxes 5b, 13"),
    "DF17": ("medium", "boxes 1, 12"),
    "DF18": ("medium", "boxes 12, 13"),
    "DF21": ("medium", "boxes 5a, 10"),
    "DF24": ("medium", "boxes 7, 10"),
    "DF29": ("medium", "boxes 7, 12b"),
    "DF30": ("medium", "boxes 7, 10"),
    "DF32": ("medium", "boxes 1, 10"),
    "DF33": ("medium", "boxes 1, 10"),
    "DF43": ("medium", "box 13, day of presentation"),
    "DF44": ("medium", "boxes 5, 10"),
    "DF46": ("medium", "boxes 13, 14"),
    "DF50": ("medium", "boxes 6, 9"),
    "DF51": ("medium", "boxes 9, 10"),
    "DF54": ("medium", "boxes 5, 9"),
    "DF07": ("hard", "previous consignments"),
    "DF09": ("hard", "specimen of the seal"),
    "DF10": ("hard", "directory of authorities"),
    "DF11": ("hard", "directory of authorities"),
    "DF12": ("hard", "alerts"),
    "DF13": ("hard", "previous consignments"),
    "DF14": ("hard", "previous consignments"),
    "DF19": ("hard", "previous consignments"),
    "DF20": ("hard", "list of Parties"),
    "DF23": ("hard", "register of operations"),
    "DF28": ("hard", "history of the listing"),
    "DF36": ("hard", "history of the listing"),
    "DF37": ("hard", "range of the species"),
    "DF39": ("hard", "published quota"),
    "DF40": ("hard", "previous consignments"),
    "DF41": ("hard", "suspensions"),
    "DF42": ("hard", "published quota"),
    "DF47": ("hard", "goods"),
    "DF48": ("hard", "invoice"),
    "DF25": ("hard", "note of the arrival point on the goods"),
    "DF26": ("hard", "import permit"),
    "DF34": ("hard", "names of species, note on the goods"),
    "DF35": ("hard", "note of the arrival point on the goods"),
    "DF49": ("hard", "invoice"),
    "DF52": ("hard", "note of the arrival point on the goods"),
    "DF57": ("hard", "import permit"),
    "DF58": ("hard", "electronic record"),
    "DF59": ("hard", "notices"),
    "DF60": ("hard", "papers of the traveller"),
}
"""Defects that may be drawn. Left out are DF31, where the document itself is missing, and DF56,
which no paper on the desk shows."""
BENIGN = (
    "BN01", "BN02", "BN03", "BN04", "BN05", "BN06", "BN08", "BN09", "BN10", "BN12", "BN14",
    "BN16", "BN19", "BN20", "BN21", "BN22",
)  # fmt: skip
"""Look-alikes that the sheet, its papers and the look-ups show to be lawful."""
ABOUT_TRADE = frozenset((
    "DF20", "DF21", "DF22", "DF23", "DF24", "DF25", "DF26", "DF28", "DF30", "DF36", "DF37", "DF39",
    "DF40", "DF41", "DF42", "DF47", "DF48", "DF49", "DF52", "DF57", "DF59",
))  # fmt: skip
"""The document itself looks genuine; the trade or the goods are what is wrong (K5)."""


def pool(level: str) -> tuple[str, ...]:
    """Defects of a level, in the order of the table."""
    return tuple(defect for defect, (mine, _) in NEEDS.items() if mine == level)
