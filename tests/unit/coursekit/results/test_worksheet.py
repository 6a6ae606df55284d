"""The grading worksheet: grades go in, nothing else moves, and a wrong file is named."""

from __future__ import annotations

import csv
import io

import pytest

from coursekit.errors import KitError
from coursekit.results.csv_cells import NotCsvError, parse
from coursekit.results.worksheet import edit

ENGLISH = (
    'Identifier,"Full name","Email address",Status,Grade,"Maximum grade","Grade can be changed",'
    '"Last modified (submission)","Last modified (grade)","Feedback comments"\n'
)
FRENCH = (
    'Identifiant,"Nom complet","Adresse de courriel",Statut,Note,"Note maximale",'
    '"La note peut être modifiée","Dernière modification (travail remis)",'
    '"Dernière modification (note)","Feedback par commentaires"\n'
)
# Names in Portuguese are not known to the kit: its columns are found by what stands in them.
PORTUGUESE = (
    'Identificador,"Nome completo",Endereço,Estado,Nota,"Nota máxima",'
    '"A nota pode ser alterada","Última modificação","Última modificação (nota)",Comentários\n'
)


def rows(*people: tuple[int, str], word: str = "Participant", most: str = "100.00") -> str:
    return "".join(
        f'"{word} {number}","O\'Brien, ""Zoë""",x@example.org,"Submitted for grading - ",{grade},'
        f'{most},Yes,"Friday, 20 November 2026, 3:04 PM",-,"Two\nlines, ""quoted"""\n'
        for number, grade in people
    )


def read_back(data: bytes, column: str = "Grade") -> dict[str, str]:
    """What the platform reads: comma, UTF-8, the number at the end of the identifier."""
    text = data.decode("utf-8").removeprefix("\ufeff")
    found = csv.DictReader(io.StringIO(text))
    first = (found.fieldnames or [""])[0]
    return {row[first].split()[-1]: row[column] for row in found}


def test_grades_are_written_and_every_other_byte_stays() -> None:
    before = ("\ufeff" + ENGLISH + rows((1, ""), (2, ""), (3, "55.00"))).encode()
    after, outcome = edit(before, {"1": 71.428571, "3": 80.0, "9": 50.0})
    assert read_back(after) == {"1": "71.43", "2": "", "3": "80"}
    expected = ("\ufeff" + ENGLISH + rows((1, "71.43"), (2, ""), (3, "80"))).encode()
    assert after == expected
    assert outcome.written == ["1"]
    assert outcome.replaced == {"3": ("55.00", "80")}
    assert outcome.not_in_run == ["2"]
    assert outcome.not_in_file == ["9"]


def test_nobody_without_a_grade_in_the_run_loses_one() -> None:
    before = (ENGLISH + rows((1, "40.00"), (2, "90.00"))).encode()
    after, _outcome = edit(before, {})
    assert after == before


def test_the_same_grade_is_not_written_again() -> None:
    before = (ENGLISH + rows((1, "71.43"))).encode()
    after, outcome = edit(before, {"1": 71.428571})
    assert after == before
    assert outcome.same == ["1"]


@pytest.mark.parametrize(
    ("head", "word", "most", "grade"),
    [
        (FRENCH, "Participant", "20,00", "10"),
        (PORTUGUESE, "Participante", "14.00", "7"),
        (ENGLISH, "Participant", "10.00", "5"),
    ],
)
def test_points_follow_the_maximum_of_the_file_in_any_language(head, word, most, grade) -> None:
    text = head + rows((1, ""), (2, ""), word=word, most='"20,00"' if "," in most else most)
    after, _outcome = edit(text.encode(), {"1": 50.0})
    column = next(csv.reader(io.StringIO(head)))[4]
    assert read_back(after, column) == {"1": grade, "2": ""}


def test_decimal_point_even_where_the_platform_writes_a_comma() -> None:
    text = FRENCH + rows((1, '"12,50"'), most='"20,00"')
    after, outcome = edit(text.encode(), {"1": 33.3333})
    assert read_back(after, "Note") == {"1": "6.67"}
    assert outcome.replaced == {"1": ("12,50", "6.67")}


def test_a_locked_grade_is_left() -> None:
    before = (ENGLISH + rows((1, "10.00")).replace(",Yes,", ",No,")).encode()
    after, outcome = edit(before, {"1": 99})
    assert after == before
    assert outcome.locked == ["1"]


def test_a_locked_grade_is_known_by_yes_and_no_where_the_name_is_another() -> None:
    head = ENGLISH.replace("Grade can be changed", "Se puede cambiar la calificación")
    before = (head + rows((1, ""), (2, "")).replace(",Yes,", ",No,", 1)).encode()
    after, outcome = edit(before, {"1": 99, "2": 50})
    assert outcome.locked == ["1"]
    assert read_back(after) == {"1": "", "2": "50"}


@pytest.mark.parametrize("most", ["1,000.00", "1 000,00", "1\u202f000,00", "1.000,00"])
def test_a_maximum_of_a_thousand_points_is_a_number(most: str) -> None:
    after, _outcome = edit((ENGLISH + rows((1, ""), most=f'"{most}"')).encode(), {"1": 50})
    assert read_back(after) == {"1": "500"}


def test_infinite_points_are_none() -> None:
    with pytest.raises(KitError, match="with words"):
        edit((ENGLISH + rows((1, ""), most="inf")).encode(), {"1": 50})


def test_windows_line_ends_and_a_missing_last_one_stay() -> None:
    text = (ENGLISH + rows((1, ""))).replace("\n", "\r\n").removesuffix("\r\n")
    after, _outcome = edit(text.encode(), {"1": 5})
    assert after == text.replace(",,100.00", ",5,100.00").encode()


def test_the_zero_of_somebody_who_answered_nothing_is_a_grade() -> None:
    after, _outcome = edit((ENGLISH + rows((1, ""))).encode(), {"1": 0.0})
    assert read_back(after) == {"1": "0"}


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"PK\x03\x04rest", "Excel"),
        ((ENGLISH + rows((1, ""))).encode("utf-16"), "encoding"),
        ((ENGLISH + rows((1, ""))).encode().replace("ë".encode(), b"\xeb"), "encoding"),
        ((ENGLISH + rows((1, ""))).replace(",", ";").encode(), "semicolons"),
        (b"Name,Mark\nAna,3\n", "not a grading worksheet"),
        (ENGLISH.encode(), "not a grading worksheet"),
        (b"Identifier,Status\nParticipant 1,x\n", "no column for grades"),
        ((ENGLISH + rows((1, ""), most="Good")).encode(), "with words"),
        ((ENGLISH + rows((1, ""), (1, ""))).encode(), "twice"),
        ((ENGLISH + rows((1, "")) + "Participant 2,half\n").encode(), "damaged in record 3"),
        ((ENGLISH + rows((1, "")) + '"Participant 2').encode(), "damaged in record 3"),
    ],
)
def test_a_wrong_file_is_named_in_a_sentence(data: bytes, says: str) -> None:
    with pytest.raises(KitError, match=says):
        edit(data, {"1": 50})


@pytest.mark.parametrize(
    "text",
    ["", "a,b\n", 'a,"b\r\nc ""d""",\r\n,,\r\n', "a\n\nb", 'a,"x"\n1, "y" \n'],
)
def test_taking_apart_and_together_changes_nothing(text: str) -> None:
    assert parse(text).text() == text


def test_a_quote_that_never_closes_is_found() -> None:
    with pytest.raises(NotCsvError, match="line 2"):
        parse('a,b\n"c,d\n')
