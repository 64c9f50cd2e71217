"""What the last check of an import found: its faults, a preview, and the workbook with the cells
marked.
"""

import asyncio
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.access.scope import visible
from gongwei.audit.record import record
from gongwei.core.pagination import Rows, paginate
from gongwei.files import service as files
from gongwei.integrations.imports.faults import fault_message
from gongwei.integrations.imports.models import ImportFault, ImportRow, ImportState
from gongwei.integrations.imports.problems import NOTHING_TO_MARK, refusal
from gongwei.integrations.imports.schemas import FaultsQuery, RowsQuery
from gongwei.integrations.imports.service import read
from gongwei.integrations.imports.sources import source_of
from gongwei.integrations.workbooks.marking import CellFault, marked_workbook
from gongwei.integrations.workbooks.refusals import WorkbookRefused

PREPARE = Permission.IMPORTS_PREPARE
FAULTS_BY: dict[str, Any] = {"row": col(ImportFault.position)}
FAULT_KEY: Any = col(ImportFault.id)
ROWS_BY: dict[str, Any] = {"row": col(ImportRow.row)}
ROW_KEY: Any = col(ImportRow.id)


async def list_faults(
    session: AsyncSession, actor: Actor, import_id: UUID, asked: FaultsQuery
) -> Rows[ImportFault]:
    """The faults of the last check, in the order of the sheet."""
    imported = await read(session, actor, import_id)
    query = visible(actor, ImportFault, PREPARE).where(ImportFault.import_id == imported.id)
    return await paginate(
        session,
        query,
        asked,
        sorts=FAULTS_BY,
        default="row",
        key=FAULT_KEY,
    )


async def list_rows(
    session: AsyncSession, actor: Actor, import_id: UUID, asked: RowsQuery
) -> Rows[ImportRow]:
    """The rows of the last check, in the order of the sheet."""
    imported = await read(session, actor, import_id)
    query = visible(actor, ImportRow, PREPARE).where(ImportRow.import_id == imported.id)
    if asked.outcome is not None:
        query = query.where(ImportRow.outcome == asked.outcome)
    return await paginate(
        session,
        query,
        asked,
        sorts=ROWS_BY,
        default="row",
        key=ROW_KEY,
    )


async def mark(
    session: AsyncSession, actor: Actor, data_dir: Path, import_id: UUID, language: str
) -> bytes:
    """The workbook as .xlsx, with the faulty cells marked. That it leaves the system is recorded.

    Raises `import_not_checked` (409) before the first check, and `workbook_…` when it can no
    longer be read.
    """
    imported = await read(session, actor, import_id)
    if imported.state is ImportState.UPLOADED:
        raise NOTHING_TO_MARK()
    query = visible(actor, ImportFault, PREPARE).where(ImportFault.import_id == imported.id)
    found = (await session.exec(query.order_by(col(ImportFault.position)))).all()
    marks = [
        CellFault(
            fault.row,
            fault.column_index,
            fault_message(fault.fault, fault.value, fault.details, language),
        )
        for fault in found
    ]
    source = await source_of(session, actor, imported)
    record(session, actor, "import.download_marked", imported)
    path = await asyncio.to_thread(files.path_of, data_dir, source)
    try:
        # Stored files have no ending, and the library that edits them goes by it.
        with TemporaryDirectory(prefix="gongwei-") as folder:
            named = Path(folder, "workbook.xlsx")
            await asyncio.to_thread(shutil.copyfile, path, named)
            return await marked_workbook(named, marks, sheet_name=imported.sheet or None)
    except WorkbookRefused as error:
        raise refusal(error) from error
