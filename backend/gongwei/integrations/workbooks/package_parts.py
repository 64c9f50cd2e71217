"""The zip package of an .xlsx, opened with limits on what it may expand to."""

import posixpath
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.parsers import expat

from gongwei.integrations.workbooks.limits import Limits
from gongwei.integrations.workbooks.refusals import WorkbookRefused, refused

_CHUNK = 64 * 1024
_ENCRYPTED = 0x1
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}

StartHandler = Callable[[str, dict[str, str]], None]
EndHandler = Callable[[str], None]
TextHandler = Callable[[str], None]


class Package:
    """The parts of an Office package.

    The directory is checked before anything is expanded, and what is expanded is counted again,
    because a directory may lie. Raises WorkbookRefused.
    """

    def __init__(self, path: Path, limits: Limits) -> None:
        self._limits = limits
        self._expanded = 0
        self._zip = zipfile.ZipFile(path)
        entries = self._zip.infolist()
        self._check(entries)
        self._parts = {_part_name(entry.filename): entry for entry in entries}

    def _check(self, entries: list[zipfile.ZipInfo]) -> None:
        if len(entries) > self._limits.parts:
            raise self._bomb()
        if sum(entry.file_size for entry in entries) > self._limits.expanded_size:
            raise self._bomb()
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise refused("encrypted")
        if any(entry.compress_type not in _METHODS for entry in entries):
            raise refused("not_a_workbook")

    def _bomb(self) -> WorkbookRefused:
        return refused("zip_bomb", f"{self._limits.expanded_size // 1024**2} MB")

    def names(self) -> set[str]:
        """The parts' names in lower case, without a leading slash."""
        return set(self._parts)

    def size(self, name: str) -> int:
        """The size that the directory states for a part, in bytes."""
        return self._parts[_part_name(name)].file_size

    def chunks(self, name: str) -> Iterator[bytes]:
        """The part's bytes, piece by piece. Raises KeyError when there is no such part."""
        with self._zip.open(self._parts[_part_name(name)]) as part:
            while chunk := part.read(_CHUNK):
                self._expanded += len(chunk)
                if self._expanded > self._limits.expanded_size:
                    raise self._bomb()
                yield chunk

    def scan(self, name: str, start: StartHandler) -> None:
        """Calls `start` for every element of a part."""
        parser = part_parser(start)
        for chunk in self.chunks(name):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """The relations of a part: id to (last word of the type, name of the target part)."""
        folder, base = posixpath.split(name)
        found: dict[str, tuple[str, str]] = {}

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag == "Relationship" and attributes.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, attributes["Target"]))
                kind = attributes["Type"].rpartition("/")[2]
                found[attributes["Id"]] = kind, target.lstrip("/")

        relations = posixpath.join(folder, "_rels", f"{base}.rels")
        if _part_name(relations) in self._parts:
            self.scan(relations, start)
        return found


def part_parser(
    start: StartHandler, end: EndHandler | None = None, text: TextHandler | None = None
) -> expat.XMLParserType:
    """An XML parser whose handlers see local names, and which refuses document type declarations.

    Without declarations there are no entities to expand.
    """

    def local_start(tag: str, attributes: dict[str, str]) -> None:
        start(tag.rpartition(" ")[2], attributes)

    def doctype(*_: object) -> None:
        raise refused("not_a_workbook")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = local_start
    parser.StartDoctypeDeclHandler = doctype
    if end is not None:
        close = end
        parser.EndElementHandler = lambda tag: close(tag.rpartition(" ")[2])
    if text is not None:
        parser.CharacterDataHandler = text
    return parser


def _part_name(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
