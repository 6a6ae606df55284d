"""Pictures of the realism report: SVG text with a text alternative."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from coursekit.data.realism import Distance
    from coursekit.data.structure import QuantityCell

_MADE, _REAL, _LIMIT = "#14558f", "#b0561b", "#6b7684"
_RC: Any = {
    "svg.hashsalt": "borderlab",
    "font.size": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.color": "#dde4ea",
    "axes.axisbelow": True,
    "svg.fonttype": "none",
}


def picture(draw: Any, title: str, text: str, size: tuple[float, float] = (7.2, 3.6)) -> str:
    """One figure: `draw(axes)` draws it; `text` says in words what it shows."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    with mpl.rc_context(_RC):
        figure = Figure(figsize=size, layout="constrained")
        draw(figure.add_subplot())
        out = io.StringIO()
        figure.savefig(out, format="svg", metadata={"Date": None})
    svg = re.sub(r"^.*?(?=<svg )", "", out.getvalue(), flags=re.DOTALL)
    # Ids of several pictures on one page must not meet.
    key = re.sub(r"\W+", "-", title.lower())
    svg = re.sub(r'(id="|url\(#|href="#)', rf"\1{key}-", svg)
    svg = svg.replace("<svg ", f'<svg role="img" aria-label="{escape(text)}" ', 1)
    words = f"<strong>{escape(title)}.</strong> {escape(text)}"
    return f"<figure>{svg}<figcaption>{words}</figcaption></figure>"


def distances(rows: Sequence[Distance], dataset: str) -> str:
    """Distance of each marginal beside its limit."""
    own = [row for row in rows if row.dataset == dataset][::-1]

    def draw(axes: Any) -> None:
        place = np.arange(len(own))
        axes.barh(
            place, [row.value for row in own], color=_MADE, height=0.6, label="generated world"
        )
        axes.plot(
            [1.5 * row.drift for row in own],
            place,
            "|",
            color=_REAL,
            ms=14,
            mew=2.5,
            label="limit: 1.5 x drift of real years",
        )
        axes.set_yticks(place, [row.marginal for row in own])
        axes.set_xlabel("total variation distance")
        axes.legend(frameon=False, loc="lower right")

    inside = sum(row.within for row in own)
    return picture(
        draw,
        f"Marginals, {dataset}",
        f"{inside} of {len(own)} marginals lie within the limit.",
        (7.2, 4.4),
    )


def quantiles(cells: Sequence[QuantityCell]) -> str:
    """Quantiles of the largest cells on a log scale: bars of 5 to 95 percent."""
    shown = list(cells[:14])[::-1]

    def draw(axes: Any) -> None:
        for i, cell in enumerate(shown):
            for values, colour, shift, mark in (
                (cell.made, _MADE, 0.16, "o"),
                (cell.real, _REAL, -0.16, "s"),
            ):
                low, _, mid, _, high = (max(v, 0.01) for v in values)
                axes.plot([low, high], [i + shift] * 2, color=colour, lw=2)
                axes.plot(
                    [mid],
                    [i + shift],
                    mark,
                    color=colour,
                    ms=5,
                    label=("generated" if mark == "o" else "real") if i == 0 else None,
                )
        axes.set_xscale("log")
        axes.set_yticks(range(len(shown)), [cell.label for cell in shown])
        axes.set_xlabel("quantity (unit of the cell); line from 5 % to 95 %, mark at the median")
        axes.legend(frameon=False)

    worst = max(cells, key=lambda cell: cell.distance)
    return picture(
        draw,
        "Quantities",
        f"Largest gap over {len(cells)} cells: {worst.distance:.3f} in {worst.label}.",
        (7.2, 4.8),
    )


def ranks(counts: NDArray[np.int64], real: Sequence[float]) -> str:
    """Shares of taxa by rank on log scales."""
    made = np.sort(counts[counts > 0])[::-1] / counts.sum()

    def draw(axes: Any) -> None:
        axes.loglog(np.arange(1, made.size + 1), made, "o", ms=3, color=_MADE, label="generated")
        axes.loglog(
            np.arange(1, len(real) + 1),
            real,
            "s",
            ms=3,
            color=_REAL,
            label="real (300 most traded)",
        )
        axes.set_xlabel("rank of the taxon")
        axes.set_ylabel("share of rows")
        axes.legend(frameon=False)

    return picture(
        draw,
        "Rank and share of taxa",
        f"The first taxon has {made[0]:.1%} of the wild rows (real: {real[0]:.1%}).",
    )


def digits(made: NDArray[np.float64], real: NDArray[np.float64], law: NDArray[np.float64]) -> str:
    """First digits of quantities of 10 and more."""

    def draw(axes: Any) -> None:
        place = np.arange(1, 10)
        axes.bar(place - 0.2, made, 0.4, color=_MADE, label="generated")
        axes.bar(place + 0.2, real, 0.4, color=_REAL, label="real")
        axes.plot(place, law, "_", color="black", ms=16, label="Benford's law")
        axes.set_xticks(place)
        axes.set_xlabel("first digit")
        axes.set_ylabel("share")
        axes.legend(frameon=False)

    return picture(
        draw,
        "First digits",
        f"Digit 1: generated {made[0]:.1%}, real {real[0]:.1%}, Benford {law[0]:.1%}.",
    )


def rates(
    month: NDArray[np.int64], violation: NDArray[np.bool_], found: NDArray[np.float64]
) -> str:
    """Violation rate by month, and the rate the inspections show."""
    total = np.maximum(np.bincount(month), 1)
    rate = np.bincount(month, violation) / total

    def draw(axes: Any) -> None:
        axes.plot(rate, color=_MADE, label="true share of shipments")
        axes.plot(found, "--", color=_REAL, label="hit rate of inspections")
        axes.set_xlabel("month (0 is January 2024)")
        axes.set_ylabel("share")
        axes.set_ylim(bottom=0)
        axes.legend(frameon=False)

    return picture(
        draw,
        "Violations over time",
        f"The true share runs from {rate.min():.1%} to {rate.max():.1%} by month.",
    )


def bars(
    pairs: Sequence[tuple[str, float]], title: str, text: str, label: str, line: float | None = None
) -> str:
    """Horizontal bars in the given order."""
    shown = list(pairs)[::-1]

    def draw(axes: Any) -> None:
        axes.barh(
            [name for name, _ in shown], [value for _, value in shown], color=_MADE, height=0.6
        )
        if line is not None:
            axes.axvline(line, color=_LIMIT, ls="--")
        axes.set_xlabel(label)

    return picture(draw, title, text, (7.2, 0.9 + 0.27 * len(shown)))
