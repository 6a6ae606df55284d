"""The misconceptions in words for participants, translated like all sentences of grading.

The same as in ``build/misconceptions.toml``, which a test compares: there authors look them up,
here translators find them.
"""

from __future__ import annotations

from borderlab.i18n import N_

IDEAS = {
    "K1": N_("98 % accurate means that 98 % of the alerts are right"),
    "K2": N_("A high hit rate proves a good profile"),
    "K3": N_("Random checks waste effort"),
    "K4": N_("Past seizures show where crime is"),
    "K5": N_("A permit that looks valid means that the trade is legal"),
    "K6": N_("Ten boxes opened and nothing found, so the consignment is clean"),
    "K7": N_("2 % of every lot is fair"),
    "K8": N_("More flags simply add up"),
    "K9": N_("A red lane is an accusation"),
    "K10": N_("A score of 0.8 means 80 %"),
    "K11": N_("Goods in transit are not our business"),
    "K12": N_("Faster is weaker"),
    "K13": N_("The dog will find everything"),
    "K14": N_("The country is the strongest factor"),
    "K15": N_("Taking every tenth consignment is random"),
    "K16": N_("No alert from the scanner, so release"),
    "K17": N_("The model decides"),
}
