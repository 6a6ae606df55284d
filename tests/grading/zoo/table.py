"""Measures the zoo with the kit's grader and with stock nbgrader, and writes the table.

    python -m grading.zoo.table --out ../docs/zoo.md [--facts FILE] [--only KIND ...]

It takes about half a minute for each kind. Facts are kept in FILE as they come, so that it goes on
where it was stopped; what stands in the table already is measured anew only for the kit, unless
``--only`` names it. Needs Linux; the submissions do harm when stock nbgrader runs them: use a
computer that holds nothing else.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import shutil
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

from coursekit.grading.desk import Order, grade
from coursekit.grading.run import Run, new_run, open_run
from grading import tiny_course
from grading.tiny_course import MODULE
from grading.zoo import KINDS, Kind, Scene
from grading.zoo.kept import kept
from grading.zoo.scene import AFTER, BEFORE, DUE, FULL
from grading.zoo.stock import WHO, measure

GROUPS = {
    "crowds": "Work that is all right, and how it comes",
    "cells": "Damaged notebooks",
    "files": "Damaged, renamed and missing files",
    "answers": "Damaged and forged answers",
    "shapes": "Notebooks and answers of an odd shape",
    "code": "Harmful code",
    "zips": "Zips",
    "packing": "Odd ways to pack, name and date",
}
# Part of nbgrader's log -> what the table says.
SAID = {
    "use an old version": "“old version of the nbgrader metadata format”, for the whole assignment",
    "use an newer version": "“newer version of the nbgrader metadata format”, for the assignment",
    "above traceback": "an error in the log",
    "Duplicate submission file": "collecting stops: “Duplicate submission file”",
}
HEAD = """\
# The grading zoo

{count} kinds of damaged, hostile or merely unlucky submissions; what this kit makes of each, and \
what stock nbgrader does with it. Every one was handed in between two good neighbours. Written on \
{date}; stock nbgrader was measured when a kind was new, with nbgrader {nbgrader}, nbclient \
{nbclient} and Python {python} in the same environment. Written by `tests/grading/zoo/table.py`, \
so do not edit it by hand. The column of this kit is checked by `tests/grading/test_zoo.py` in \
every run of CI.

All kinds are made from one submission that is worth {full:g} automatic points. Stock nbgrader had \
its own settings, 5 GB of address space and five minutes; it was given the same saved answers \
beside the notebook, and zips went through its `zip_collect`, the name of the zip as participant. \
"Neighbours" counts the two good neighbours that got their marks, all of them and no others.

| | this kit | stock nbgrader |
|---|---|---|
{totals}
"""


def ours(kind: Kind, course: Path, fresh: Run, place: Path) -> dict[str, Any]:
    """The rows of the kit's grader for the same three people."""
    from nbgrader.api import Gradebook

    run = open_run(shutil.copytree(fresh.folder, place / "ours"))
    with Gradebook(run.db_url) as book:
        book.update_or_create_assignment(MODULE, duedate=DUE)
    inbox = place / "inbox"
    for who in (BEFORE, WHO, AFTER):
        (inbox / who).mkdir(parents=True)
        scene = Scene(course, inbox / who, who, place / "proof of ours")
        (kind.make if who == WHO else Scene.folder)(scene)
    rows = grade(run, Order([inbox]))
    mine = [row for row in rows if row.source.split("/")[1] == WHO and row.status != "replaced"]
    good = [row for row in rows if row.seat in {BEFORE, AFTER} and row.score == FULL]
    pages = [path.read_text() for path in run.place("feedback").rglob("*.html")]
    return {
        "status": mine[0].status,
        "score": mine[0].score,
        "codes": [note.code for note in mine[0].notes],
        "neighbours": len(good),
        "executed": scene.proof.exists(),
        "script": any("<script" in page or "<img" in page for page in pages),
        "hidden": any("HIDDEN TESTS" in page for page in pages),
    }


def our_words(found: dict[str, Any]) -> str:
    """The kit's row in words."""
    codes = ", ".join(f"`{code}`" for code in found["codes"])
    score = "" if found["score"] is None else f", {found['score']:g} points"
    return f"**{found['status']}**{score}" + (f"; {codes}" if codes else "")


def stock_words(kind: Kind, found: dict[str, Any] | None) -> str:
    """What stock nbgrader did, in words."""
    if found is None:
        return "not measured: nbgrader has another way to hand this in, or none"
    if "words" in found:
        return str(found["words"])
    said = []
    if not found["ended"]:
        said.append("**did not end** within five minutes")
    if found["neighbours"] < 2:
        said.append(f"**neighbours: {found['neighbours']} of 2**")
    said.append(_score_words(kind, found))
    if found["told"]:
        more = [line for line in found["told"] if line != "ran"]
        said.append("**runs the code**" + (f" ({'; '.join(more)})" if more else ""))
    if found["left"]:
        said.append(f"{found['left']} processes left running")
    if found["script"]:
        said.append("**script live in the feedback**")
    if found["hidden"]:
        said.append("**hidden checks in the feedback**")
    return "; ".join(said)


