"""Words that the casework tasks and widgets share."""

from __future__ import annotations

from borderlab.i18n import N_
from borderlab.i18n import gettext as _

ACTION_WORDS = {
    "accept": N_("accept"),
    "note": N_("accept and note"),
    "consult": N_("consult the issuing authority"),
    "inspect": N_("hold for inspection"),
    "refuse": N_("refuse"),
}
LAWFUL = {
    "BN01": N_("Box 12 repeats the issuing State: superfluous, but true."),
    "BN02": N_("Box 14 is empty, but the exporting authority has confirmed the export."),
    "BN03": N_("Fewer specimens came than were authorised, which is allowed."),
    "BN04": N_("Source O may be combined with a second letter, as in OW."),
    "BN05": N_("The epithet has another ending: a spelling variant of the accepted name."),
    "BN06": N_("The authority has confirmed the nursery."),
    "BN07": N_("A forwarder stands on the waybill; the invoice names the importer of the permit."),
    "BN08": N_("The correction bears stamp and signature of the issuing authority."),
    "BN09": N_("Six months from the last day of August end on the last day of February."),
    "BN10": N_("The permit is valid until the end of its last day."),
    "BN11": N_("It was used before the change of Appendix took effect."),
    "BN12": N_("An introduced population is on record there, and the authority has confirmed."),
    "BN13": N_("The annotation does not cover this product."),
    "BN14": N_("Box 15 shows the house waybill, customs the master waybill of the same transport."),
    "BN15": N_("The difference in weight is moisture, within what is usual."),
    "BN16": N_("KIL and KGM are the kilogram in two systems of codes."),
    "BN17": N_("The stock is older than the suspension."),
    "BN18": N_("Sawn wood from logs: less in sum than the logs that were imported."),
    "BN19": N_("Source D from a registered operation needs no import permit."),
    "BN20": N_("A customs officer's note outside the boxes changes nothing."),
    "BN21": N_("A new signatory; the authority has confirmed."),
    "BN22": N_("This certificate is made for several crossings."),
}
"""Look-alike -> why it is lawful."""


def action_word(action: str) -> str:
    """An action in the language in use."""
    return _(ACTION_WORDS[action])


def lawful_reason(defect: str) -> str:
    """Why a look-alike is lawful."""
    return _(LAWFUL[defect])
