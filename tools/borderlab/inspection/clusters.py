"""Bad units that come in clusters: the beta-binomial distribution, and what it does to detection.

With mean share p = a/(a+b) and intra-lot correlation 1/(a+b+1), the share of bad units varies from
lot to lot as Beta(a, b). Textbook results, section 1.5 of the kit's statistics notes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from borderlab.inspection.checks import count, probability
from borderlab.inspection.hypergeometric import log_factorials

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LARGEST = 1_000_000  # numbers of units for which every probability is listed


def detection_clustered(
    opened: int, level: float, correlation: float, efficacy: float = 1.0
) -> float:
    """Detection in a large lot whose bad units come in clusters (beta-binomial).

    Args:
        opened: units inspected, 0 to 1,000,000.
        level: mean share of bad units, 0 to 1.
        correlation: intra-lot correlation, 0 (no clusters) to 1 (all units bad, or none).
        efficacy: probability that an inspected bad unit is recognised, 0 to 1.

    Raises:
        ValueError: a number out of range.
    """
    efficacy = probability("efficacy", efficacy)
    pmf = clustered_pmf(count("opened", opened), level, correlation)
    missed = float(pmf @ (1.0 - efficacy) ** np.arange(pmf.size))
    return min(1.0, max(0.0, 1.0 - missed))


def clustered_pmf(size: int, level: float, correlation: float) -> NDArray[np.float64]:
    """Beta-binomial probabilities of 0, 1, ..., `size` bad units; binomial without correlation.

    Polya's form: a product of (level + j t), t = correlation / (1 - correlation). Unlike beta
    functions of huge arguments it stays exact when the correlation is tiny.

    Args:
        size: units, 0 to 1,000,000.
        level: mean share of bad units, 0 to 1.
        correlation: intra-lot correlation, 0 to 1.

    Returns:
        Probabilities, shape (size + 1,).

    Raises:
        ValueError: a number out of range.
    """
    size, level = count("size", size), probability("level", level)
    correlation = probability("correlation", correlation)
    if size > _LARGEST:
        raise ValueError(f"clusters are worked out for at most {_LARGEST} units, not {size}")
    if level in (0.0, 1.0) or correlation == 1.0:
        pmf = np.zeros(size + 1)
        pmf[0] += 1.0 - level
        pmf[-1] += level
        return pmf
    k = np.arange(size + 1)
    t = correlation / (1.0 - correlation)

    def log_rising(start: float) -> NDArray[np.float64]:
        return np.concatenate(([0.0], np.cumsum(np.log(start + t * np.arange(size)))))

    log_f = log_factorials(size)
    log_p = (log_f[size] - log_f[k] - log_f[size - k]).sum(axis=-1)
    log_p = log_p + log_rising(level) + log_rising(1.0 - level)[::-1] - log_rising(1.0)[-1]
    return np.asarray(np.exp(log_p))
