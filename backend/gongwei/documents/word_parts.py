"""What python-docx has no word for: fonts of Chinese text, borders, page fields, the grid."""

import re
from typing import Any, Literal

from docx.document import Document as WordFile
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from gongwei.documents.fonts import STANDARD, FontRole

LATIN = "Times New Roman"
Edge = Literal["top", "bottom"]
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def element(tag: str, **attributes: str | int) -> Any:
    """`element("w:tab", val=3)`: an element with attributes of the same name space."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def set_font(run: Run, role: FontRole, size: float, color: RGBColor | None = None) -> None:
    """The standard's font of a role by its Word name, in points."""
    run.font.name = LATIN
    run.font.size = Pt(size)
    if color is not None:
        run.font.color.rgb = color
    name = STANDARD[role].word
    # The hint lets quotation marks and dashes follow the Chinese font, too.
    fonts = run._element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), name)
    fonts.set(qn("w:hint"), "eastAsia")


def storable(text: str) -> str:
    """The text without what XML cannot hold."""
    return _NOT_IN_XML.sub("", text)


def add_text(
    paragraph: Paragraph,
    text: str,
    role: FontRole = FontRole.BODY,
    size: float = 16,
    color: RGBColor | None = None,
) -> Run:
    """A run of text; its line breaks stay."""
    run = paragraph.add_run(storable(text))
    set_font(run, role, size, color)
    return run


def set_normal(file: WordFile, size: float) -> None:
    """The font that everything starts from, with no space between paragraphs."""
    normal: Any = file.styles["Normal"]
    normal.font.name = LATIN
    normal.font.size = Pt(size)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), STANDARD[FontRole.BODY].word)
    normal.paragraph_format.space_before = Pt(0)
    normal.paragraph_format.space_after = Pt(0)


def set_lines(paragraph: Paragraph, exactly: Length) -> None:
    """Lines of one height."""
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.paragraph_format.line_spacing = exactly


def indent_first_line(paragraph: Paragraph, signs: int = 2) -> None:
    """The first line set in by so many signs, whatever their size."""
    properties = paragraph._element.get_or_add_pPr()
    size = 16 if not paragraph.runs else (paragraph.runs[0].font.size or Pt(16)).pt
    properties.append(
        element("w:ind", firstLineChars=signs * 100, firstLine=round(signs * size * 20))
    )


def add_border(paragraph: Paragraph, edge: Edge, eighths: int, color: str = "auto") -> None:
    """A rule along a paragraph, in eighths of a point."""
    properties = paragraph._element.get_or_add_pPr()
    borders = properties.find(qn("w:pBdr"))
    if borders is None:
        borders = element("w:pBdr")
        properties.insert_element_before(
            borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )
    borders.append(element(f"w:{edge}", val="single", sz=eighths, space=1, color=color))


def spread_signs(file: WordFile, twentieths: int) -> None:
    """Change the space between signs in the font that everything starts from."""
    normal: Any = file.styles["Normal"]
    properties = normal.element.get_or_add_rPr()
    spacing = element("w:spacing", val=twentieths)
    properties.insert_element_before(spacing, "w:w", "w:kern", "w:position", "w:sz", "w:szCs")


def add_field(paragraph: Paragraph, code: str, role: FontRole, size: float) -> None:
    """A field that Word fills in, such as PAGE or NUMPAGES."""
    for kind in ("begin", None, "separate", "shown", "end"):
        run = paragraph.add_run("1" if kind == "shown" else "")
        set_font(run, role, size)
        if kind is None:
            text = element("w:instrText")
            text.set(qn("xml:space"), "preserve")
            text.text = f" {code} "
            run._element.append(text)
        elif kind != "shown":
            run._element.append(element("w:fldChar", fldCharType=kind))


def shade(cell: Any, color: str) -> None:
    """A table cell's ground."""
    cell._element.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=color))
