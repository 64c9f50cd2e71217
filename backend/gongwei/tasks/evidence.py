"""Files as evidence. Tasks stand beside files and import nothing of theirs: a table by its name."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import String, Uuid, column, select, table
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import below
from gongwei.core.errors import MALFORMED, FieldFault

STORED_FILE = table(
    "stored_file", column("id", Uuid), column("organisation_id", Uuid), column("purpose", String)
)
DOCUMENT = "document"
"""The purpose of a file that is handed in for everybody to read; others are kept elsewhere."""

UNKNOWN_FILE = FieldFault(
    "/evidence_file_ids", "unknown_file", "其中有文件不存在或您无权查看", "A file is not there"
)


async def known_files(session: AsyncSession, actor: Actor, wanted: Sequence[UUID]) -> list[str]:
    """The ids once each, in order. 422 `malformed` unless the caller may read every file."""
    ids = list(dict.fromkeys(wanted))
    if ids and not actor.may(Permission.FILES_READ):
        raise MALFORMED(errors=(UNKNOWN_FILE,), count=1)
    owners = select(col(Organisation.id)).where(below(actor.path))
    found = await session.execute(
        select(STORED_FILE.c.id).where(
            STORED_FILE.c.id.in_(ids),
            STORED_FILE.c.organisation_id.in_(owners),
            STORED_FILE.c.purpose == DOCUMENT,
        )
    )
    if len(found.all()) != len(ids):
        raise MALFORMED(errors=(UNKNOWN_FILE,), count=1)
    return [str(file_id) for file_id in ids]
