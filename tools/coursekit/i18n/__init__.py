"""Translations: PO files of modules and packages, kept up to date, checked and compiled."""
