"""Families of defects in plain words: what an officer can say is wrong with a box.

Each rule of examination belongs to one or more families, so that a mark is right for every rule a
sensible officer may mean by it; each box offers the few families that make sense there.
"""

from __future__ import annotations

from borderlab.i18n import N_
from borderlab.i18n import gettext as _

LAWFUL, OTHER = "lawful", "other"
"""Families that accuse nobody: unusual but lawful, and something else."""
WHOLE = "page"
"""Key of a mark on the document as a whole, the papers with it and the goods."""

FAMILIES: dict[str, str] = {
    "missing": N_("Something required is missing"),
    "altered": N_("Changed after issue: overwritten, erased or added"),
    "dates": N_("The dates do not fit"),
    "authority": N_("Issued by a body that may not issue it"),
    "signature": N_("Signature or signatory not as notified"),
    "seal": N_("Stamp or seal missing or not as the specimen"),
    "security": N_("Security stamp: number, signature or seal across it"),
    "copy": N_("Not an original, or not the authentic form"),
    "number": N_("Number reported, already used or doubled"),
    "document": N_("Wrong kind of document, or another one is missing"),
    "species": N_("Species: name or identity does not fit"),
    "listing": N_("Appendix or annotation is wrong"),
    "source": N_("Source code impossible or not supported"),
    "purpose": N_("Purpose does not fit"),
    "origin": N_("Origin or history does not fit"),
    "quantity": N_("Quantities do not agree"),
    "unit": N_("Unit or description unsuitable"),
    "quota": N_("Quota exceeded or wrongly stated"),
    "ban": N_("Trade suspended or to be confirmed first"),
    "marks": N_("Tags, labels or chips do not fit"),
    "holder": N_("Persons do not fit: holder, consignee, traveller"),
    "annex": N_("Annex page not tied to the document"),
    LAWFUL: N_("Unusual, but lawful"),
    OTHER: N_("Something else is wrong"),
}
"""Family -> its name in English, in the order of the lists."""

_OF_RULES = {
    "missing": "R001 R003 R004 R009 R011 R015 R037 R091 R090 R095 R096 R104 R108 R113 R114 R120"
    " R123 R135 R144 R146 R155 R160",
    "altered": "R019 R018 R025 R031 R041 R145 R149 R182",
    "dates": "R030 R031 R032 R033 R034 R035 R036 R037 R038 R039 R041 R042 R104 R105 R106 R121 R122"
    " R159",
    "authority": "R007 R008 R016 R036 R038 R040 R063",
    "signature": "R008 R013 R015",
    "seal": "R009 R010 R013",
    "security": "R011 R012 R013 R014",
    "copy": "R006 R017 R020",
    "number": "R005 R014 R021 R022 R023 R024 R064 R154 R180 R181",
    "document": "R002 R003 R004 R016 R032 R035 R036 R037 R038 R050 R051 R052 R053 R054 R055 R056"
    " R057 R058 R059 R060 R061 R063 R064 R066 R073 R099 R171 R172 R173 R183",
    "species": "R070 R071 R072 R075 R076 R106 R111 R161 R066 R023",
    "listing": "R036 R050 R055 R073 R074 R079 R080 R094 R141",
    "source": "R056 R057 R076 R077 R081 R091 R092 R094 R095 R096 R097 R098 R099 R100 R101 R102 R103"
    " R105 R107 R108 R158 R162",
    "purpose": "R060 R090 R092 R093 R098 R107 R109 R110",
    "origin": "R002 R054 R063 R074 R077 R078 R104 R105 R120 R121 R122 R123 R124 R125 R126 R127"
    " R128 R129 R130 R157 R159",
    "quantity": "R023 R066 R100 R124 R145 R147 R148 R149 R150 R151 R182",
    "unit": "R079 R080 R110 R111 R112 R151 R152 R153",
    "quota": "R081 R135 R136 R137 R138 R139 R144",
    "ban": "R073 R081 R126 R140 R142 R143",
    "marks": "R144 R155 R156 R157 R158 R160",
    "holder": "R003 R062 R065 R163 R170",
    "annex": "R018 R019",
}
RULE_FAMILIES: dict[str, frozenset[str]] = {}
"""Rule -> families a mark may name for it."""
for _family, _rules in _OF_RULES.items():
    for _rule in _rules.split():
        RULE_FAMILIES[_rule] = RULE_FAMILIES.get(_rule, frozenset()) | {_family}

_AT_BOX = {
    "header": "copy document altered missing",
    "1": "number document copy altered missing",
    "2": "dates altered missing",
    "3": "missing holder altered",
    "3a": "missing altered origin holder",
    "4": "missing holder altered signature origin",
    "5": "missing document dates altered source",
    "5a": "purpose source missing altered",
    "5b": "security altered missing",
    "6": "authority seal ban missing altered",
    "7": "species altered annex ban quota listing source missing",
    "8": "species altered missing",
    "9": "unit marks quantity listing species dates missing altered",
    "10": "source listing document purpose origin quota ban altered missing",
    "11": "quantity altered unit quota source missing",
    "11a": "quota altered quantity missing",
    "12": "origin dates document ban missing altered",
    "12a": "origin document authority dates missing altered",
    "12b": "source dates origin missing altered",
    "13": "signature seal security dates authority altered missing",
    "14": "quantity dates seal missing altered",
    "15": "number holder missing altered",
    "annex": "annex altered signature seal missing",
    WHOLE: "copy altered document annex quantity number species marks holder",
}


def name_of(box: str) -> str:
    """Box without its line or page: ``"11"`` of ``"11.A"``, ``"annex"`` of ``"annex-end.2"``."""
    return box.partition(".")[0].partition("-")[0]


def families() -> list[tuple[str, str]]:
    """Every family with its name in the language in use."""
    return [(key, _(name)) for key, name in FAMILIES.items()]


def families_of(box: str) -> tuple[str, ...]:
    """Families that make sense for a box, the likeliest first; always ends in the two general."""
    return (*_AT_BOX.get(name_of(box), "").split(), LAWFUL, OTHER)
