"""How a stored file is answered: always as a download and never as a page."""

from pathlib import Path
from typing import Any

from fastapi.responses import FileResponse

from gongwei.core.requests import SANDBOX_POLICY
from gongwei.files.models import StoredFile
from gongwei.files.service import path_of

CONTENT = {"type": "string", "format": "binary"}
FILE_ANSWER: dict[int | str, dict[str, Any]] = {
    200: {"description": "The file", "content": {"*/*": {"schema": CONTENT}}}
}


def download(data_dir: Path, file: StoredFile, cache_control: str) -> FileResponse:
    """The bytes of a file that the caller was shown. Raises `file_lost` (404)."""
    headers = {
        "Content-Security-Policy": SANDBOX_POLICY,
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": cache_control,
        "ETag": f'"{file.sha256}"',
    }
    path = path_of(data_dir, file)
    return FileResponse(path, 200, headers, media_type=file.media_type, filename=file.name)
