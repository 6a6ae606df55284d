"""The box opener: a container, boxes to open, and what was and was not proved."""

from __future__ import annotations

from typing import Any

import numpy as np
from traitlets import Float, Int, List, Unicode, observe, validate

from borderlab.figures import examining_opening as model
from borderlab.figures.examining_boxes import container
from borderlab.widgets import examining_boxes_texts as texts
from borderlab.widgets.display import StaticView, show
from borderlab.widgets.examining_base import ExaminingWidget
from borderlab.widgets.ranges import check_range

BOXES = (10, 200)
OPEN, PROVED, REVEAL, REPEAT, TABLE = range(5)


class BoxOpener(ExaminingWidget):
    """A container seen from above; the officer opens boxes and reads what that proves.

    Everything set with the mouse can be read and set in code: ``opener.efficacy = 0.7``.

    Attributes:
        boxes: Boxes in the container, 10 to 200. Box 0 is nearest the door.
        illegal: Boxes with illegal goods, 0 to ``boxes``; hidden until the third step.
        placing: Where they stand: ``spread``, ``block``, ``back`` or ``front``.
        efficacy: Chance that an opened illegal box is recognised, 0 to 1.
        level: Share of boxes that is to be detected (level of detection), above 0 to 1.
        confidence: Wanted probability of at least one find, 0.5 to 0.99.
        sample: Boxes opened in each of the 1,000 repeats.
        opened: Boxes opened so far, in order.
        drawn: Those of them that were drawn at random.
        step: 0 open, 1 what was proved, 2 reveal, 3 a thousand times, 4 table.
        seed: Of the places and of the looking.
    """

    _inputs = (
        *("boxes", "illegal", "placing", "efficacy", "level", "confidence", "sample"),
        *("opened", "seed"),
    )
    _choices = {"placing": model.PLACINGS}  # noqa: RUF012  (ClassVar of the base)
    _steps = 5
    _ranges = {  # noqa: RUF012
        "boxes": BOXES,
        "illegal": (0, BOXES[1]),
        "efficacy": (0, 1),
        "level": (0.005, 1),
        "confidence": (0.5, 0.99),
        "sample": (0, BOXES[1]),
        "seed": (0, 2**31 - 1),
    }

    boxes = Int(60).tag(sync=True)
    illegal = Int(3).tag(sync=True)
    placing = Unicode("back").tag(sync=True)
    efficacy = Float(0.9).tag(sync=True)
    level = Float(0.05).tag(sync=True)
    confidence = Float(0.95).tag(sync=True)
    sample = Int(10).tag(sync=True)
    opened = List(Int()).tag(sync=True)
    drawn = List(Int()).tag(sync=True)
    seed = Int(1).tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        boxes = traits.get("boxes", 60)
        self._check("boxes", boxes)
        for name in ("illegal", "sample"):
            check_range(name, traits.get(name, 0), 0, boxes)
        super().__init__(**traits)

    @property
    def lot(self) -> model.Lot:
        """The consignment as it truly is."""
        return model.Lot(self.boxes, self.illegal, self.placing, self.seed)

    @property
    def finds(self) -> list[int]:
        """Opened boxes in which illegal goods were recognised."""
        seen = self.lot.recognised(self.efficacy)
        return [place for place in self.opened if seen[place]]

    @property
    def random_opened(self) -> list[int]:
        """Opened boxes that were drawn at random."""
        drawn = set(self.drawn)
        return [place for place in self.opened if place in drawn]

    @property
    def random_only(self) -> bool:
        """Whether every opened box was drawn at random."""
        return set(self.opened) <= set(self.drawn)

    def open_at_door(self, count: int = 10) -> None:
        """Open the closed boxes nearest the door."""
        closed = [place for place in range(self.boxes) if place not in set(self.opened)]
        self.opened = [*self.opened, *closed[:count]]

    def open_at_random(self, count: int = 10) -> None:
        """Open closed boxes drawn at random."""
        closed = [place for place in range(self.boxes) if place not in set(self.opened)]
        rng = np.random.default_rng([self.seed, 4, len(self.opened)])
        new = rng.permutation(closed)[:count].tolist() if closed else []
        self.drawn = [*self.drawn, *new]
        self.opened = [*self.opened, *new]

    def close_all(self) -> None:
        """Start again with the same consignment."""
        self.drawn = []
        self.opened = []

    def another(self) -> None:
        """Another consignment of the same kind, all boxes closed."""
        self.close_all()
        self.seed = (self.seed + 1) % (2**31 - 1)

    def cells(self, *, revealed: bool) -> str:
        """One letter for each box, as `figures.examining_boxes.container` reads them."""
        bad, seen = self.lot.bad(), self.lot.recognised(self.efficacy)
        opened = set(self.opened)
        return "".join(
            ("f" if seen[i] else "m" if revealed and bad[i] else "n")
            if i in opened
            else ("x" if revealed and bad[i] else ".")
            for i in range(self.boxes)
        )

    def _do(self, content: dict[str, Any]) -> None:
        actions = {
            "door": self.open_at_door,
            "random": self.open_at_random,
            "close": self.close_all,
            "another": self.another,
        }
        action = actions.get(str(content.get("do")))
        if action is not None:
            action()

    def _texts(self) -> dict[str, Any]:
        return texts.browser_texts()

    def _controls(self) -> list[dict[str, Any]]:
        return texts.controls(self.boxes)

    def _describe(self) -> dict[str, Any]:
        return texts.describe(self)

    def _static_svg(self) -> str:
        if self.step in {OPEN, REVEAL}:
            cells = self.cells(revealed=self.step == REVEAL)
            return container(cells, texts.door(), self.shown["said"])
        return super()._static_svg()

    @validate("illegal", "placing", "efficacy", "level", "confidence", "sample", "seed", "boxes")  # type: ignore[untyped-decorator]
    def _in_range(self, proposal: Any) -> Any:
        name, value = proposal["trait"].name, self._checked(proposal)
        # The browser's sliders for these two reach further than a small container.
        return min(value, self.boxes) if name in {"illegal", "sample"} else value

    @validate("opened", "drawn")  # type: ignore[untyped-decorator]
    def _known_boxes(self, proposal: Any) -> list[int]:
        return [place for place in dict.fromkeys(proposal["value"]) if 0 <= place < self.boxes]

    @observe("boxes", "illegal", "placing")  # type: ignore[untyped-decorator]
    def _start_again(self, _change: Any) -> None:
        self.illegal = min(self.illegal, self.boxes)
        self.sample = min(self.sample, self.boxes)
        self.close_all()


