"""The columns of an exported roster, in words instead of codes; heads as an import knows them."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Literal

from gongwei.integrations.workbooks.writing import OutputValue
from gongwei.members.ages import age_on
from gongwei.members.code_tables import EDUCATION, NATIONALITY, CodeTable
from gongwei.members.models import DatePrecision, Service, Standing
from gongwei.members.presentation import masked_identity_number, masked_phone
from gongwei.members.roster import RosterLine

Language = Literal["zh", "en"]
Words = tuple[str, str]
Column = Callable[[RosterLine, date, Language], OutputValue]

_SEX: Mapping[str, Words] = {"male": ("男", "Male"), "female": ("女", "Female")}
_SERVICE: Mapping[Service, Words] = {
    Service.IN_SERVICE: ("在职", "In service"),
    Service.RETIRED: ("离退休", "Retired"),
}
_STANDING: Mapping[Standing, Words] = {
    Standing.FULL: ("正式党员", "Full"),
    Standing.PROBATIONARY: ("预备党员", "Probationary"),
}


def _coded(table: CodeTable, code: str | None, language: Language) -> str | None:
    if code is None or code not in table:
        return code
    return table[code].name_en if language == "en" else table[code].name


def _said(words: Words, language: Language) -> str:
    return words[language == "en"]


def _joined(line: RosterLine) -> OutputValue:
    """The day, or as much of it as the office knows."""
    day = line.member.joined_on
    if day is None or line.member.joined_precision is DatePrecision.DAY:
        return day
    is_month = line.member.joined_precision is DatePrecision.MONTH
    return day.strftime("%Y.%m") if is_month else str(day.year)


_COLUMNS: tuple[tuple[Words, Column], ...] = (
    (("姓名", "Name"), lambda line, on, lang: line.person.name),
    (
        ("性别", "Sex"),
        lambda line, on, lang: _said(_SEX[line.person.sex], lang) if line.person.sex else None,
    ),
    (
        ("民族", "Ethnic group"),
        lambda line, on, lang: _coded(NATIONALITY, line.person.nationality, lang),
    ),
    (
        ("公民身份号码", "Identity number"),
        lambda line, on, lang: masked_identity_number(line.person),
    ),
    (("出生日期", "Born"), lambda line, on, lang: line.person.birth_on),
    (
        ("年龄", "Age"),
        lambda line, on, lang: age_on(line.person.birth_on, on) if line.person.birth_on else None,
    ),
    (("学历", "Education"), lambda line, on, lang: _coded(EDUCATION, line.person.education, lang)),
    (("入党时间", "Joined the party on"), lambda line, on, lang: _joined(line)),
    (("转正时间", "Full member since"), lambda line, on, lang: line.member.full_on),
    (("所在党支部", "Branch"), lambda line, on, lang: line.organisation_name),
    (("所在党小组", "Group"), lambda line, on, lang: line.group_name),
    (("联系电话", "Telephone"), lambda line, on, lang: masked_phone(line.person)),
    (("人员类别", "Category"), lambda line, on, lang: _said(_SERVICE[line.member.service], lang)),
    (("党员类别", "Standing"), lambda line, on, lang: _said(_STANDING[line.member.standing], lang)),
)


def title(language: Language) -> str:
    """The worksheet's name."""
    return "Roster of members" if language == "en" else "党员花名册"


def heads(language: Language) -> list[str]:
    """The heads, in the order of the columns."""
    return [_said(words, language) for words, _ in _COLUMNS]


def line(shown: RosterLine, on: date, language: Language) -> list[OutputValue]:
    """One member as a row; ages on the day `on`."""
    return [column(shown, on, language) for _, column in _COLUMNS]
