"""Storing files and finding them again."""

import asyncio
import hashlib
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.filters import OwnedQuery, matching, owned_within
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch, require, visible
from gongwei.audit.record import record
from gongwei.core.errors import NOT_FOUND, TOO_LARGE
from gongwei.core.models import new_id
from gongwei.core.pagination import Rows, paginate
from gongwei.files import storage
from gongwei.files.images import redrawn
from gongwei.files.kinds import FileKind, fitting_name, kind_of
from gongwei.files.models import FilePurpose, StoredFile
from gongwei.files.problems import FILE_LOST

MAX_UPLOAD = 20 * 1024 * 1024
"""Bytes of one file."""

SORTS: dict[str, Any] = {"created_at": col(StoredFile.created_at), "name": col(StoredFile.name)}
KEY: Any = col(StoredFile.id)


async def store(
    session: AsyncSession,
    actor: Actor,
    data_dir: Path,
    organisation_id: UUID,
    name: str,
    content: bytes,
    purpose: FilePurpose = FilePurpose.DOCUMENT,
) -> StoredFile:
    """Keep a file for an organisation; its kind is told from the content and its name made to fit.

    Images are drawn anew, everything else is kept byte for byte. Raises `too_large` (413),
    `unsupported_file` (415), `active_content` and `empty_file` (422).
    """
    await require(session, actor, Permission.FILES_WRITE, organisation_id)
    if len(content) > MAX_UPLOAD:
        raise TOO_LARGE(limit="20 MiB")
    kept, kind = await asyncio.to_thread(_examined, content, name)
    file_id = new_id()
    file = StoredFile(
        id=file_id,
        organisation_id=organisation_id,
        name=fitting_name(name, kind),
        media_type=kind.media_type,
        size=len(kept),
        sha256=hashlib.sha256(kept).hexdigest(),
        purpose=purpose,
        place=storage.place_of(file_id),
    )
    path = await asyncio.to_thread(storage.write, data_dir, file.place, kept)
    storage.remove_unless_committed(session, path)
    session.add(file)
    record(session, actor, "stored_file.create", file)
    await session.flush()
    return file


def _examined(content: bytes, name: str) -> tuple[bytes, FileKind]:
    kind = kind_of(content, name)
    return redrawn(content, kind) if kind.image else (content, kind)


async def read(session: AsyncSession, actor: Actor, file_id: UUID) -> StoredFile:
    """One document's record; 404 outside the caller's subtree and for the workbook of an import."""
    file = await fetch(session, actor, StoredFile, file_id, read=Permission.FILES_READ)
    if file.purpose is not FilePurpose.DOCUMENT:
        raise NOT_FOUND()
    return file


def path_of(data_dir: Path, file: StoredFile) -> Path:
    """Where the bytes lie. Raises `file_lost` (404) when they are not there."""
    path = data_dir / storage.FOLDER / file.place
    if not path.is_file():
        raise FILE_LOST()
    return path


async def list_files(session: AsyncSession, actor: Actor, asked: OwnedQuery) -> Rows[StoredFile]:
    """The documents of the caller's subtree, newest first; `q` is looked for in their names."""
    query = visible(actor, StoredFile, Permission.FILES_READ).where(
        col(StoredFile.purpose) == FilePurpose.DOCUMENT,
        await owned_within(session, actor, col(StoredFile.organisation_id), asked),
    )
    if asked.q:
        query = query.where(matching(asked.q, col(StoredFile.name)))
    return await paginate(
        session,
        query,
        asked,
        sorts=SORTS,
        default="-created_at",
        key=KEY,
    )