def box_opener(  # noqa: PLR0913  (keyword arguments that a lesson cell spells out)
    *,
    boxes: int = 60,
    illegal: int = 3,
    placing: str = "back",
    efficacy: float = 0.9,
    level: float = 0.05,
    confidence: float = 0.95,
    sample: int = 10,
    step: int = 0,
    after: str | None = None,
    seed: int = 1,
) -> BoxOpener | StaticView:
    """Open boxes of a consignment and see what that proves.

    Args:
        boxes: Boxes in the container, 10 to 200.
        illegal: Boxes with illegal goods, 0 to ``boxes``; hidden until the reveal.
        placing: ``spread``, ``block`` (side by side), ``back`` or ``front`` (at the door).
        efficacy: Chance that an opened illegal box is recognised, 0 to 1.
        level: Share of the boxes that is to be detected, 0.005 to 1.
        confidence: Wanted probability of at least one find, 0.5 to 0.99.
        sample: Boxes opened in each of the 1,000 repeats, 0 to ``boxes``.
        step: 0 open, 1 what was proved, 2 reveal, 3 a thousand times, 4 table.
        after: Id of a prediction in this notebook that has to be committed first.
        seed: Of the places and of the looking.

    Returns:
        The live container, already displayed; the still one where nobody can click.

    Raises:
        TraitError: A value is out of range.
    """
    opener = BoxOpener(
        boxes=boxes,
        illegal=illegal,
        placing=placing,
        efficacy=efficacy,
        level=level,
        confidence=confidence,
        sample=sample,
        step=step,
        after=after,
        seed=seed,
    )
    return show(opener.view())  # type: ignore[no-any-return]
