"""Why a workbook is refused as a whole, in words that a clerk understands."""

from typing import Literal, get_args

RefusalCode = Literal[
    "not_a_workbook",
    "encoding",
    "encrypted",
    "macro",
    "no_sheet",
    "too_large",
    "zip_bomb",
    "too_many_sheets",
    "too_many_rows",
    "too_many_columns",
    "too_many_cells",
    "took_too_long",
]

OUT_OF_MEMORY = 12
"""The status with which the limited process ends when it has no memory left."""

REFUSAL_CODES: tuple[RefusalCode, ...] = get_args(RefusalCode)

_DETAILS: dict[RefusalCode, tuple[str, str]] = {
    "not_a_workbook": (
        "文件无法作为表格读取。请用 WPS 或 Excel 打开，另存为 .xlsx 后再上传。",
        (
            "The file cannot be read as a workbook. Open it in WPS or Excel, save it as .xlsx, and "
            "upload that."
        ),
    ),
    "encoding": (
        "文本文件的编码无法识别，请另存为 UTF-8 或 GB 18030 编码的 .csv，或另存为 .xlsx。",
        (
            "The encoding of the text file is not known. Save it as .csv in UTF-8 or GB 18030, or "
            "as .xlsx."
        ),
    ),
    "encrypted": (
        "工作簿设有打开密码，请取消密码后再上传。",
        "The workbook is protected by a password. Remove the password and upload it again.",
    ),
    "macro": (
        "工作簿含有宏。请另存为不含宏的 .xlsx 后再上传。",
        "The workbook contains macros. Save it as .xlsx without macros and upload that.",
    ),
    "no_sheet": (
        "工作簿中没有可读取的、有内容的工作表。",
        "The workbook has no visible worksheet with content.",
    ),
    "too_large": (
        "工作簿过大，无法读取。请拆分后分次上传。",
        "The workbook is too large to be read. Split it and upload the parts.",
    ),
    "zip_bomb": (
        "工作簿展开后的体积异常（超过 {limit}），已拒绝读取。",
        "The workbook expands beyond {limit}; it was refused.",
    ),
    "too_many_sheets": (
        "工作簿中的工作表超过 {limit} 张。",
        "The workbook has more than {limit} worksheets.",
    ),
    "too_many_rows": (
        "工作表超过 {limit} 行，请拆分后分次上传。",
        "The worksheet has more than {limit} rows. Split it and upload the parts.",
    ),
    "too_many_columns": (
        "工作表超过 {limit} 列，请删除多余的列。",
        "The worksheet has more than {limit} columns. Delete those that are not needed.",
    ),
    "too_many_cells": (
        "工作表超过 {limit} 个单元格，请拆分后分次上传。",
        "The worksheet has more than {limit} cells. Split it and upload the parts.",
    ),
    "took_too_long": (
        "读取工作簿超过规定时间，已中止。请拆分后分次上传。",
        "Reading the workbook took too long and was stopped. Split it and upload the parts.",
    ),
}


class WorkbookRefused(Exception):
    """A workbook that cannot be read as a whole; nothing of it is kept.

    `code` is stable; `detail_zh` and `detail_en` say the reason and the way out.
    """

    def __init__(self, code: RefusalCode, detail_zh: str, detail_en: str) -> None:
        super().__init__(code)
        self.code = code
        self.detail_zh = detail_zh
        self.detail_en = detail_en


def refused(code: RefusalCode, limit: str | int = "") -> WorkbookRefused:
    """The refusal with its standard words; `limit` is the bound that was passed, if any."""
    figure = f"{limit:,}" if isinstance(limit, int) else limit
    zh, en = _DETAILS[code]
    return WorkbookRefused(code, zh.format(limit=figure), en.format(limit=figure))
