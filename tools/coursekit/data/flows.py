"""Calibration of who trades with whom: origins of each taxon, re-export hubs, partners.

Only the shape of real trade is used (shares by rank): the States are invented.
"""

from __future__ import annotations

import numpy as np

from coursekit.data.marginals import Marginals
from coursekit.data.raking import Table, rake
from coursekit.data.universe import Taxon, occurs

State = dict[str, str]
# Farmed trade of split-listed taxa comes from populations in Appendix II (crocodile ranches).
_FAVOURED = 12.0


def rank_target(marginals: Marginals, dataset: str, role: str, weights: Table) -> Table:
    """Real shares by rank, cut to as many ranks as there are States, in the order of `weights`."""
    shares = marginals.countries[(dataset, "all", role)]
    real = sorted((v for k, v in shares.items() if k not in {"XX", "XV"}), reverse=True)[
        : weights.size
    ]
    out = np.zeros(weights.size)
    out[np.argsort(-weights, kind="stable")] = real
    return np.asarray(out / out.sum())


def origin_table(
    taxa: list[Taxon], states: list[State], *, captive: bool, lower: set[tuple[str, str]]
) -> Table:
    """Prior weight of each invented State as origin of each taxon."""
    table = np.zeros((len(taxa), len(states)))
    for i, taxon in enumerate(taxa):
        for j, state in enumerate(states):
            native = occurs(taxon, state["cites_region"], frozenset(state["zones"].split(";")))
            if captive:
                table[i, j] = float(state["weight_captive"]) * (1.0 if native else 0.5)
                table[i, j] *= _FAVOURED if (taxon.name, state["code"]) in lower else 1.0
            elif native:
                table[i, j] = float(state["weight_wild"])
    if not captive:
        return table
    # Breeding is concentrated: five or six States for each taxon, fixed by its place in the list.
    for i in range(len(taxa)):
        for j in range(len(states)):
            if (taxa[i].name, states[j]["code"]) in lower:
                continue
            table[i, j] *= (
                1.0 if (i * 7 + j * 11 + i * j) % 4 == 0 else 0.02 if (i + j) % 3 else 0.0
            )
    return table


def fit_origins(prior: Table, taxon_weight: Table, state_target: Table) -> Table:
    """Origin weights by taxon such that the State totals keep the target as far as ranges allow."""
    taxon, state = np.nonzero(prior)
    cells = prior[taxon, state] * taxon_weight[taxon] / prior.sum(axis=1)[taxon]
    fitted = rake(cells, [(state, state_target), (taxon, taxon_weight)], rounds=60)
    out = np.zeros_like(prior)
    out[taxon, state] = fitted
    return np.asarray(out / np.maximum(out.sum(axis=1, keepdims=True), 1e-300))


def partner_table(states: list[State], export: Table, target: Table) -> Table:
    """Weight of each importer for each exporter: few partners carry most of the trade."""
    n = len(states)
    prior = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            if i != j:
                near = 1.6 if states[i]["cites_region"] == states[j]["cites_region"] else 1.0
                spread = (1, 2, 5, 14, 3, 1, 8)[(i * 5 + j * 3 + i * j) % 7]
                prior[i, j] = near * spread * float(states[j]["weight_import"])
    row, column = np.nonzero(prior)
    cells = prior[row, column] / prior.sum(axis=1)[row] * export[row]
    fitted = rake(cells, [(row, export), (column, target)], rounds=200)
    out = np.zeros((n, n))
    out[row, column] = fitted
    return np.asarray(out / out.sum(axis=1, keepdims=True))
