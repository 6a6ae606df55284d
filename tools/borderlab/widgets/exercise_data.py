"""The tables of the analysts' questions, drawn from the participant's own seed."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from borderlab.widgets.course import seed

if TYPE_CHECKING:
    import pandas as pd


def permit_file() -> pd.DataFrame:
    """500 permits of a year, one row per permit line, for the questions on reuse and quotas."""
    return _table("borderlab.tasks.casework_file")


def trader_file() -> pd.DataFrame:
    """Inspected consignments of many traders, one row each, for the question on hit rates."""
    return _table("borderlab.tasks.auditing_traders")


def lot_file() -> pd.DataFrame:
    """Boxes opened in many consignments, one row per consignment."""
    return _table("borderlab.tasks.examining_record")


def _table(module: str) -> pd.DataFrame:
    table: pd.DataFrame = importlib.import_module(module).table(seed())
    return table
