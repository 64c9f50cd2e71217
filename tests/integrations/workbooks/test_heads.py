"""Heads of tables, wherever they stand and however they are written."""

from datetime import date

from gongwei.integrations.workbooks.cells import Cell, Merge, Row, Sheet
from gongwei.integrations.workbooks.heads import ColumnMatch, FieldSpec, HeaderMatch, find_heads

FIELDS = [
    FieldSpec("name", "姓名", "Name", required=True),
    FieldSpec("birth_on", "出生日期", "Date of birth", ("出生年月",), required=True),
    FieldSpec("phone", "联系电话", "Phone"),
    FieldSpec("in_service", "在职人数", "In service", ("党员数在职",)),
    FieldSpec("retired", "离退休人数", "Retired", ("党员数离退休",)),
]


def _sheet(*rows: list[str | date | None], merges: tuple[Merge, ...] = ()) -> Sheet:
    return Sheet("表", [_row(row) for row in rows], merges)


def _row(values: list[str | date | None]) -> Row:
    return [None if value is None else Cell(value, str(value)) for value in values]


def _fields(match: HeaderMatch | None) -> dict[int, str | None]:
    assert match is not None
    return {column.index: column.field for column in match.columns}


def test_heads_below_title_rows_are_found_with_the_day_of_the_title() -> None:
    title = Merge(0, 0, 0, 2)
    match = find_heads(
        _sheet(
            ["党员花名册", None, None],
            ["填报单位：区委", None, "截至 2008年12月31日"],
            ["序号", "姓名", "出生年月"],
            ["1", "张敏", "1970.01"],
            merges=(title,),
        ),
        FIELDS,
    )

    assert match == HeaderMatch(
        header_row=3,
        header_lines=1,
        columns=(
            ColumnMatch(0, "序号", None),
            ColumnMatch(1, "姓名", "name"),
            ColumnMatch(2, "出生年月", "birth_on"),
        ),
        missing=(),
        as_of=date(2008, 12, 31),
    )
    assert match.first_data_row == 4


def test_a_real_date_in_the_title_rows_is_the_day() -> None:
    match = find_heads(_sheet(["花名册", date(2009, 6, 30)], ["姓名", "联系电话"]), FIELDS)

    assert match is not None
    assert match.as_of == date(2009, 6, 30)


def test_a_date_below_the_heads_is_not_the_day_of_the_table() -> None:
    match = find_heads(_sheet(["姓名", "出生年月"], ["张敏", "1970-01-02"]), FIELDS)

    assert match is not None
    assert match.as_of is None


def test_width_blanks_stars_and_remarks_in_brackets_do_not_matter() -> None:
    match = find_heads(
        _sheet(["*姓　名", "出生年月（如 1970.01）", "ＰＨＯＮＥ：", "联 系\n电话"]), FIELDS
    )

    assert _fields(match) == {0: "name", 1: "birth_on", 2: "phone", 3: None}


def test_a_required_field_without_a_column_is_missing() -> None:
    match = find_heads(_sheet(["姓名", "联系电话"]), FIELDS)

    assert match is not None
    assert match.missing == ("birth_on",)


def test_a_title_merged_over_all_columns_is_not_the_upper_line_of_heads() -> None:
    match = find_heads(
        _sheet(["花名册", None], ["姓名", "出生年月"], merges=(Merge(0, 0, 0, 1),)), FIELDS
    )

    assert match is not None
    assert (match.header_row, match.header_lines) == (2, 1)


def test_heads_of_two_lines_are_joined_by_their_merges() -> None:
    match = find_heads(
        _sheet(
            ["统计表"],
            ["姓名", "出生年月", "党员数", None, "备注"],
            [None, None, "在职", "离退休", None],
            ["张敏", "1970.01", "3", "4", None],
            merges=(Merge(1, 0, 2, 0), Merge(1, 1, 2, 1), Merge(1, 2, 1, 3), Merge(1, 4, 2, 4)),
        ),
        FIELDS,
    )

    assert match is not None
    assert (match.header_row, match.header_lines, match.first_data_row) == (3, 2, 4)
    assert _fields(match) == {
        0: "name",
        1: "birth_on",
        2: "in_service",
        3: "retired",
        4: None,
    }
    assert [column.head for column in match.columns][2:4] == ["党员数 在职", "党员数 离退休"]


def test_heads_of_two_lines_without_merges_are_joined_where_gaps_are_filled_below() -> None:
    match = find_heads(
        _sheet(
            ["姓名", "出生年月", "党员数", None],
            [None, None, "在职", "离退休人数"],
            ["张敏", "1970.01", "3", "4"],
        ),
        FIELDS,
    )

    assert match is not None
    assert match.header_row == 2
    assert _fields(match) == {0: "name", 1: "birth_on", 2: "in_service", 3: "retired"}


def test_the_first_row_of_data_is_not_taken_for_a_second_line() -> None:
    match = find_heads(_sheet(["姓名", "出生年月", None], ["张敏", "1970.01", "附注"]), FIELDS)

    assert match is not None
    assert match.header_row == 1


def test_a_field_is_given_to_one_column_only() -> None:
    match = find_heads(_sheet(["姓名", "出生年月", "出生日期"]), FIELDS)

    assert _fields(match) == {0: "name", 1: "birth_on", 2: None}


def test_a_sheet_without_known_heads_has_none() -> None:
    assert find_heads(_sheet(["甲", "乙"], ["姓名", "丙"]), FIELDS) is None
    assert find_heads(Sheet("空", []), FIELDS) is None
