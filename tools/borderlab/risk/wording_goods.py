"""What each indicator is called, and its lawful explanation, in the words of indicators.csv."""

# ruff: noqa: E501  (a message stays in one piece)

from __future__ import annotations

from borderlab.i18n import N_

TEXTS = {
    "IND-019": (
        N_("Source code C, D, F or R for a taxon with no known breeding in the exporting State"),
        N_("A new licensed facility has opened"),
    ),
    "IND-020": (
        N_("Captive-bred volumes rise sharply from one year to the next"),
        N_("The facility has grown"),
    ),
    "IND-021": (
        N_("Switch from source W to C/R after a quota or suspension"),
        N_("The trade has really moved to farming"),
    ),
    "IND-022": (
        N_("Age, scars, parasites or size inconsistent with captive birth date declared"),
        N_("The animals live in outdoor enclosures"),
    ),
    "IND-023": (
        N_("Appendix I live carnivore, primate or parrot presented as commercial trade"),
        N_("Registered App. I breeding operation"),
    ),
    "IND-024": (
        N_(
            "Commodity groups repeatedly named as abused: precious timber, caviar, live primates, birds, reptiles"
        ),
        N_("Most of this trade is lawful"),
    ),
    "IND-025": (
        N_("Look-alike species declared under a non-listed name"),
        N_("Truly the non-listed species"),
    ),
    "IND-026": (
        N_("Terrestrial or freshwater species declared as marine (or reverse)"),
        N_("Common-name confusion"),
    ),
    "IND-027": (
        N_('Tariff line chosen is a residual "other" although a specific line exists'),
        N_("Habit of the broker"),
    ),
    "IND-028": (
        N_("Declared non-wildlife good from an origin that does not normally export it"),
        N_("The goods are re-exported from there"),
    ),
    "IND-029": (
        N_("Import of a product into a State that is itself a large exporter of it"),
        N_("The trade is seasonal"),
    ),
    "IND-030": (
        N_(
            "Cover load type often used to hide wildlife (beans, nuts, frozen fish, plastic scrap, timber, shells) on a known corridor"
        ),
        N_("These are ordinary goods; never sufficient alone"),
    ),
    "IND-031": (
        N_(
            "Air cargo declared as generic parts from an origin without such industry, moving by transhipment"
        ),
        N_("Parts come back from repair"),
    ),
    "IND-032": (
        N_("Timber declared under a trade name only, no species"),
        N_("Custom of the trade"),
    ),
    "IND-033": (
        N_("Goods hard to value used as the declared commodity"),
        N_("Antiques and art are lawful"),
    ),
    "IND-034": (
        N_("Declared value per kilogram far from the median for that HS line and origin"),
        N_("Quality grade; currency slip"),
    ),
    "IND-035": (
        N_("Declared gross weight differs from weighbridge or airline weight"),
        N_("Tare and moisture"),
    ),
    "IND-036": (
        N_("Weight per piece impossible for the species or product"),
        N_("Piece definition differs"),
    ),
    "IND-037": (
        N_("Freight cost out of proportion to the declared value"),
        N_("An urgent sample"),
    ),
    "IND-038": (
        N_("High-value insurance on goods declared cheap"),
        N_("One policy covers all consignments"),
    ),
    "IND-039": (
        N_("Ventilation holes, water, food or heat packs in goods declared inert"),
        N_("Equipment for a hatchery"),
    ),
    "IND-040": (
        N_("Smell, noise, leaking fluid or animal hair noted by handlers"),
        N_("The load is food that has spoiled"),
    ),
    "IND-041": (
        N_("Custom-made crates or false walls at the back of the container"),
        N_("Crates for heavy machines"),
    ),
    "IND-042": (
        N_("Animals bound, taped, in socks, tubes or hollow objects seen on scan"),
        N_("None likely"),
    ),
    "IND-043": (
        N_("Foil or dense shielding around organic mass on X-ray"),
        N_("Packaging of electronics"),
    ),
    "IND-044": (
        N_("Product cut, painted or cast inside other objects"),
        N_("It is a work of art"),
    ),
    "IND-045": (
        N_("Seal number on container differs from manifest"),
        N_("Lawful customs re-seal"),
    ),
    "IND-046": (
        N_("Density anomaly or inhomogeneous loading on scanner image"),
        N_("Goods of several owners share the container"),
    ),
}
