"""What each indicator is called, and its lawful explanation, in the words of indicators.csv."""

# ruff: noqa: E501  (a message stays in one piece)

from __future__ import annotations

from borderlab.i18n import N_

TEXTS = {
    "IND-080": (
        N_(
            "Parcel described as toy, gift, book, cosmetics or electronics with organic mass on scan"
        ),
        N_("The gift is food"),
    ),
    "IND-081": (
        N_(
            "Several parcels with the same writing, size or packing posted from different offices to one destination"
        ),
        N_("A lawful online seller posts in batches"),
    ),
    "IND-082": (
        N_("Sender name missing, false or not traceable"),
        N_("A private person sent it"),
    ),
    "IND-083": (
        N_("No or poor advance electronic data on the item"),
        N_("Origin post not yet sending data"),
    ),
    "IND-084": (
        N_("Online listing matched to seller account of the sender"),
        N_("Lawful captive-bred seller"),
    ),
    "IND-085": (
        N_("Express service bought for goods of trivial declared value"),
        N_("It is a gift sent in haste"),
    ),
    "IND-086": (
        N_("Declared value identical across many parcels"),
        N_("All hold the same standard product"),
    ),
    "IND-087": (
        N_("Luggage weight or volume out of line with trip length"),
        N_("The traveller is moving house"),
    ),
    "IND-088": (
        N_("Unusual clothing bulk, movement or sound"),
        N_("The traveller wears a medical device"),
    ),
    "IND-089": (
        N_("Ticket bought late in cash, short stay, indirect route"),
        N_("A family emergency"),
    ),
    "IND-090": (
        N_("Mirror statistics: importer reports far more than exporter"),
        N_("Permits issued against actual trade; year-end; units"),
    ),
    "IND-091": (
        N_("Re-export of more than was imported"),
        N_("The goods come from earlier stock"),
    ),
    "IND-092": (
        N_("Live-animal mortality or weight loss outside normal range on arrival"),
        N_("Bad weather delayed the journey"),
    ),
    "IND-093": (
        N_("Hit rate of a profile falls while volume is stable (drift or adaptation)"),
        N_("Compliance has improved"),
    ),
}
