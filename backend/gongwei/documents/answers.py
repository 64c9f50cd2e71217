"""A document as an answer: always a download, and telling when other fonts stand in."""

import asyncio
from pathlib import Path
from typing import Any
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import Response

from gongwei.core.problem_responses import language_of
from gongwei.core.requests import SANDBOX_POLICY
from gongwei.documents.description import Document, Language, Printable
from gongwei.documents.formats import PrintedFormat
from gongwei.documents.typesetting import Typeset
from gongwei.documents.typesetting_process import typeset_apart
from gongwei.documents.word import written

FALLBACK_HEADER = "X-Font-Fallback"

PRINTED: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "As asked: data, Word or PDF. `X-Font-Fallback` names the fonts of the "
        "standard that others stand in for, and the signs that no font has",
        "content": {one.media_type: {} for one in PrintedFormat},
    }
}
"""For the `responses` of a route that prints."""

PRINTED_PDF: dict[int | str, dict[str, Any]] = {
    200: {
        "description": PRINTED[200]["description"].replace("data, Word or ", ""),
        "content": {PrintedFormat.PDF.media_type: {}},
    }
}
"""The same where there is no Word file of it."""


def language_of_document(request: Request) -> Language:
    """The language in which the caller reads."""
    return "en" if language_of(request) == "en" else "zh"


async def printed(request: Request, document: Document, kind: PrintedFormat, name: str) -> Response:
    """The document in a file called `name` with the format's ending. The event loop stays free."""
    if kind is PrintedFormat.PDF:
        return await set_apart(request, document, name)
    content = await asyncio.to_thread(written, document)
    return Response(content, media_type=kind.media_type, headers=_headers(name, kind))


async def set_apart(request: Request, document: Printable, name: str) -> Response:
    """The document as PDF in a file called `name.pdf`."""
    kind = PrintedFormat.PDF
    data_dir: Path = request.app.state.settings.data_dir
    made = await typeset_apart(document, data_dir)
    headers = _headers(name, kind) | _told(made)
    return Response(made.content, media_type=kind.media_type, headers=headers)


def _headers(name: str, kind: PrintedFormat) -> dict[str, str]:
    return {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}.{kind.value}",
        "Content-Security-Policy": SANDBOX_POLICY,
        "X-Content-Type-Options": "nosniff",
    }


def _told(made: Typeset) -> dict[str, str]:
    fonts = [f"{font.families[0]}={font.stand_in}" for font in made.stand_ins]
    signs = [f"U+{ord(sign):04X}" for text in made.missing for sign in text]
    told = [*fonts, *([f"missing={' '.join(signs)}"] if signs else [])]
    return {FALLBACK_HEADER: "; ".join(told)} if told else {}
