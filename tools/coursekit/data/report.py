# ruff: noqa: PLR2004  (shares of random bits and codes read best in place)
"""The realism report: one page with what a sceptical trade analyst would ask for."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from borderlab.world.calibration import calibration
from borderlab.world.checks import impossible, innocent
from borderlab.world.clock import month_of_day
from borderlab.world.codes import DEFECTS, MECHANISMS
from borderlab.world.tables import World
from coursekit.data import pictures, structure
from coursekit.data.leakage import Leakage, measure
from coursekit.data.marginals import CAPTIVE, WILD
from coursekit.data.pages import page, table
from coursekit.data.realism import TOLERANCE, Comparison


def _marginals(view: Comparison) -> str:
    rows = view.distances()
    shown = [
        (r.dataset, r.marginal, r.classes, r.value, r.drift, TOLERANCE * r.drift, r.within)
        for r in rows
    ]
    head = (
        "real data",
        "marginal",
        "classes",
        "distance",
        "drift of real years",
        "limit",
        "within",
    )
    return (
        "<h2>1. Marginals</h2><p>Total variation distance between the generated rows and the "
        "calibration part of real trade, beside the distance between calibration years and later "
        "years of real trade. Wild rows (source W, U or blank) are compared with 2001-2012, "
        "captive rows (C) with half of 2023. Countries are compared by rank only, as the States "
        "are invented: the 24 largest, 100 corridors. Taxa are compared within the taxa of the "
        "kit; real trade has thousands more.</p>"
        + pictures.distances(rows, WILD)
        + pictures.distances(rows, CAPTIVE)
        + table(head, shown, "All marginals")
    )


def _structure(view: Comparison) -> str:
    world = view.world
    cells = structure.quantity_cells(view)
    taxa = np.bincount(world.shipments["taxon"][view.rows(WILD)], minlength=len(calibration().taxa))
    real = sorted(view.real.taxa[(WILD,)].values(), reverse=True)
    total = sum(view.real.taxa[(WILD,)].values()) / 0.79193  # the 300 taxa hold 79.2 % of the rows
    digits = structure.first_digits(world.shipments["qty"][view.rows(WILD)] / 100)
    shown = [
        (
            c.dataset,
            c.label,
            c.rows,
            *(f"{a:g} / {b:g}" for a, b in zip(c.made, c.real, strict=True)),
            c.distance,
            "" if c.drift is None else c.drift,
        )
        for c in cells
    ]
    head = (
        "real data",
        "group/term/unit",
        "rows",
        "5 %",
        "25 %",
        "50 %",
        "75 %",
        "95 %",
        "gap",
        "drift (KS)",
    )
    return (
        "<h2>2. Quantities, ranks, digits</h2>"
        + pictures.quantiles(cells)
        + table(head, shown, "Quantiles, generated / real")
        + pictures.ranks(taxa, [v / total for v in real])
        + table(("measure", "generated", "real"), structure.concentration(view), "Concentration")
        + pictures.digits(digits, structure.real_digits(view.real), structure.benford())
        + table(("measure", "share"), structure.heaping(world), "Round numbers")
        + "<h2>3. Mirror structure</h2><p>What exporter and importer report of one permit line.</p>"
        + table(
            ("measure", "generated", "real"),
            structure.mirror_table(world, view.real),
            "Importer beside exporter",
        )
    )


def _impossible(world: World) -> str:
    clean = innocent(world)
    rows = [
        (rule, int((mask & clean).sum()), int((mask & ~clean).sum()))
        for rule, mask in impossible(world).items()
    ]
    verdict = (
        "None outside injected rows."
        if not any(row[1] for row in rows)
        else "THERE ARE IMPOSSIBLE ROWS."
    )
    head = ("rule", "outside injected rows (must be 0)", "in injected rows")
    return f"<h2>4. Impossible rows</h2><p>{verdict}</p>" + table(
        head, rows, "Rules on declared data"
    )


def _violations(world: World) -> str:
    truth, month = world.truth, month_of_day()[world.shipments["presentation_day"]]
    violation = truth["mechanism"] > 0
    checked = world.inspections["shipment"]
    size = int(month.max()) + 1
    hits = np.bincount(month[checked], world.inspections["label"], size) / np.maximum(
        np.bincount(month[checked], minlength=size), 1
    )
    found = np.zeros(world.n, dtype=bool)
    found[checked[world.inspections["label"] == 1]] = True
    seen = np.zeros(world.n, dtype=bool)
    seen[checked] = True
    rows = []
    for number, name in enumerate(MECHANISMS[1:], start=1):
        mask = truth["mechanism"] == number
        looked = int((mask & seen).sum())
        rows.append(
            (
                name,
                int(mask.sum()),
                looked,
                int((mask & found).sum()),
                float((mask & found).sum() / max(looked, 1)),
            )
        )
    random = world.inspections["reason"] == 0
    facts = [
        ("share of shipments with a violation (truth)", float(violation.mean())),
        ("share with an innocent defect", float((truth["defect"] > 0).mean())),
        ("share inspected", float(checked.size / world.n)),
        ("hit rate, all inspections", float(world.inspections["label"].mean())),
        (
            "hit rate, random stratum",
            float(world.inspections["label"][random].mean()) if random.any() else 0.0,
        ),
        (
            "violations found, of all violations",
            float((violation & found).sum() / max(violation.sum(), 1)),
        ),
    ]
    defects = [(name, int((truth["defect"] == i).sum())) for i, name in enumerate(DEFECTS) if name]
    return (
        "<h2>5. Base rates and detection</h2>"
        + table(("measure", "value"), facts, "Rates")
        + pictures.rates(month, violation, hits)
        + table(
            ("mechanism", "shipments", "inspected", "found", "found of inspected"),
            rows,
            "Mechanisms",
        )
        + table(("innocent defect", "shipments"), defects, "Innocent defects")
    )


def _leakage(result: Leakage) -> str:
    name, best = result.best_field
    top = sorted(result.fields.items(), key=lambda item: -item[1])[:20]
    rows = [
        (f"best single field ({name})", best, "at most 0.75", best <= 0.75),
        ("tree of depth 3", result.tree, "-", True),
        ("logistic regression", result.logistic, "-", True),
        (
            "gradient-boosted trees",
            result.boosting,
            "0.75 to 0.95",
            0.75 <= result.boosting <= 0.95,
        ),
    ]
    return (
        "<h2>6. Leakage</h2><p>Area under the ROC curve for the truth, learned on the first 70 % "
        f"of the time and judged on the rest; {result.rows:,} shipments, {result.violations:,} "
        "violations. Codes are scored by their smoothed rate in the training part.</p>"
        + table(("what", "AUC", "wanted", "within"), rows, "Fields and models")
        + pictures.bars(
            top, "Single fields", f"The best, {name}, reaches {best:.3f}.", "AUC alone", 0.75
        )
    )


def _parameters(world: World) -> str:
    rows = [
        (
            p["name"],
            str(dict(p["value"]) if hasattr(p["value"], "items") else p["value"]),
            p["meaning"],
            p["source"],
        )
        for p in world.scenario.parameters()
    ]
    return "<h2>7. Parameters</h2>" + table(
        ("parameter", "value", "meaning", "source"), rows, "Scenario"
    )


def report(world: World, reference: Path) -> str:
    """The whole page as HTML text, without anything to load from elsewhere."""
    view = Comparison(world, reference)
    title = f"Realism report: {world.scenario.name}, seed {world.seed}, {world.n:,} shipments"
    body = "\n".join(
        (
            _marginals(view),
            _structure(view),
            _impossible(world),
            _violations(world),
            _leakage(measure(world)),
            _parameters(world),
        )
    )
    intro = (
        "Species, law and marginals are real; States, ports, firms, permits and events are "
        "invented. One row of the real data is one yearly flow; here its shares are used for "
        "shipments."
    )
    return page(title, f"<p>{intro}</p>\n{body}", "en")
