"""A document as an answer: always a download, and telling when other fonts stand in."""

import asyncio
from pathlib import Path
from typing import Any
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import Response

from gongwei.core.problem_responses import language_of
from gongwei.core.requests import SANDBOX_POLICY
from gongwei.documents.description import Document, Language
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


def language_of_document(request: Request) -> Language:
    """The language in which the caller reads."""
    return "en" if language_of(request) == "en" else "zh"


async def printed(request: Request, document: Document, kind: PrintedFormat, name: str) -> Response:
    """The document in a file called `name` with the format's ending. The event loop stays free."""
    data_dir: Path = request.app.state.settings.data_dir
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}.{kind.value}",
        "Content-Security-Policy": SANDBOX_POLICY,
        "X-Content-Type-Options": "nosniff",
    }
    if kind is PrintedFormat.PDF:
        made = await typeset_apart(document, data_dir)
        content = made.content
        headers |= _told(made)
    else:
        content = await asyncio.to_thread(written, document)
    return Response(content, media_type=kind.media_type, headers=headers)


def _told(made: Typeset) -> dict[str, str]:
    fonts = [f"{font.families[0]}={font.stand_in}" for font in made.stand_ins]
    signs = [f"U+{ord(sign):04X}" for text in made.missing for sign in text]
    told = [*fonts, *([f"missing={' '.join(signs)}"] if signs else [])]
    return {FALLBACK_HEADER: "; ".join(told)} if told else {}
