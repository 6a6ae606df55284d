"""What `verify` needs to know about the world outside a permit: one object of arrays.

The real reference tables and the invented world both fill it (`adapter_real`, `adapter_world`);
a Party can fill it with its own directory of authorities, quotas and alerts.
"""

from __future__ import annotations

import bisect
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from borderlab.documents.codes import Codes
from borderlab.documents.kinds import BLANK_DAY
from borderlab.documents.scopes import Scopes
from borderlab.documents.taxa import Taxa
from borderlab.documents.vocabulary import Vocabulary

Bools = NDArray[np.bool_]
Small = NDArray[np.int8]
Days = NDArray[np.int32]
Steps = tuple[tuple[int, ...], tuple[int, ...]]
SEVERAL = 4
"""Appendix code where populations differ and the population is not known."""


@dataclass(frozen=True, eq=False)
class Directory:
    """Authorities and signatories that Parties have notified.

    Look-up tables by code of authority or signatory; empty where no directory is at hand, and
    then the rules on it are silent.
    """

    authorities: Vocabulary
    authority_state: NDArray[np.int16]
    is_management: Bools
    signatories: Vocabulary
    signatory_authority: NDArray[np.int16]
    signatory_from: Days
    signatory_until: Days
    uses_stamp: Small

    @property
    def known(self) -> bool:
        """Whether there is a directory at all."""
        return bool(self.authorities.values)


@dataclass(frozen=True, eq=False)
class Notices:
    """Lists kept at the border: alerts, registers, agreements, price and mass tables.

    Attributes:
        alerts: by State code, ranges (first, last) of numbers lost, stolen or false.
        wanted: names of traders on the alert list, folded.
        operations: number of a registered operation -> (State, taxon, day of registration);
            None where the register is not at hand.
        number_pattern: regular expression by State code; empty where no pattern was learnt.
        phyto: States that use phytosanitary certificates; None if the list is not at hand.
        e_agreements: pairs of States (issuer, importer) with paperless exchange.
    """

    alerts: dict[int, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    wanted: frozenset[str] = frozenset()
    operations: dict[str, tuple[int, int, int]] | None = None
    number_pattern: dict[int, str] = field(default_factory=dict)
    phyto: Bools | None = None
    e_agreements: Bools | None = None


@dataclass(frozen=True, eq=False)
class Reference:
    """Everything that rules look up, prepared once.

    Attributes:
        name: ``real`` or ``world``, or the name of a Party's own.
        codes: vocabularies and valid pairs that are the same everywhere.
        taxa: names and facts of taxa.
        states: vocabulary of States.
        party_since: by State, day of entry into force; `NEVER` for a non-Party.
        in_range: by taxon and State, 1 in the range, 0 outside, -1 not known.
        introduced: by taxon and State, whether an introduced population is on record.
        lists_iii: by taxon and State, whether the State listed the taxon in Appendix III.
        steps: taxon and State code -> days on which the Appendix changes, and Appendix codes;
            State -1 stands for an unknown population.
    """

    name: str
    codes: Codes
    taxa: Taxa
    states: Vocabulary
    party_since: Days
    in_range: Small
    introduced: Bools
    lists_iii: Bools
    steps: Callable[[int, int], Steps]
    directory: Directory
    notices: Notices
    quotas: Scopes
    suspensions: Scopes
    reservations: Scopes
    confirmations: Scopes
    domestic: Scopes
    tables: dict[tuple[str, tuple[str, ...]], Bools] = field(default_factory=dict, repr=False)

    def vocabulary(self, name: str) -> Vocabulary:
        """The vocabulary of a code field."""
        if name == "taxa":
            return self.taxa.names
        if name == "states":
            return self.states
        if name in ("authorities", "signatories"):
            found: Vocabulary = getattr(self.directory, name)
            return found
        return self.codes.vocabularies[name]

    def listed(self, taxon: Any, state: Any, day: Any) -> Any:
        """Appendix code of a population on a day; -1 where not known, `SEVERAL` if undecided.

        Args:
            taxon: codes of accepted taxa; scalar or array.
            state: State of origin; negative if not known.
            day: days since 1970-01-01; negative beyond any calendar if not recorded.
        """
        if np.ndim(taxon) == np.ndim(state) == np.ndim(day) == 0:
            return self._listed_one(int(taxon), int(state), int(day))
        taxon, state, day = np.broadcast_arrays(taxon, state, day)
        wide = len(self.states.values) + 4
        keys = taxon.astype(np.int64) * wide + np.maximum(state, -1) + 1
        pairs, back = np.unique(keys, return_inverse=True)
        starts: list[int] = [0]
        lows: list[int] = []
        appendices: list[int] = []
        for key in pairs.tolist():
            days, codes = self._steps(key // wide, key % wide - 1)
            lows.extend(days)
            appendices.extend(codes)
            starts.append(len(lows))
        spread = np.int64(1) << 33
        table = np.repeat(np.arange(pairs.size), np.diff(starts)) * spread + np.array(lows)
        at = np.searchsorted(table, back * spread + day, side="right") - 1
        found = np.array(appendices, dtype=np.int8)[np.maximum(at, 0)]
        return np.where((taxon < 0) | (day <= BLANK_DAY), np.int8(-1), found)

    def _steps(self, taxon: int, state: int) -> Steps:
        if not 0 <= taxon < self.taxa.n:
            return (-(2**32),), (-1,)
        return self.steps(taxon, state if state < len(self.states.values) else -1)

    def _listed_one(self, taxon: int, state: int, day: int) -> np.int8:
        if taxon < 0 or day <= BLANK_DAY:
            return np.int8(-1)
        days, codes = self._steps(taxon, max(state, -1))
        return np.int8(codes[bisect.bisect_right(days, day) - 1])