def _score_words(kind: Kind, found: dict[str, Any]) -> str:
    score, due = found["score"], kind.score
    if score is None:
        why = _why(found["error"])
        lost = "**not graded**" if kind.score is not None else "not graded"
        return f"{lost} ({why})" if why else lost
    if due is None:
        return f"{score:g} points without a word"
    return f"{score:g} points" if score == due else f"**{score:g} points instead of {due:g}**"


def _why(error: str) -> str:
    """What nbgrader said, short."""
    for said, short in SAID.items():
        if said in error:
            return short
    named = re.findall(r"\b\w+(?:Error|BadZipFile|UnrecognizedFormat|UnsafeMember)\b", error)
    return f"`{named[-1]}`" if named else ""


def totals(facts: dict[str, Any]) -> str:
    """The sums at the top."""
    mine = [fact["ours"] for fact in facts.values()]
    both = [fact for fact in facts.values() if fact["stock"]]
    theirs = [fact["stock"] for fact in both]
    lines = [
        ("kinds", len(mine), len(theirs)),
        ("kinds that cost a neighbour marks", _count(mine), _count(theirs)),
        (
            "kinds that deserve points and get others, or none",
            _wrong(facts, "ours"),
            _wrong(facts, "stock"),
        ),
        (
            "kinds whose code was executed",
            sum(one["executed"] for one in mine),
            sum(bool(one["told"]) for one in theirs),
        ),
        (
            "kinds with script in the feedback",
            sum(one["script"] for one in mine),
            sum(one["script"] for one in theirs),
        ),
        (
            "hidden checks in the feedback (where feedback was made)",
            "yes" if any(one["hidden"] for one in mine) else "no",
            "yes" if any(one["hidden"] for one in theirs) else "no",
        ),
    ]
    return "\n".join(f"| {what} | {one} | {two} |" for what, one, two in lines)


def _wrong(facts: dict[str, Any], whose: str) -> int:
    found = ((kind.score, facts.get(kind.name, {}).get(whose)) for kind in KINDS)
    return sum(due is not None and fact["score"] != due for due, fact in found if fact)


def _count(found: list[dict[str, Any]]) -> int:
    return sum(one["neighbours"] < 2 for one in found)


def page(facts: dict[str, Any]) -> str:
    """The document."""
    measured = dt.datetime.now(dt.UTC)
    parts = [
        HEAD.format(
            count=len(facts),
            date=f"{measured:%Y-%m-%d}",
            nbgrader=version("nbgrader"),
            nbclient=version("nbclient"),
            python=".".join(map(str, sys.version_info[:3])),
            full=FULL,
            totals=totals(facts),
        )
    ]
    for group, title in GROUPS.items():
        lines = [f"## {title}", "", "| kind | this kit | stock nbgrader |", "|---|---|---|"]
        lines += [
            f"| {kind.what} | {our_words(fact['ours'])} | {stock_words(kind, fact['stock'])} |"
            for kind in KINDS
            if kind.group == group and (fact := facts.get(kind.name))
        ]
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def main() -> None:
    """Measure what is not measured yet, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--facts", type=Path, default=Path(tempfile.gettempdir()) / "zoo.json")
    parser.add_argument("--ours", action="store_true", help="measure only the kit's column anew")
    parser.add_argument("--only", nargs="*", default=[], help="kinds to measure anew")
    args = parser.parse_args()
    facts = json.loads(args.facts.read_text()) if args.facts.is_file() else {}
    before = kept(args.out.read_text(encoding="utf-8")) if args.out.is_file() else {}
    with tempfile.TemporaryDirectory() as folder:
        course = tiny_course.build(Path(folder) / "course")
        fresh = new_run("fresh", course=course, runs=Path(folder))
        for kind in KINDS:
            is_known = kind.name in facts
            if is_known and not args.ours:
                continue
            with tempfile.TemporaryDirectory() as place:
                found = ours(kind, course, fresh, Path(place))
            if is_known:
                facts[kind.name]["ours"] = found
                continue
            if kind.name in before and kind.name not in args.only:
                facts[kind.name] = {"ours": found, "stock": before[kind.name]}
                continue
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
                none = kind.stock == "none"
                theirs = None if none else measure(kind, course, fresh, Path(place)).plain()
            facts[kind.name] = {"ours": found, "stock": theirs}
            args.facts.write_text(json.dumps(facts, indent=1))
            print(f"{kind.name}: {stock_words(kind, theirs)}", flush=True)  # noqa: T201
    args.out.write_text(page(facts), encoding="utf-8")


if __name__ == "__main__":
    main()
