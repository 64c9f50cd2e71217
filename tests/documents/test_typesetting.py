"""PDF: text is never markup, pages break, and what stands in for a font or a sign is said."""

from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
import typst

from documents.printed import fonts, page_count, signs
from documents.samples import letter, record
from gongwei.documents.description import Document, Paragraphs, Table, TableRow
from gongwei.documents.fonts import STANDARD, FontRole, FontShelf, font_shelf
from gongwei.documents.typesetting import fallback_note, typeset, undisplayable

RARE = "\U0002a6a5"
"""A character of extension B that the bundled fonts lack."""

BUNDLED = [str(files("pylopdf_fonts_zh_cn"))]


@pytest.fixture(autouse=True)
def bare_machine(monkeypatch: pytest.MonkeyPatch) -> FontShelf:
    """A machine with the bundled fonts alone, whatever the one of the tests has."""
    own = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=BUNDLED)
    shelf = FontShelf(own, {role: font.stand_in for role, font in STANDARD.items()})
    monkeypatch.setattr("gongwei.documents.typesetting.font_shelf", lambda _folder: shelf)
    return shelf


@pytest.mark.parametrize("document", [letter(), record(), record(language="en", landscape=True)])
def test_a_document_says_which_fonts_stand_in(document: Document, tmp_path: Path) -> None:
    made = typeset(document, tmp_path)
    note = fallback_note(document.language, made.stand_ins, [])
    assert note
    assert set(note) - {" "} <= signs(made.content)
    assert fonts(made.content) == {"NotoSerifSC-Regular", "NotoSansSC-Regular"}
    assert made.missing == []


def test_only_fonts_that_the_document_uses_are_named(tmp_path: Path) -> None:
    made = typeset(letter(body="请督促整改。"), tmp_path)
    assert [font.name_zh for font in made.stand_ins] == ["小标宋", "仿宋"]
    made = typeset(letter(), tmp_path)
    assert [font.name_zh for font in made.stand_ins] == ["小标宋", "仿宋", "楷体", "黑体"]


def test_nothing_is_said_when_every_font_is_there(
    bare_machine: FontShelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FontShelf, "missing", lambda _self, _used: [])
    made = typeset(letter(), tmp_path)
    assert made.stand_ins == []
    assert not signs(made.content) & set("缺思源")


def test_a_sign_that_no_font_has_is_replaced_and_named(tmp_path: Path) -> None:
    made = typeset(letter(body=f"联系人{RARE}某。"), tmp_path)
    assert made.missing == [RARE]
    shown = signs(made.content)
    assert "〓" in shown
    assert RARE not in shown
    assert "U+2A6A5" in fallback_note("zh", made.stand_ins, made.missing)
    assert set("U+2A6A5") <= shown


def test_several_missing_signs_are_each_named_once(tmp_path: Path) -> None:
    text = f"{RARE}甲{RARE}乙\U0010fffd"
    made = typeset(record(blocks=(Paragraphs(text),)), tmp_path)
    assert sorted(made.missing) == [RARE, "\U0010fffd"]


MARKUP = '#panic(1) *粗* $x$ `raw` <label> @ref \\ // /* #read("/etc/passwd") = 标题'


@pytest.mark.parametrize("document", [
    letter(body=MARKUP, title=MARKUP, addressee=MARKUP, number=MARKUP, signer=MARKUP),
    record(title=MARKUP, blocks=(Paragraphs(MARKUP), Table((MARKUP,), (1,), (
        TableRow((MARKUP,), ((MARKUP, MARKUP),)),))),),
])  # fmt: skip
def test_what_was_typed_is_never_markup(document: Document, tmp_path: Path) -> None:
    made = typeset(document, tmp_path)
    assert set(MARKUP) - {" "} <= signs(made.content)


@pytest.mark.parametrize("text", [
    "", " ", "\n\n", "\x00\x07控制", "a" * 3000, "‮倒置", "葛\U000e0100", "👨‍👩‍👧", "\ufffe", "é́́́́",
])  # fmt: skip
def test_strange_texts_are_printed_too(text: str, tmp_path: Path) -> None:
    for document in (
        letter(body=text, signer=text, issuer=text, title=f"函{text}"),
        record(blocks=(Paragraphs(text), Table(("名",), (1,), (TableRow((text,)),)))),
    ):
        assert typeset(document, tmp_path).content.startswith(b"%PDF-1.7")


def test_a_letter_has_twenty_two_lines_a_page(tmp_path: Path) -> None:
    pages = [page_count(typeset(_lines_only(n), tmp_path).content) for n in range(1, 60)]
    second, third = pages.index(2), pages.index(3)
    assert third - second == 22


def _lines_only(count: int) -> Document:
    return letter(body="行\n" * count, copies_to="", printed_by="")


def test_a_long_table_runs_over_pages(tmp_path: Path) -> None:
    rows = tuple(TableRow((f"第{n}行", "内容" * 10), (("说明", "属实"),)) for n in range(60))
    made = typeset(record(blocks=(Table(("名", "值"), (1, 3), rows),)), tmp_path)
    assert page_count(made.content) > 3


def test_an_entry_longer_than_a_page_is_shown_whole(tmp_path: Path) -> None:
    row = TableRow(("2026-01-05", "甲"), (("说明", "很长的说明。" * 700 + "终"),))
    made = typeset(record(blocks=(Table(("时间", "名"), (1, 3), (row,)),)), tmp_path)
    assert page_count(made.content) >= 3
    assert "终" in signs(made.content)


def test_the_office_puts_its_own_fonts_into_the_data_directory(tmp_path: Path) -> None:
    before = font_shelf(tmp_path)
    (tmp_path / "fonts").mkdir()
    assert font_shelf(tmp_path).fonts is not before.fonts
    assert font_shelf(tmp_path).fonts is font_shelf(tmp_path).fonts


def test_a_family_of_the_standard_is_chosen_when_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One bundled font plays a font of the standard that the office owns."""
    owned = replace(STANDARD[FontRole.BODY], families=("Nowhere", "noto sans sc"))
    monkeypatch.setattr("gongwei.documents.fonts.STANDARD", {**STANDARD, FontRole.BODY: owned})
    (tmp_path / "fonts").mkdir()
    shelf = font_shelf(tmp_path)
    assert shelf.families(FontRole.BODY) == ["noto sans sc", "Noto Serif SC"]
    assert shelf.missing([FontRole.BODY]) == []


def test_what_the_typesetter_says_is_read() -> None:
    said = (
        'error: PDF/A-2u error: the text `"\\u{10fffd}"` could not be displayed with font `"A"`\n'
        'error: PDF/A-2u error: the text `"꧅"` could not be displayed with font `"A"`\n'
        'error: PDF/A-2u error: the text `"\\""` could not be displayed with font `"A"`\n'
    )
    assert undisplayable(said) == ["\U0010fffd", "꧅", '"']
