"""Refusals of imports, each with the way out."""

from gongwei.core.errors import Problem, ProblemType
from gongwei.integrations.workbooks.refusals import REFUSAL_CODES, WorkbookRefused

_OF_SIZE = frozenset(
    {
        "too_large",
        "zip_bomb",
        "too_many_sheets",
        "too_many_rows",
        "too_many_columns",
        "too_many_cells",
        "took_too_long",
    }
)

WORKBOOK_REFUSED = {
    code: ProblemType(
        f"workbook_{code}",
        413 if code in _OF_SIZE else 422,
        "无法读取工作簿",
        "The workbook cannot be read",
        "{zh}",
        "{en}",
    )
    for code in REFUSAL_CODES
}
"""One problem type for each way in which a workbook is refused as a whole."""

COLUMNS_MISSING = ProblemType(
    "import_columns_missing",
    409,
    "缺少必需的列",
    "Required columns are missing",
    "还没有哪一列对应：{zh}。请在“列对应”中逐项选择后再检查。",
    "No column stands for: {en}. Choose one for each, then check again.",
)
NO_ROWS = ProblemType(
    "import_has_no_rows",
    409,
    "没有可导入的数据",
    "There is nothing to import",
    "表头下面没有数据行。请检查工作表，或重新选择表头和对应的列。",
    "There is no row of data below the heads. Look at the worksheet and at the chosen columns.",
)
HAS_FAULTS = ProblemType(
    "import_has_faults",
    409,
    "尚有错误，不能导入",
    "There are faults, so nothing was imported",
    "检查发现 {count} 处错误，没有写入任何内容。请下载标注后的工作簿，改正后重新上传；"
    "或更正列对应后再检查。",
    "The check found {count} faults and nothing was written. Download the marked workbook, put "
    "them right and upload it again; or mend the columns and check again.",
)
OUTDATED = ProblemType(
    "import_outdated",
    409,
    "检查之后情况有变",
    "Things have changed since the check",
    "检查之后组织或人员有变动，现在有 {count} 处不符，没有写入任何内容。"
    "请重新检查，按提示改正后再导入。",
    "Organisations or people have changed since the check: {count} entries no longer fit, and "
    "nothing was written. Check again and follow the messages.",
)
BUSY = ProblemType(
    "import_busy",
    409,
    "正在处理",
    "Being worked on",
    "这次导入正在检查或写入，请等它结束后再操作。",
    "This import is being checked or written. Wait until that has ended.",
)
NOTHING_TO_MARK = ProblemType(
    "import_not_checked",
    409,
    "尚未检查",
    "Not checked yet",
    "检查之后才能下载标注了错误的工作簿。",
    "Faults can be marked only after a check.",
)


def refusal(error: WorkbookRefused) -> Problem:
    """The problem for a workbook that was refused as a whole."""
    return WORKBOOK_REFUSED[error.code](zh=error.detail_zh, en=error.detail_en)
