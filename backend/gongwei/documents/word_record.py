"""A report or record in Word."""

from typing import Any

from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from gongwei.documents.description import (
    Block,
    Facts,
    Heading,
    Language,
    Paragraphs,
    Record,
    Remark,
    Signatures,
    Table,
)
from gongwei.documents.fonts import FontRole
from gongwei.documents.typesetting import PAGE_WORDS
from gongwei.documents.word_parts import (
    add_border,
    add_field,
    add_text,
    element,
    indent_first_line,
    set_normal,
    shade,
)

GREY = RGBColor(0x50, 0x50, 0x50)
SHADE = "F3F3F3"
LEFT, RIGHT = 24, 22
NAME_WIDTH = 27.0
"""Millimetres."""


def write_record(file: WordFile, record: Record) -> None:
    """The whole record into an empty file."""
    set_normal(file, 12)
    _page(file, record)
    title = file.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_after = Pt(8)
    add_text(title, record.title, FontRole.TITLE, 22)
    if record.subtitle:
        subtitle = file.add_paragraph()
        subtitle.alignment = WD_ALIGN_PARAGRAPH.CENTER
        subtitle.paragraph_format.space_after = Pt(14)
        add_text(subtitle, record.subtitle, size=11, color=GREY)
    for block in record.blocks:
        _block(file, block, record.language)


def _page(file: WordFile, record: Record) -> None:
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    if record.landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
    section.top_margin, section.bottom_margin = Mm(26), Mm(24)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.header_distance, section.footer_distance = Mm(14), Mm(12)
    section.different_first_page_header_footer = True
    running = section.header.paragraphs[0]
    add_text(running, record.running, size=9, color=GREY)
    add_border(running, "bottom", 3, "969696")
    before, between, after = PAGE_WORDS[record.language]
    for footer in (section.footer, section.first_page_footer):
        paragraph = footer.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        add_text(paragraph, before, size=9)
        add_field(paragraph, "PAGE", FontRole.BODY, 9)
        add_text(paragraph, between, size=9)
        add_field(paragraph, "NUMPAGES", FontRole.BODY, 9)
        add_text(paragraph, after, size=9)


def _across(file: WordFile) -> float:
    """Millimetres between the margins."""
    page = file.sections[0].page_width or Mm(210)
    return page / Mm(1) - LEFT - RIGHT


def _block(file: WordFile, block: Block, language: Language) -> None:
    match block:
        case Heading():
            heading = file.add_paragraph()
            heading.paragraph_format.space_before = Pt(16)
            heading.paragraph_format.space_after = Pt(8)
            heading.paragraph_format.keep_with_next = True
            add_text(heading, block.text, FontRole.FIRST_HEADING, 14)
        case Paragraphs():
            _paragraphs(file, block, language)
        case Remark():
            remark = file.add_paragraph()
            remark.paragraph_format.space_before = Pt(6)
            add_text(remark, block.text, size=10, color=GREY)
        case Facts():
            _facts(file, block)
        case Table():
            _table(file, block, language)
        case Signatures():
            _signatures(file, block, language)


def _paragraphs(file: WordFile, block: Paragraphs, language: Language) -> None:
    for line in block.text.splitlines():
        if not line.strip():
            continue
        paragraph = file.add_paragraph()
        paragraph.paragraph_format.line_spacing = 1.5
        add_text(paragraph, line.strip(), size=12)
        if language == "zh":
            indent_first_line(paragraph)


def _facts(file: WordFile, block: Facts) -> None:
    pairs = [*block.pairs, *([("", "")] if len(block.pairs) % 2 else [])]
    value = (_across(file) - 2 * NAME_WIDTH) / 2
    table = _grid(file, [NAME_WIDTH, value, NAME_WIDTH, value])
    for first, second in zip(pairs[::2], pairs[1::2], strict=True):
        row = table.add_row()
        for place, (name, text) in zip((0, 2), (first, second), strict=True):
            _name(row.cells[place], name, 11)
            _fill(row.cells[place + 1], text, 11)
    for name, text in block.wide:
        row = table.add_row()
        _name(row.cells[0], name, 11)
        _fill(row.cells[1].merge(row.cells[3]), text, 11)


def _table(file: WordFile, block: Table, language: Language) -> None:
    total = sum(block.widths)
    across = _across(file)
    table = _grid(file, [across * share / total for share in block.widths])
    head = table.add_row()
    head._tr.get_or_add_trPr().append(element("w:tblHeader"))
    for cell, text in zip(head.cells, block.heads, strict=True):
        _name(cell, text, 10)
    for line in block.rows:
        cells = _row(table)
        first = cells[0]
        for cell, text in zip(cells, line.cells, strict=True):
            _fill(cell, text, 10)
        for name, text in line.below:
            for cell in cells[1:]:
                cell.paragraphs[0].paragraph_format.keep_with_next = True
            cells = _row(table)
            first = first.merge(cells[0])
            across = cells[1].merge(cells[-1])
            colon = ": " if language == "en" else "："
            add_text(across.paragraphs[0], f"{name}{colon}", FontRole.FIRST_HEADING, 10)
            _fill(across, text, 10)


def _row(table: Any) -> Any:
    """The cells of a new row, which stays on one page."""
    row = table.add_row()
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))
    return row.cells


def _grid(file: WordFile, widths: list[float]) -> Any:
    table = file.add_table(rows=0, cols=len(widths))
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    return table


def _name(cell: Any, text: str, size: float) -> None:
    shade(cell, SHADE)
    paragraph = cell.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_text(paragraph, text, FontRole.FIRST_HEADING, size)
    _middle(cell)


def _fill(cell: Any, text: str, size: float) -> None:
    add_text(cell.paragraphs[0], text, size=size)
    _middle(cell)


def _middle(cell: Any) -> None:
    cell._element.get_or_add_tcPr().append(element("w:vAlign", val="center"))
    for paragraph in cell.paragraphs:
        paragraph.paragraph_format.space_before = Pt(3)
        paragraph.paragraph_format.space_after = Pt(3)


def _signatures(file: WordFile, block: Signatures, language: Language) -> None:
    day = "Date: ____________" if language == "en" else "　　　　年　　月　　日"
    for number, label in enumerate(block.labels):
        signed: Paragraph = file.add_paragraph()
        signed.paragraph_format.space_before = Pt(28 if number == 0 else 18)
        signed.paragraph_format.keep_together = True
        signed.paragraph_format.keep_with_next = number < len(block.labels) - 1
        signed.paragraph_format.tab_stops.add_tab_stop(Mm(_across(file)), WD_TAB_ALIGNMENT.RIGHT)
        add_text(signed, f"{label}____________________\t{day}", size=12)
