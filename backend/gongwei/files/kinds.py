"""What a file is, told from its bytes; a name only decides between CSV and other text.

Signatures: PDF from ISO 32000-1, 7.5.2; ZIP from APPNOTE 4.3; compound files from [MS-CFB] 2.2;
images from their own specifications.
"""

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from gongwei.files.problems import ACTIVE_CONTENT, EMPTY_FILE, UNSUPPORTED_FILE


@dataclass(frozen=True)
class FileKind:
    """A kind that is taken; of the file name `endings` that fit, the first is added to others."""

    media_type: str
    endings: tuple[str, ...]
    image: bool = False


_OFFICE: Final = "application/vnd.openxmlformats-officedocument"

PDF = FileKind("application/pdf", (".pdf",))
XLSX = FileKind(f"{_OFFICE}.spreadsheetml.sheet", (".xlsx",))
DOCX = FileKind(f"{_OFFICE}.wordprocessingml.document", (".docx",))
PPTX = FileKind(f"{_OFFICE}.presentationml.presentation", (".pptx",))
XLS = FileKind("application/vnd.ms-excel", (".xls",))
DOC = FileKind("application/msword", (".doc",))
PNG = FileKind("image/png", (".png",), image=True)
JPEG = FileKind("image/jpeg", (".jpg", ".jpeg"), image=True)
WEBP = FileKind("image/webp", (".webp",), image=True)
GIF = FileKind("image/gif", (".gif",), image=True)
CSV = FileKind("text/csv", (".csv",))
TEXT = FileKind("text/plain", (".txt", ".csv", ".md", ".log"))

_COMPOUND: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_MAX_DIRECTORY: Final = 1024 * 1024
"""Bytes of a ZIP's directory that are read; an office document has some kilobytes."""

_MACRO_STREAMS: Final = tuple(
    name.encode("utf-16-le") for name in ("_VBA_PROJECT", "VBA_PROJECT_CUR", "Macros\x00")
)
_MARKUP: Final = re.compile(
    rb"\s*<(!doctype|html|head|body|script|svg|iframe|\?xml|xsl)", re.IGNORECASE
)
_CONTROLS: Final = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")


def kind_of(content: bytes, name: str) -> FileKind:
    """The kind of `content`.

    Raises `empty_file`, `active_content` (422) and `unsupported_file` (415).
    """
    if not content:
        raise EMPTY_FILE()
    if content.startswith(b"%PDF-"):
        return _pdf(content)
    if content.startswith(b"PK\x03\x04"):
        return _office_document(content)
    if content.startswith(_COMPOUND):
        return _compound_document(content)
    return _image(content) or _text(content, name)


def _image(content: bytes) -> FileKind | None:
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if content.startswith(b"\xff\xd8\xff"):
        return JPEG
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return WEBP
    if content.startswith((b"GIF87a", b"GIF89a")):
        return GIF
    return None


def _pdf(content: bytes) -> FileKind:
    # Every script of a PDF is an action whose /S is /JavaScript; streams may still hide one, which
    # is why files are only ever handed out as downloads.
    if b"/JavaScript" in content or b"/Launch" in content:
        raise ACTIVE_CONTENT()
    return PDF


def _office_document(content: bytes) -> FileKind:
    names = _zip_names(content)
    if any("vbaproject" in name or "activex/" in name or "macrosheets/" in name for name in names):
        raise ACTIVE_CONTENT()
    if "[content_types].xml" in names:
        for main, kind in (
            ("xl/workbook.xml", XLSX),
            ("word/document.xml", DOCX),
            ("ppt/presentation.xml", PPTX),
        ):
            if main in names:
                return kind
    raise UNSUPPORTED_FILE()


def _zip_names(content: bytes) -> set[str]:
    end = content.rfind(b"PK\x05\x06")
    directory_size = int.from_bytes(content[end + 12 : end + 16], "little") if end >= 0 else 0
    if end < 0 or directory_size > _MAX_DIRECTORY:
        raise UNSUPPORTED_FILE()
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return {name.lower() for name in archive.namelist()}
    except (zipfile.BadZipFile, ValueError, RuntimeError, OSError) as error:
        raise UNSUPPORTED_FILE() from error


def _compound_document(content: bytes) -> FileKind:
    if any(stream in content for stream in _MACRO_STREAMS):
        raise ACTIVE_CONTENT()
    for stream, kind in (("Workbook", XLS), ("WordDocument", DOC), ("Book\x00", XLS)):
        if stream.encode("utf-16-le") in content:
            return kind
    raise UNSUPPORTED_FILE()


def _text(content: bytes, name: str) -> FileKind:
    if _CONTROLS.search(content) or not _decodes(content):
        raise UNSUPPORTED_FILE()
    if _MARKUP.match(content.removeprefix(b"\xef\xbb\xbf")):
        raise ACTIVE_CONTENT()
    return CSV if name.lower().endswith(".csv") else TEXT


def _decodes(content: bytes) -> bool:
    for encoding in ("utf-8", "gb18030"):
        try:
            content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return True
    return False


def fitting_name(name: str, kind: FileKind) -> str:
    """A name for downloads: no path, no control characters, and an ending that fits the content."""
    last = re.split(r"[/\\]", name)[-1]
    plain = "".join(c for c in last if c.isprintable() and not 0xD800 <= ord(c) < 0xE000)
    plain = plain.strip(" .") or "file"
    stem, dot, ending = plain.rpartition(".")
    if dot and f".{ending.lower()}" in kind.endings:
        return f"{stem[: 199 - len(ending)]}.{ending}"
    return plain[: 200 - len(kind.endings[0])] + kind.endings[0]
