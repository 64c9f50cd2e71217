"""Values of cells: dates in every spelling, texts, whole numbers."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongwei.integrations.workbooks.cells import Cell
from gongwei.integrations.workbooks.values import (
    VALUE_FAULTS,
    ParsedDate,
    ValueFault,
    match_key,
    parse_date,
    parse_integer,
    parse_text,
)

JULY = ParsedDate(date(2006, 7, 1), "month")
FIRST_OF_JULY = ParsedDate(date(2006, 7, 1), "day")


def _text(text: str) -> Cell:
    return Cell(text, text)


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("2006.07", JULY),
        ("2006.7", JULY),
        ("2006/7", JULY),
        ("2006-07", JULY),
        ("2006年7月", JULY),
        ("2006 年 7 月", JULY),
        ("200607", JULY),
        ("２００６．０７", JULY),
        ("2006。07", JULY),
        ("2006—07", JULY),
        (" 2006.07. ", JULY),
        ("2006.7.1", FIRST_OF_JULY),
        ("2006年7月1日", FIRST_OF_JULY),
        ("2006年07月01日", FIRST_OF_JULY),
        ("2006-07-01", FIRST_OF_JULY),
        ("2006-07-01 00:00:00", FIRST_OF_JULY),
        ("2006-07-01T00:00", FIRST_OF_JULY),
        ("20060701", FIRST_OF_JULY),
        ("2006", ParsedDate(date(2006, 1, 1), "year")),
        ("2006年", ParsedDate(date(2006, 1, 1), "year")),
        ("2006.1", ParsedDate(date(2006, 1, 1), "month")),
        ("2006.10", ParsedDate(date(2006, 10, 1), "month")),
        ("2091.07", ParsedDate(date(2091, 7, 1), "month")),
    ],
)
def test_texts_are_read_as_precisely_as_they_are_written(text: str, parsed: ParsedDate) -> None:
    assert parse_date(_text(text)) == parsed


@pytest.mark.parametrize(
    "text",
    [
        "2006.13",
        "2006.00",
        "2006.2.30",
        "06.7",
        "七月",
        "1899.12",
        "2101.01",
        "2006.07.01.02",
        "无",
    ],
)
def test_other_texts_are_no_dates(text: str) -> None:
    assert parse_date(_text(text)) == ValueFault("not_a_date")


@pytest.mark.parametrize(
    ("value", "shown", "parsed"),
    [
        (2006.07, "2006.07", JULY),
        (2006.7, "2006.7", JULY),
        (2006.1, "2006.1", ValueFault("ambiguous_month")),
        (2006.1, "2006.10", ParsedDate(date(2006, 10, 1), "month")),
        (2006.11, "2006.11", ParsedDate(date(2006, 11, 1), "month")),
        (2006.01, "2006.01", ParsedDate(date(2006, 1, 1), "month")),
        (2006, "2006", ParsedDate(date(2006, 1, 1), "year")),
        (200607, "200607", JULY),
        (20060701, "20060701", FIRST_OF_JULY),
        (38899, "38899", FIRST_OF_JULY),
        (38899.5, "38899.5", FIRST_OF_JULY),
        (12, "12", ValueFault("not_a_date")),
        (99999999, "99999999", ValueFault("not_a_date")),
    ],
)
def test_numbers_are_read_as_they_are_shown(
    value: int | float, shown: str, parsed: ParsedDate | ValueFault
) -> None:
    assert parse_date(Cell(value, shown)) == parsed


@pytest.mark.parametrize(
    ("shown", "precision"), [("2006-07-01", "day"), ("2006-07", "month"), ("2006", "year")]
)
def test_a_real_date_is_as_precise_as_its_format(shown: str, precision: str) -> None:
    parsed = parse_date(Cell(date(2006, 7, 1), shown))

    assert isinstance(parsed, ParsedDate)
    assert (parsed.value, parsed.precision) == (date(2006, 7, 1), precision)


@given(
    st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    st.sampled_from(
        ["{0}.{1}.{2}", "{0}-{1:02}-{2:02}", "{0}/{1}/{2}", "{0}年{1}月{2}日", "{0}{1:02}{2:02}"]
    ),
    st.booleans(),
)
def test_every_day_survives_every_spelling(day: date, form: str, full_width: bool) -> None:
    text = form.format(day.year, day.month, day.day)
    if full_width:
        text = text.translate({ord(d): ord(d) + 0xFEE0 for d in "0123456789"})

    assert parse_date(_text(text)) == ParsedDate(day, "day")


@given(st.integers(2101, 73_415))
def test_every_serial_number_is_its_day(serial: int) -> None:
    day = date(1899, 12, 30) + timedelta(days=serial)

    assert parse_date(Cell(serial, str(serial))) == ParsedDate(day, "day")


@given(st.text())
def test_no_text_breaks_the_parsers(text: str) -> None:
    cell = _text(text)

    assert isinstance(parse_date(cell), ParsedDate | ValueFault | None)
    assert isinstance(parse_integer(cell), int | ValueFault | None)
    assert isinstance(parse_text(cell, person=True), str | None)


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("  区财政局　", "区财政局"),
        ("Ａ１２　组", "A12 组"),
        ("区委（机关）", "区委（机关）"),
        ("办公室主任，兼科长", "办公室主任，兼科长"),
        ("第一\n支部", "第一 支部"),
        ("a\u200bb\ufeff", "ab"),
        ("'=1+1", "=1+1"),
        ("'引文'", "'引文'"),
        ("   ", None),
        ("\u200b", None),
    ],
)
def test_texts_are_tidied(text: str, parsed: str | None) -> None:
    assert parse_text(_text(text)) == parsed


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("张 敏", "张敏"),
        (" 臧 志 强", "臧志强"),
        ("欧阳　娜娜", "欧阳娜娜"),
        ("买买提 . 吐尔逊", "买买提·吐尔逊"),
        ("阿依古丽•买买提", "阿依古丽·买买提"),
        ("John  Smith", "John Smith"),
    ],
)
def test_names_lose_their_inner_blanks(text: str, name: str) -> None:
    assert parse_text(_text(text), person=True) == name


def test_numbers_become_the_text_that_is_shown() -> None:
    assert parse_text(Cell(13038919961, "13038919961")) == "13038919961"


@pytest.mark.parametrize(
    ("cell", "parsed"),
    [
        (Cell(58, "58"), 58),
        (_text("５８"), 58),
        (_text("1,234"), 1234),
        (_text("-3"), -3),
        (_text("12,34"), ValueFault("not_a_whole_number")),
        (Cell(5.5, "5.5"), ValueFault("not_a_whole_number")),
        (_text("五"), ValueFault("not_a_whole_number")),
        (None, None),
    ],
)
def test_whole_numbers(cell: Cell | None, parsed: int | ValueFault | None) -> None:
    assert parse_integer(cell) == parsed


def test_an_untrustworthy_cell_gives_its_fault_whatever_is_asked() -> None:
    cell = Cell(5.00103196711247e17, "5.00103196711247e+17", "number_lost_digits")

    assert parse_text(cell) == ValueFault("number_lost_digits")
    assert parse_date(cell) == ValueFault("number_lost_digits")
    assert parse_integer(cell) == ValueFault("number_lost_digits")


def test_an_empty_cell_has_no_value_and_no_fault() -> None:
    assert (parse_text(None), parse_date(None), parse_integer(None)) == (None, None, None)


def test_two_spellings_of_a_name_share_their_key() -> None:
    assert match_key("中共区委（机关） 支部") == match_key("中共区委(机关)支部")


def test_every_fault_has_words_in_both_languages() -> None:
    assert all(zh and en for zh, en in VALUE_FAULTS.values())
