"""The code tables, gathered from the features that own them."""

from gongwei.access.models import Sex
from gongwei.home.schemas import CodeOut, CodeTablesOut
from gongwei.members.code_tables import EDUCATION, NATIONALITY, SEX, CodeTable
from gongwei.organisations.kinds import KINDS

SEX_CODES = {Sex.MALE: "1", Sex.FEMALE: "2"}
"""GB/T 2261.1; unknown and not stated are shown as an empty entry."""


def code_tables() -> CodeTablesOut:
    """All tables."""
    return CodeTablesOut(
        sex=[
            CodeOut(
                code=sex.value,
                name=SEX[code].name,
                name_en=SEX[code].name_en,
                standard_code=code,
            )
            for sex, code in SEX_CODES.items()
        ],
        nationality=_entries(NATIONALITY),
        education=_entries(EDUCATION),
        organisation_kind=[
            CodeOut(code=kind.value, name=rule.zh, name_en=rule.en, standard_code=rule.code)
            for kind, rule in KINDS.items()
        ],
    )


def _entries(table: CodeTable) -> list[CodeOut]:
    return [
        CodeOut(code=one.code, name=one.name, name_en=one.name_en, standard_code=one.code)
        for one in table.codes
    ]
