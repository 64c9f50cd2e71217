"""Reading .xlsx as a stream: only the shared texts are held, never the sheet."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from gongwei.integrations.workbooks.cells import Merge
from gongwei.integrations.workbooks.limits import Limits
from gongwei.integrations.workbooks.number_formats import format_text
from gongwei.integrations.workbooks.package_parts import Package, part_parser
from gongwei.integrations.workbooks.refusals import refused
from gongwei.integrations.workbooks.tables import Table
from gongwei.integrations.workbooks.xlsx_sheet import Shared, SheetScanner, merged_range, unescaped

_MERGES_KEPT = 50_000


@dataclass(frozen=True)
class _SheetEntry:
    name: str
    relation: str
    visible: bool


def xlsx_tables(path: Path, limits: Limits) -> list[Table]:
    """The visible worksheets in order, each read only when its rows are asked for.

    Raises WorkbookRefused (`zip_bomb`, `encrypted`, `macro`, `not_a_workbook`).
    """
    package = Package(path, limits)
    if any(name.endswith("vbaproject.bin") for name in package.names()):
        raise refused("macro")
    main = _main_part(package)
    entries, from_1904 = _sheet_entries(package, main)
    relations = package.relations(main)
    shared = Shared(from_1904=from_1904)
    for kind, part in relations.values():
        if kind == "xlMacrosheet":
            raise refused("macro")
        if kind == "styles":
            shared.formats = _formats(package, part)
        elif kind == "sharedStrings":
            shared.texts = _shared_texts(package, part, limits)
    tables = []
    for entry in entries:
        kind, part = relations.get(entry.relation, ("", ""))
        if kind == "worksheet" and entry.visible:
            rows = SheetScanner(shared, limits).rows(package.chunks(part))
            tables.append(Table(entry.name, rows, merges=partial(_merges, path, limits, part)))
    return tables


def _merges(path: Path, limits: Limits, part: str) -> list[Merge]:
    """The merged ranges of a worksheet: they stand behind its rows, so it is gone through twice."""
    found: list[Merge] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "mergeCell" and len(found) < _MERGES_KEPT:
            found.append(merged_range(attributes.get("ref", "")))

    Package(path, limits).scan(part, start)
    return found


def sheet_size(path: Path, limits: Limits) -> int:
    """The size of all worksheets of an .xlsx when expanded, in bytes, as its directory states."""
    package = Package(path, limits)
    return sum(package.size(name) for name in package.names() if "worksheets/" in name)


def _main_part(package: Package) -> str:
    for kind, part in package.relations("").values():
        name = part.lower()
        is_book = kind == "officeDocument" and "workbook" in name and name.endswith(".xml")
        if is_book and name in package.names():
            return part
    raise refused("not_a_workbook")


def _sheet_entries(package: Package, main: str) -> tuple[list[_SheetEntry], bool]:
    entries: list[_SheetEntry] = []
    from_1904 = False

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal from_1904
        if tag == "workbookPr":
            from_1904 = attributes.get("date1904") in ("1", "true")
        elif tag == "sheet":
            relation = next((v for k, v in attributes.items() if k.endswith(" id")), "")
            visible = attributes.get("state", "visible") == "visible"
            entries.append(_SheetEntry(attributes.get("name", ""), relation, visible))

    package.scan(main, start)
    return entries, from_1904


def _formats(package: Package, part: str) -> list[str]:
    """The number format of every cell style."""
    declared: dict[int, str] = {}
    ids: list[int] = []
    section = ""

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal section
        if tag == "numFmt":
            declared[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
        elif tag == "xf" and section == "cellXfs":
            ids.append(int(attributes.get("numFmtId", 0)))
        elif tag.endswith("Xfs") or tag in ("dxfs", "cellStyles"):
            section = tag

    package.scan(part, start)
    return [format_text(id_, declared) for id_ in ids]


def _shared_texts(package: Package, part: str, limits: Limits) -> list[str]:
    done: list[str] = []
    pieces: list[str] = []
    reading = phonetic = False

    def start(tag: str, _: dict[str, str]) -> None:
        nonlocal reading, phonetic
        if tag == "rPh":
            phonetic = True
        reading = tag == "t" and not phonetic

    def end(tag: str) -> None:
        nonlocal reading, phonetic
        reading = False
        if tag == "rPh":
            phonetic = False
        elif tag == "si":
            done.append(unescaped("".join(pieces)))
            pieces.clear()

    def text(piece: str) -> None:
        if reading:
            pieces.append(piece)

    parser = part_parser(start, end, text)
    for chunk in package.chunks(part):
        parser.Parse(chunk, False)
        if len(done) > limits.cells:
            raise refused("too_many_cells", limits.cells)
    parser.Parse(b"", True)
    return done
