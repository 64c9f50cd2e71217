"""An official letter in Word after GB/T 9704-2012: grid of 22 lines of 28 signs."""

from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from gongwei.documents.description import Letter
from gongwei.documents.fonts import FontRole
from gongwei.documents.levels import levelled
from gongwei.documents.word_parts import (
    add_border,
    add_field,
    add_text,
    element,
    indent_first_line,
    set_lines,
    set_normal,
    spread_signs,
)

RED = RGBColor(0xD7, 0x00, 0x0F)
SIZE = 16.0
LINE = Mm(225 / 22)
SIGN = Mm(156 / 28)
MEASURE = Mm(156)
CLOSER = -5
"""Twentieths of a point between signs, so that 28 of them fill a line in every word processor."""

FOOT_SIZE = 14.0
THICK, THIN = 8, 6
"""Eighths of a point: 0.35 mm and 0.25 mm."""

MARK_SIZE = 46.0
MARK_WIDTH = Mm(154)


def write_letter(file: WordFile, letter: Letter) -> None:
    """The whole letter into an empty file."""
    set_normal(file, SIZE)
    spread_signs(file, CLOSER)
    _page(file)
    _head(file, letter)
    if letter.addressee:
        _line(file, f"{letter.addressee}：")
    for role, text in levelled(letter.body):
        line = _line(file, text, role)
        line.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        line.paragraph_format.keep_with_next = role is not FontRole.BODY
        indent_first_line(line)
    _signature(file, letter)
    _foot(file, letter)


def _page(file: WordFile) -> None:
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    # The number's dashes 7 mm below the type area; Word measures from the foot of the page.
    section.footer_distance = Mm(35 - 7 - 5)
    for old in section._sectPr.findall(element("w:docGrid").tag):
        section._sectPr.remove(old)
    section._sectPr.append(element("w:docGrid", type="lines", linePitch=round(LINE.pt * 20)))
    file.settings.odd_and_even_pages_header_footer = True
    for footer, side in (
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph.alignment = side
        paragraph.paragraph_format.left_indent = SIGN
        paragraph.paragraph_format.right_indent = SIGN
        add_text(paragraph, "— ", size=FOOT_SIZE)
        add_field(paragraph, "PAGE", FontRole.BODY, FOOT_SIZE)
        add_text(paragraph, " —", size=FOOT_SIZE)


def _head(file: WordFile, letter: Letter) -> None:
    mark = _line(file, "")
    mark.alignment = WD_ALIGN_PARAGRAPH.CENTER
    mark.paragraph_format.space_before = Mm(35)
    size = min(MARK_SIZE, MARK_WIDTH.pt / max(1, len(letter.issuer)))
    add_text(mark, letter.issuer, FontRole.TITLE, int(size * 2) / 2, RED)
    set_lines(mark, Pt(size * 1.15))
    number = _line(file, letter.number)
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    number.paragraph_format.space_before = Pt(LINE.pt * 2)
    number.paragraph_format.space_after = Mm(4)
    rule = _line(file, "")
    set_lines(rule, Pt(2))
    add_border(rule, "top", 12, str(RED))
    title = _line(file, "")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_before = Pt(LINE.pt * 2)
    title.paragraph_format.space_after = LINE
    add_text(title, letter.title, FontRole.TITLE, 22)
    set_lines(title, Pt(31))


def _signature(file: WordFile, letter: Letter) -> None:
    """With a seal: the day four signs from the right, the signer's name centred above it."""
    signer, dated = _wide(letter.signer), _wide(letter.dated)
    over = max(0.0, (signer - dated) / 2)
    right = max(1.0, 4 - over)
    for text, wide in ((letter.signer, signer), (letter.dated, dated)):
        line = _line(file, text)
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        beside = right + (max(signer, dated) - wide) / 2
        line.paragraph_format.right_indent = Pt(SIGN.pt * beside)
        line.paragraph_format.keep_together = True
        if text == letter.signer:
            line.paragraph_format.space_before = LINE
            line.paragraph_format.keep_with_next = True


def _wide(text: str) -> float:
    """About how many signs wide: letters and digits take half of one."""
    return sum(0.5 if sign.isascii() else 1.0 for sign in text)


def _foot(file: WordFile, letter: Letter) -> None:
    """Copies and printing, after the signature: a clerk moves them to the foot of the page."""
    texts = [f"抄送：{letter.copies_to}"] if letter.copies_to else []
    if letter.printed_by:
        texts.append(f"{letter.printed_by}\t{letter.printed_on}")
    for number, text in enumerate(texts):
        line = _line(file, text, size=FOOT_SIZE)
        layout = line.paragraph_format
        layout.space_before = LINE if number == 0 else Pt(0)
        layout.keep_with_next = number < len(texts) - 1
        layout.left_indent = layout.right_indent = Pt(FOOT_SIZE)
        layout.tab_stops.add_tab_stop(MEASURE - Pt(FOOT_SIZE), WD_TAB_ALIGNMENT.RIGHT)
        # A rule between two paragraphs belongs to the upper one.
        if number == 0:
            add_border(line, "top", THICK)
        add_border(line, "bottom", THICK if number == len(texts) - 1 else THIN)


def _line(
    file: WordFile, text: str, role: FontRole = FontRole.BODY, size: float = SIZE
) -> Paragraph:
    paragraph = file.add_paragraph()
    set_lines(paragraph, LINE)
    if text:
        add_text(paragraph, text, role, size)
    return paragraph
