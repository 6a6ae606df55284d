"""The tables of nbgrader's gradebook, and where each assignment's cells are in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coursekit.errors import KitError
from coursekit.grading.text import _

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine, Table

TABLES = (  # in the order in which rows refer to each other
    "assignment",
    "notebook",
    "base_cell",
    "grade_cells",
    "solution_cells",
    "source_cell",
    "student",
    "submitted_assignment",
    "submitted_notebook",
    "grade",
    "comment",
)


@dataclass(frozen=True, slots=True)
class Layout:
    """Ids of one assignment in the gradebook.

    Attributes:
        assignment: nbgrader's id of the assignment.
        notebook: nbgrader's id of its notebook.
        due: when it is due (UTC, without zone, as nbgrader stores it), or None.
        grades: grade id -> cell id, for cells that give points.
        points: grade id -> most points.
        comments: grade id -> cell id, for cells that take a comment.
        checksums: grade id -> checksum of the registered cell.
    """

    assignment: str
    notebook: str
    due: datetime | None
    grades: Mapping[str, str]
    points: Mapping[str, float]
    comments: Mapping[str, str]
    checksums: Mapping[str, str]


def tables_of(engine: Engine, path: Path) -> dict[str, Table]:
    """The tables as nbgrader made them, by name.

    Raises:
        KitError: the file at ``path`` is missing or is no gradebook of nbgrader.
    """
    from sqlalchemy import MetaData
    from sqlalchemy.exc import OperationalError, SQLAlchemyError

    problem = KitError(_("{path} is not a gradebook of nbgrader.").format(path=path))
    if not path.is_file():
        raise problem
    known = MetaData()
    try:
        known.reflect(engine, only=TABLES)
        return {name: known.tables[name] for name in TABLES}
    except OperationalError:  # in use or not readable: see `coursekit.grading.trouble`
        engine.dispose()
        raise
    except (SQLAlchemyError, KeyError) as error:
        engine.dispose()
        raise problem from error


def layout_of(connection: Connection, tables: Mapping[str, Table], name: str) -> Layout:
    """The ids of one assignment."""
    from sqlalchemy import select

    task, own, base = tables["assignment"], tables["notebook"], tables["base_cell"]
    found = connection.execute(task.select().where(task.c.name == name)).one()
    mine = own.c.assignment_id == found.id
    notebook = connection.execute(own.select().where(mine)).one().id

    def cells(kind: str) -> list[Any]:
        table = tables[kind]
        joined = table.join(base, base.c.id == table.c.id)
        columns = select(base.c.name, table).select_from(joined)
        return list(connection.execute(columns.where(base.c.notebook_id == notebook)))

    grades, source = cells("grade_cells"), tables["source_cell"]
    sources = connection.execute(source.select().where(source.c.notebook_id == notebook))
    return Layout(
        assignment=found.id,
        notebook=notebook,
        due=found.duedate,
        grades={row.name: row.id for row in grades},
        points={row.name: float(row.max_score) for row in grades},
        comments={row.name: row.id for row in cells("solution_cells")},
        checksums={row.name: row.checksum for row in sources},
    )
