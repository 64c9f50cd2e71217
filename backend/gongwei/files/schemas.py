"""Shapes of stored files."""

from typing import Literal
from uuid import UUID

from gongwei.core.schemas import ResourceOut


class FileOut(ResourceOut):
    """A stored file. `size` is in bytes, `sha256` in hex, both of what is handed out again."""

    state: Literal["stored"] = "stored"
    organisation_id: UUID
    name: str
    media_type: str
    size: int
    sha256: str
