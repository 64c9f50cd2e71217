"""What a PDF and a Word file say, read from the files themselves."""

import io
import re
import zlib

import docx
from docx.document import Document as WordFile

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_MAPPED = re.compile(rb"<[0-9A-Fa-f]+> <((?:[0-9A-Fa-f]{4})+)>")
_FONT = re.compile(rb"/BaseFont/[A-Z]{6}\+([A-Za-z0-9-]+?)-Identity-H")


def signs(pdf: bytes) -> set[str]:
    """Every character that a PDF shows, from the maps of its fonts."""
    found: set[str] = set()
    for match in _STREAM.finditer(pdf):
        try:
            content = zlib.decompressobj().decompress(match[1])
        except zlib.error:
            content = match[1]
        if b"beginbfchar" in content or b"beginbfrange" in content:
            for one in _MAPPED.finditer(content):
                found |= set(bytes.fromhex(one[1].decode()).decode("utf-16-be"))
    return found


def fonts(pdf: bytes) -> set[str]:
    """The fonts that a PDF holds."""
    return {one.decode() for one in _FONT.findall(pdf)}


def page_count(pdf: bytes) -> int:
    found = re.search(rb"/Type/Pages/Count (\d+)", pdf)
    assert found is not None
    return int(found[1])


def opened(content: bytes) -> WordFile:
    return docx.Document(io.BytesIO(content))


def texts(file: WordFile) -> str:
    """All text of a Word file, tables and merged cells included, each cell once."""
    parts = [one.text for one in file.paragraphs]
    for table in file.tables:
        seen: list[object] = []
        for row in table.rows:
            for cell in row.cells:
                if cell._tc not in seen:
                    seen.append(cell._tc)
                    parts.append(cell.text)
    return "\n".join(parts)
