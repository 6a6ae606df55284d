# ruff: noqa: PLR2004  (shares of random bits and codes read best in place)
"""Does any field give the truth away? Single fields, a short rule, and learned models.

The truth must be learnable from all the data together and from no single field.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from borderlab.world.tables import World
from coursekit.errors import KitError

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]
SPLIT = 0.7  # models learn from the first 70 % of the time and are judged on the rest
_SMOOTH = 20.0


@dataclass(frozen=True)
class Leakage:
    """AUC (chance that a violation scores above a shipment in order) of fields and models."""

    fields: dict[str, float]
    tree: float
    logistic: float
    boosting: float
    rows: int
    violations: int

    @property
    def best_field(self) -> tuple[str, float]:
        """The single field that separates best, alone."""
        name = max(self.fields, key=lambda key: self.fields[key])
        return name, self.fields[name]


def auc(score: Floats, truth: NDArray[np.bool_]) -> float:
    """Area under the ROC curve by ranks, ties counted half; 0.5 when one class is missing."""
    positives, negatives = int(truth.sum()), int((~truth).sum())
    if not positives or not negatives:
        return 0.5
    _, index, counts = np.unique(score, return_inverse=True, return_counts=True)
    middle = np.cumsum(counts) - (counts - 1) / 2
    return float(
        (middle[index][truth].sum() - positives * (positives + 1) / 2) / (positives * negatives)
    )


def features(world: World) -> pd.DataFrame:
    """What an analyst would make of a shipment: declared fields and simple comparisons of them."""
    import pandas as pd

    table = world.frame("shipments")
    table = table[[name for name in table if not str(name).endswith("_label")]]
    made = pd.DataFrame(index=table.index)
    for name, column in table.items():
        if isinstance(column.dtype, pd.CategoricalDtype):
            made[name] = column.cat.codes.astype(float)
        elif pd.api.types.is_datetime64_any_dtype(column):
            continue
        elif name in {"exporter_id", "importer_id", "agent_id"}:
            made[name] = pd.factorize(column)[0].astype(float)
        elif name not in {"shipment_id", "permit_no"}:
            made[name] = column.astype(float)
    shown = table["presentation_date"]
    made["days_left"] = (table["valid_until"] - shown).dt.days
    made["days_issued"] = (table["departure_date"] - table["issue_date"]).dt.days
    made["days_on_way"] = (shown - table["departure_date"]).dt.days
    made["month"], made["weekday"], made["hour"] = (
        shown.dt.month,
        shown.dt.day_of_week,
        table["arrival_ts"].dt.hour,
    )
    made["permit_missing"] = table["permit_no"].isna().astype(float)
    made["permit_uses"] = table.groupby("permit_no")["shipment_id"].transform("size").fillna(0)
    made["permit_seen"] = table.groupby("permit_no").cumcount().where(table["permit_no"].notna(), 0)
    made["shown_over_authorised"] = table["qty_presented"] / table["qty_authorised"]
    made["shown_over_endorsed"] = table["qty_presented"] / table["qty_endorsed"]
    made["quota_left"] = table["quota_used"] / table["quota"]
    made["weighed_over_gross"] = table["measured_kg"] / table["gross_kg"]
    made["kg_per_unit"] = table["net_kg"] / table["qty_presented"]
    made["value_per_unit"] = table["value"] / table["qty_presented"]
    made["value_per_kg"] = table["value"] / table["net_kg"]
    made["insured_over_value"] = table["insured_value"] / table["value"]
    return made


def _field_auc(
    column: Floats, truth: NDArray[np.bool_], train: NDArray[np.bool_], name: str
) -> float:
    """A number by its order (either way); a code by its smoothed rate in the training part."""
    test = ~train
    filled = np.where(np.isnan(column), -1e9, column)
    best = max(auc(filled[test], truth[test]), auc(-filled[test], truth[test]))
    whole = np.all(filled == np.round(filled)) and np.unique(filled).size > 2
    if whole or name.endswith("_id"):
        _, index = np.unique(filled, return_inverse=True)
        hits = np.bincount(index[train], truth[train], index.max() + 1)
        seen = np.bincount(index[train], minlength=index.max() + 1)
        rate = (hits + _SMOOTH * truth[train].mean()) / (seen + _SMOOTH)
        best = max(best, auc(rate[index][test], truth[test]))
    return best


def measure(world: World) -> Leakage:
    """AUC of each field, of a tree of depth 3, of logistic regression and of boosted trees.

    Raises:
        KitError: scikit-learn is missing, or the world is too small to tell.
    """
    sk = _sklearn()
    table = features(world)
    truth = np.asarray(world.truth["mechanism"] > 0)
    if truth.sum() < 50:
        raise KitError(
            f"{world.n} shipments hold {int(truth.sum())} violations; 50 or more are needed to "
            "judge leakage. Ask for more rows (--n)."
        )
    train = np.arange(world.n) < SPLIT * world.n
    values = table.to_numpy(dtype=float)
    fields = {
        str(name): _field_auc(values[:, i], truth, train, str(name)) for i, name in enumerate(table)
    }
    usable = [i for i, name in enumerate(table) if not str(name).endswith("_id")]
    x = values[:, usable]
    filled = np.nan_to_num(x, nan=-1.0, posinf=1e6, neginf=-1e6)
    tree = sk["tree"](max_depth=3, min_samples_leaf=30, random_state=1).fit(
        filled[train], truth[train]
    )
    # Weighing the rare class up helps a boosted model with few positives.
    boost = sk["boosting"](
        max_iter=150,
        learning_rate=0.06,
        max_leaf_nodes=15,
        min_samples_leaf=40,
        l2_regularization=5.0,
        random_state=1,
    )
    boost.fit(np.clip(x[train], -1e12, 1e12), truth[train])
    ranks = np.column_stack([_scaled(filled[:, i], train) for i in range(filled.shape[1])])
    linear = sk["logistic"](max_iter=400, C=0.3).fit(ranks[train], truth[train])
    test = ~train
    return Leakage(
        fields=fields,
        tree=auc(tree.predict_proba(filled[test])[:, 1], truth[test]),
        logistic=auc(linear.predict_proba(ranks[test])[:, 1], truth[test]),
        boosting=auc(boost.predict_proba(np.clip(x[test], -1e12, 1e12))[:, 1], truth[test]),
        rows=world.n,
        violations=int(truth.sum()),
    )


def _scaled(column: Floats, train: NDArray[np.bool_]) -> Floats:
    """Signed logarithm, centred and scaled on the training part."""
    value = np.sign(column) * np.log1p(np.abs(column))
    spread = float(value[train].std()) or 1.0
    return np.asarray((value - value[train].mean()) / spread)


def _sklearn() -> dict[str, Any]:
    try:
        from sklearn.ensemble import HistGradientBoostingClassifier
        from sklearn.linear_model import LogisticRegression
        from sklearn.tree import DecisionTreeClassifier
    except ImportError as problem:
        raise KitError(
            "The leakage check needs scikit-learn. Install it with: pip install 'borderlab[test]'"
        ) from problem
    return {
        "boosting": HistGradientBoostingClassifier,
        "logistic": LogisticRegression,
        "tree": DecisionTreeClassifier,
    }
