"""National code tables: codes, names and the ways in which offices write them."""

import pytest

from gongwei.members.code_tables import (
    EDUCATION,
    NATIONALITY,
    SEX,
    UNIVERSITY_EDUCATION,
    CodeTable,
)

TABLES = [SEX, EDUCATION, NATIONALITY]


def test_there_are_56_ethnic_groups_and_two_further_codes() -> None:
    codes = [entry.code for entry in NATIONALITY.codes]

    assert codes == [f"{number:02}" for number in range(1, 57)] + ["97", "98"]


@pytest.mark.parametrize(
    ("code", "name", "name_en"),
    [
        ("01", "汉族", "Han"),
        ("05", "维吾尔族", "Uygur"),
        ("15", "土家族", "Tujia"),
        ("30", "土族", "Tu"),
        ("56", "基诺族", "Jino"),
    ],
)
def test_ethnic_groups_have_their_national_codes(code: str, name: str, name_en: str) -> None:
    assert (NATIONALITY[code].name, NATIONALITY[code].name_en) == (name, name_en)


@pytest.mark.parametrize(
    ("table", "text", "code"),
    [
        (SEX, "男", "1"),
        (SEX, " 女 ", "2"),
        (SEX, "female", "2"),
        (SEX, "0", "0"),
        (NATIONALITY, "汉", "01"),
        (NATIONALITY, "汉 族", "01"),
        (NATIONALITY, "土家", "15"),
        (NATIONALITY, "０３", "03"),
        (EDUCATION, "大学", "20"),
        (EDUCATION, "本科", "20"),
        (EDUCATION, "硕士研究生", "10"),
        (EDUCATION, "大专", "30"),
        (EDUCATION, "中专", "40"),
        (EDUCATION, "技工", "50"),
        (EDUCATION, "高中", "60"),
        (EDUCATION, "初中", "70"),
        (EDUCATION, "小学", "80"),
        (EDUCATION, "其他", "90"),
        (SEX, "男女", None),
        (NATIONALITY, "", None),
        (EDUCATION, "好", None),
    ],
)
def test_texts_are_matched(table: CodeTable, text: str, code: str | None) -> None:
    assert table.match(text) == code


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.standard)
def test_no_way_of_writing_means_two_codes(table: CodeTable) -> None:
    for entry in table.codes:
        for text in (entry.code, entry.name, entry.name_en, *entry.aliases):
            assert table.match(text) == entry.code


def test_university_education_is_part_of_the_table() -> None:
    assert sorted(UNIVERSITY_EDUCATION) == ["10", "20"]
    assert [EDUCATION[code].name for code in ("10", "20")] == ["研究生", "大学本科"]


def test_unknown_codes_are_no_entries() -> None:
    assert "99" not in NATIONALITY
    with pytest.raises(KeyError):
        NATIONALITY["99"]
