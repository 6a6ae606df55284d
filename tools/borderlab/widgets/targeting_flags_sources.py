"""Where the indicators come from, in the reader's language; titles of works stay as they are."""

from __future__ import annotations

from borderlab.i18n import N_
from borderlab.i18n import gettext as _

SOURCES = frozenset(
    (
        N_("general knowledge of CITES and customs practice"),
        N_("Themis environmental-crime TBML indicator page"),
        N_("WWF/TRAFFIC red-flag compendium for sea cargo 2021 (as summarised in trade press)"),
        N_("Arctic Intelligence list of international-trade red flags"),
        N_("CoP19 working-group text of Res. Conf. 11.3, clean Annex 2"),
        N_("Oud Academia agarwood compliance note"),
        N_("Res. Conf. 17.7 selection criteria (AC29 Doc. 14.1)"),
        N_(
            "Wildlife Justice Commission 2022 Bringing Down the Dragon and 2019 ivory snapshot",
        ),
        N_("Basel Institute on Governance e-learning on exotic-pet trafficking"),
        N_("CTPAT transhipment alert (forwarder advisory 2025)"),
        N_(
            "FATF 2020 Money Laundering and the Illegal Wildlife Trade (press and secondary "
            "summaries)"
        ),
        N_("Res. Conf. 9.7 (Rev. CoP15) transit (French text)"),
        N_("GI-TOC and CCF cheetah reporting"),
        N_("CGT Law broker red-flag list"),
        N_("FinCEN wildlife-trafficking red flags (as listed by Arctic Intelligence)"),
        N_("Australian customs and media reports of parcel reptile cases"),
        N_("CITES Secretariat fraud warning 24 Aug 2007"),
        N_("TRAFFIC/TNRC brief on corruption in CITES documents 2020"),
        N_("ROUTES Partnership site and newsletters"),
        N_("WCO Illicit Trade Report 2013"),
        N_("Compliance blog summary of general IWT red flags (cabrisk)"),
        N_("EIA article in WCO News 96 (2021)"),
        N_("Oxpeckers 2019 Frankfurt mail-centre report"),
        N_("WTO TFA Art. 7.4 selectivity criteria"),
        N_("Australian mail/air biosecurity reports"),
        N_("UNEP-WCMC chapter on reporting inconsistencies"),
    )
)


def source_name(source: str) -> str:
    """A source of an indicator in the language in use; one that is not known as it is written."""
    return _(source) if source in SOURCES else source
