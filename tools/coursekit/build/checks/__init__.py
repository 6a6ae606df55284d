"""What the parts of one module must agree on: one rule per function, in these lists."""

from __future__ import annotations

from collections.abc import Callable

from coursekit.build.checks.code_cells import code_cells, own_checks
from coursekit.build.checks.ids import headings, ids_across_parts, read_again
from coursekit.build.checks.keys_work import keys_work, order_is_hidden
from coursekit.build.checks.marking import answers, marking, targets, written
from coursekit.build.checks.pictures import files, images
from coursekit.build.part import ModuleSource, Part
from coursekit.build.problems import Report

MODULE_RULES: tuple[Callable[[ModuleSource, Report], None], ...] = (
    ids_across_parts,
    headings,
    read_again,
    files,
    images,
)
PART_RULES: tuple[Callable[[Part, Report], None], ...] = (
    targets,
    marking,
    written,
    answers,
    own_checks,
    code_cells,
    keys_work,
    order_is_hidden,
)


def check_module(module: ModuleSource, report: Report) -> None:
    """Apply every rule to a module."""
    for rule in MODULE_RULES:
        rule(module, report)
    for part in module.parts:
        for part_rule in PART_RULES:
            part_rule(part, report)
