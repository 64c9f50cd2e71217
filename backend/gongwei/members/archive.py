"""How the archive calls the codes of a person's record."""

from collections.abc import Callable

from gongwei.archives.sections import Language, register_code_names
from gongwei.members.code_tables import EDUCATION, NATIONALITY, CodeTable


def _names(table: CodeTable) -> Callable[[str, Language], str]:
    def name_of(code: str, language: Language) -> str:
        if code not in table:
            return code
        entry = table[code]
        return entry.name_en if language == "en" else entry.name

    return name_of


register_code_names("nationality", _names(NATIONALITY))
register_code_names("education", _names(EDUCATION))
