"""Clean permits, and every defect and benign look-alike of ``defects.csv`` to put into them."""

from borderlab.documents.defects import benign, papers, physical, trade
from borderlab.documents.defects.clean import KINDS, clean_permits
from borderlab.documents.defects.injecting import RECIPES, Injected, Recipe, base, inject

__all__ = [
    "KINDS",
    "RECIPES",
    "Injected",
    "Recipe",
    "base",
    "benign",
    "clean_permits",
    "inject",
    "papers",
    "physical",
    "trade",
]
