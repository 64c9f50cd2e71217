"""The workbook of an import as it was handed in, with whatever numbers it holds."""

from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch
from gongwei.audit.record import record
from gongwei.files.models import StoredFile
from gongwei.integrations.imports.models import Import

PREPARE = Permission.IMPORTS_PREPARE


async def source_of(session: AsyncSession, actor: Actor, imported: Import) -> StoredFile:
    """The workbook of an import that the caller has been shown."""
    return await fetch(session, actor, StoredFile, imported.file_id, read=PREPARE)


async def take_source(session: AsyncSession, actor: Actor, import_id: UUID) -> StoredFile:
    """The workbook, to be handed out: that it leaves the system, and with whom, is recorded."""
    imported = await fetch(session, actor, Import, import_id, read=PREPARE)
    record(session, actor, "import.download", imported)
    return await source_of(session, actor, imported)
