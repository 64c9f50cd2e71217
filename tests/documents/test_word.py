"""Word: the standard's measures and fonts, and every text of the description."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from documents.printed import opened, texts
from documents.samples import letter, record
from gongwei.documents.description import Document, Paragraphs, Table, TableRow
from gongwei.documents.word import written


def chinese_fonts(file: object) -> dict[str, str]:
    """Each run's text and the Chinese font that it names."""
    return {
        run.text: run._element.rPr.rFonts.get(qn("w:eastAsia"))
        for paragraph in file.paragraphs  # type: ignore[attr-defined]
        for run in paragraph.runs
    }


def test_a_letter_has_the_standards_page() -> None:
    section = opened(written(letter())).sections[0]
    found = [round(length / Mm(1)) for length in (
        section.page_width, section.page_height, section.top_margin, section.bottom_margin,
        section.left_margin, section.right_margin,
    ) if length]  # fmt: skip
    assert found == [210, 297, 37, 35, 28, 26]
    grid = section._sectPr.find(qn("w:docGrid"))
    assert grid.get(qn("w:linePitch")) == "580"


def test_a_letter_names_the_standards_fonts() -> None:
    fonts = chinese_fonts(opened(written(letter())))
    assert fonts["中共云屏区区直机关工作委员会"] in ("方正小标宋简体", "仿宋_GB2312")
    assert fonts["关于督促整改的函"] == "方正小标宋简体"
    assert fonts["一、存在的问题"] == "黑体"
    assert fonts["（一）记录不实"] == "楷体_GB2312"
    assert fonts["请督促整改。"] == "仿宋_GB2312"


def test_a_letter_says_everything_in_its_order() -> None:
    said = [one.text for one in opened(written(letter())).paragraphs if one.text]
    assert said == [
        "中共云屏区区直机关工作委员会", "云机工函〔2026〕5号", "关于督促整改的函",
        "中共云屏区财政局党组：", "现将有关事项函告如下。", "一、存在的问题", "（一）记录不实",
        "请督促整改。", "中共云屏区区直机关工作委员会", "2026年8月5日", "抄送：区委组织部",
        "中共云屏区区直机关工作委员会办公室\t2026年8月5日印发",
    ]  # fmt: skip


def test_the_body_is_set_in_by_two_signs() -> None:
    body = next(one for one in opened(written(letter())).paragraphs if one.text == "请督促整改。")
    assert body._element.pPr.ind.get(qn("w:firstLineChars")) == "200"
    assert body.paragraph_format.first_line_indent == Pt(32)


def test_page_numbers_stand_outside() -> None:
    section = opened(written(letter())).sections[0]
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    assert (odd.alignment, even.alignment) == (2, 0)
    assert "PAGE" in odd._element.xml
    assert odd.runs[0].text == "— "


def test_a_letter_without_copies_has_no_rules_at_its_foot() -> None:
    last = opened(written(letter(copies_to="", printed_by=""))).paragraphs[-1]
    assert last.text == "2026年8月5日"


def test_a_record_says_everything() -> None:
    said = texts(opened(written(record())))
    for text in (
        "工作记录", "截至2026年", "姓名", "李四", "汉族", "任职", "时间", "2026-01-05",
        "说明：属实", "第一段。", "第二段。", "没有其他记录。", "谈话人：", "谈话对象：",
    ):  # fmt: skip
        assert text in said


def test_a_table_repeats_its_head_and_spans_what_is_below() -> None:
    table = opened(written(record())).tables[1]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table.cell(1, 0)._tc is table.cell(2, 0)._tc
    assert table.cell(2, 1).text == "说明：属实"


@pytest.mark.parametrize("landscape", [True, False])
def test_a_record_lies_or_stands(landscape: bool) -> None:
    section = opened(written(record(landscape=landscape))).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (section.page_width > section.page_height) is landscape


@pytest.mark.parametrize("text", ["\x00\x07甲", "\ufffe乙", "<w:t>&丙", "a" * 3000, "\U0002a6a5"])
def test_strange_texts_are_written_too(text: str) -> None:
    row = Table(("名", "值"), (1, 1), (TableRow((text, text), ((text, text),)),))
    for document in (letter(body=text, issuer=text), record(blocks=(Paragraphs(text), row))):
        said = texts(opened(written(document)))
        assert text.strip("\x00\x07\ufffe") in said


@pytest.mark.parametrize("document", [letter(), record()])
def test_the_file_names_nobody_and_no_program(document: Document) -> None:
    with ZipFile(BytesIO(written(document))) as parts:
        core = parts.read("docProps/core.xml").decode()
    assert "python-docx" not in core
