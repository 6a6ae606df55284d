"""Clean permits, and every defect and benign look-alike of ``defects.csv`` to put into them."""

from borderlab.documents.defects import benign, benign_trade, measures, papers, physical, trade
from borderlab.documents.defects.clean import KINDS, clean_permits
from borderlab.documents.defects.injecting import RECIPES, Injected, Recipe, base, inject

__all__ = [
    "KINDS",
    "RECIPES",
    "Injected",
    "Recipe",
    "base",
    "benign",
    "benign_trade",
    "clean_permits",
    "inject",
    "measures",
    "papers",
    "physical",
    "trade",
]
