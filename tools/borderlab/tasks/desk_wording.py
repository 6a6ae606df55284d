"""Why each lawful look-alike is lawful, and what the actions are called."""

from __future__ import annotations

from borderlab.i18n import N_
from borderlab.i18n import gettext as _

ACTION_NAMES: dict[str, str] = {
    "accept": N_("Accept"),
    "note": N_("Accept and note"),
    "consult": N_("Consult the issuing authority"),
    "inspect": N_("Hold for inspection"),
    "refuse": N_("Refuse"),
}
"""Action -> its name in English, the mildest first."""
ACTION_MEANS: dict[str, str] = {
    "accept": N_("The goods may go on."),
    "note": N_("The goods may go on; you record what was unusual."),
    "consult": N_("The goods wait until the issuing Management Authority has answered."),
    "inspect": N_("The goods wait until they have been examined closely."),
    "refuse": N_("The document is not accepted for these goods."),
}

LOOK_ALIKES: dict[str, tuple[str, str]] = {
    "BN01": (
        N_("Box 12 repeats the exporting State"),
        N_("On a direct export the State of origin is the issuing State; to write it again is "
           "superfluous, not wrong."),
    ),
    "BN02": (
        N_("Box 14 is empty, and the issuing authority has confirmed the export"),
        N_("An empty endorsement is a question for the exporting authority. Here the question was "
           "asked and answered."),
    ),
    "BN03": (
        N_("Less was exported than was authorised"),
        N_("A permit is an upper limit. Endorse the quantity that arrived, so that the rest cannot "
           "be used again."),
    ),
    "BN04": (
        N_("Two letters in the source box"),
        N_("Source O goes together with the letter of the origin: OW is a wild pre-Convention "
           "specimen."),
    ),
    "BN05": (
        N_("The epithet has another ending"),
        N_("Endings follow the gender of the genus. The name is a variant of the accepted one and "
           "has the same listing."),
    ),
    "BN06": (
        N_("A plant of source D without a register number"),
        N_("Nurseries need not have the number of a registered operation as breeders of animals "
           "do; the authority has confirmed this one."),
    ),
    "BN07": (
        N_("A forwarder stands on the waybill"),
        N_("A forwarder may receive goods for the importer; the invoice names the importer of the "
           "permit and the authority is in writing."),
    ),
    "BN08": (
        N_("A correction with stamp and signature"),
        N_("A change is harmless when the issuing authority has authenticated it with stamp and "
           "signature."),
    ),
    "BN09": (
        N_("Valid from the last of August to the last of February"),
        N_("Six calendar months from 31 August end on the last day of February, not six times "
           "thirty days later."),
    ),
    "BN10": (
        N_("Presented on the day of expiry"),
        N_("A document is valid through its last day."),
    ),
    "BN11": (
        N_("Issued before an up-listing and used before it took effect"),
        N_("Amendments take effect 90 days after the meeting; until then the former Appendix "
           "holds."),
    ),
    "BN12": (
        N_("Wild specimens from outside the natural range"),
        N_("An introduced population lives there; the authority has confirmed it."),
    ),
    "BN13": (
        N_("A product that the annotation does not cover"),
        N_("The annotation limits the listing to some parts and products. This one needs no CITES "
           "document; other controls remain."),
    ),
    "BN14": (
        N_("Box 15 holds another number than the carrier's waybill"),
        N_("It is the number of the house waybill, which goes under the carrier's master waybill."),
    ),
    "BN15": (
        N_("A few percent more weight than stated"),
        N_("Wet or drained goods change their weight; a difference within tolerance is no excess."),
    ),
    "BN16": (
        N_("KIL on the permit and KGM on the invoice"),
        N_("Both are the kilogram, in the codes of two systems."),
    ),
    "BN17": (
        N_("The State of origin is under suspension"),
        N_("The goods left it before the suspension began; the date of the first export counts."),
    ),
    "BN18": (
        N_("Sawn wood under a permit of origin for logs"),
        N_("Logs become planks and lose volume. Both re-exports together stay below what was "
           "imported."),
    ),
    "BN19": (
        N_("Appendix I without an import permit"),
        N_("Specimens of source D from a registered operation are treated as Appendix II: no "
           "import permit is needed."),
    ),
    "BN20": (
        N_("Handwriting in the margin"),
        N_("Customs officers note the clearance on the sheet. It stands outside the boxes and "
           "changes nothing in them."),
    ),
    "BN21": (
        N_("A signatory who is not in the directory"),
        N_("Names reach the directory late. The issuing authority has confirmed this one."),
    ),
    "BN22": (
        N_("The same number has crossed the border before"),
        N_("A musical instrument certificate is made for many crossings."),
    ),
}  # fmt: skip
"""Benign row of ``defects.csv`` -> what looks odd, and why it is lawful (teaching texts)."""
SIGNS: dict[str, str] = {
    "paper_tone": N_("Old or yellowish paper is no defect."),
    "ink_spread": N_("Ink that has spread on damp paper is no defect where stamp and wording fit."),
    "seal_turned": N_("A stamp set askew is no defect where shape and wording fit."),
    "clearance_note": N_("A customs note in the margin is no alteration."),
}
"""Harmless sign -> why it does not matter."""


def action_name(action: str) -> str:
    """The name of an action in the language in use."""
    return _(ACTION_NAMES[action]) if action in ACTION_NAMES else _("no action chosen")


def actions() -> list[dict[str, str]]:
    """Every action with its name and meaning in the language in use."""
    return [
        {"id": key, "name": _(name), "means": _(ACTION_MEANS[key])}
        for key, name in ACTION_NAMES.items()
    ]
