"""Imports: hand in a workbook, map its columns, have it checked, look at what was found, commit."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.filters import matching, owned_within
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow, fetch, require, visible
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.pagination import Rows, paginate
from gongwei.core.routing import one_fault
from gongwei.files import service as files
from gongwei.files.models import FilePurpose
from gongwei.integrations.imports import results
from gongwei.integrations.imports.checking import CHECK_JOB, COMMIT_JOB
from gongwei.integrations.imports.fields import FIELDS
from gongwei.integrations.imports.models import (
    Import,
    ImportKind,
    ImportState,
)
from gongwei.integrations.imports.problems import (
    BUSY,
    COLUMNS_MISSING,
    HAS_FAULTS,
    refusal,
)
from gongwei.integrations.imports.reading import read_head
from gongwei.integrations.imports.schemas import (
    ImportChangeIn,
    ImportQuery,
)
from gongwei.integrations.imports.workflow import AS_JOBS, IMPORT, NEEDED_TO_WRITE, ImportAction
from gongwei.integrations.jobs import service as jobs
from gongwei.integrations.workbooks.refusals import WorkbookRefused

PREPARE = Permission.IMPORTS_PREPARE
SORTS: dict[str, Any] = {
    "created_at": col(Import.created_at),
    "updated_at": col(Import.updated_at),
    "file_name": col(Import.file_name),
}
KEY: Any = col(Import.id)
JOBS = {ImportAction.CHECK: CHECK_JOB, ImportAction.COMMIT: COMMIT_JOB}


async def create(
    session: AsyncSession,
    actor: Actor,
    data_dir: Path,
    kind: ImportKind,
    organisation_id: UUID,
    file_name: str,
    content: bytes,
    as_of: date | None = None,
) -> Import:
    """Keep a workbook and recognise its columns. Nothing else of it is taken over.

    Raises the refusals of files, and `workbook_…` (422, 413) for what cannot be read as a workbook.
    """
    await require(session, actor, PREPARE, organisation_id)
    stored = await files.store(
        session, actor, data_dir, organisation_id, file_name, content, FilePurpose.IMPORT
    )
    try:
        head = await read_head(files.path_of(data_dir, stored), kind)
    except WorkbookRefused as error:
        raise refusal(error) from error
    today = clock.today()
    imported = Import(
        kind=kind,
        organisation_id=organisation_id,
        file_id=stored.id,
        file_name=stored.name,
        as_of=as_of or min(head.as_of or today, today),
        sheet=head.sheet,
        header_row=head.header_row,
        columns=head.columns,
        rows_total=head.rows_total,
        state=ImportState(IMPORT.initial),
    )
    _refuse_future(imported.as_of)
    session.add(imported)
    record(session, actor, "import.create", imported)
    await session.flush()
    return imported


async def list_imports(session: AsyncSession, actor: Actor, asked: ImportQuery) -> Rows[Import]:
    """The imports of the caller's subtree, newest first."""
    query = visible(actor, Import, PREPARE).where(
        await owned_within(session, actor, col(Import.organisation_id), asked)
    )
    if asked.kind is not None:
        query = query.where(Import.kind == asked.kind)
    if asked.state is not None:
        query = query.where(Import.state == asked.state)
    if asked.q:
        query = query.where(matching(asked.q, col(Import.file_name)))
    return await paginate(
        session,
        query,
        asked,
        sorts=SORTS,
        default="-created_at",
        key=KEY,
    )


async def read(session: AsyncSession, actor: Actor, import_id: UUID) -> Import:
    """One import; 404 outside the caller's subtree."""
    return await fetch(session, actor, Import, import_id, read=PREPARE)


async def allowed_actions_of(
    session: AsyncSession, actor: Actor, imports: Sequence[Import]
) -> dict[UUID, list[str]]:
    """What this caller may do now with each import."""
    busy = await jobs.unfinished(session, [row.job_id for row in imports if row.job_id])
    return {row.id: [] if row.job_id in busy else allowed_actions(actor, row) for row in imports}


def allowed_actions(actor: Actor, imported: Import) -> list[str]:
    """What this caller may do with an import on which no job is at work."""
    allowed = IMPORT.allowed(imported.state, actor.permissions)
    if imported.faults_total or not NEEDED_TO_WRITE[imported.kind] <= actor.permissions:
        return [action for action in allowed if action != ImportAction.COMMIT]
    return allowed


async def change(
    session: AsyncSession, actor: Actor, import_id: UUID, asked: ImportChangeIn, version: int
) -> Import:
    """Map columns by hand, or set the day. What an earlier check found is dropped.

    Raises `invalid_state` (409) after the end of the import, `malformed` (422) at the column that
    does not fit.
    """
    imported = await _take(session, actor, import_id, PREPARE, version)
    if imported.state not in IMPORT.editable:
        raise IMPORT.refusal(imported.state, ImportAction.REOPEN, allowed_actions(actor, imported))
    if asked.columns is not None:
        imported.columns = _mapped(imported, asked)
    if asked.as_of is not None:
        _refuse_future(asked.as_of)
        imported.as_of = asked.as_of
    if imported.state is ImportState.CHECKED:
        IMPORT.apply(imported, ImportAction.REOPEN, allowed_actions(actor, imported))
        await results.drop(session, imported)
    record(session, actor, "import.change", imported)
    return imported


async def act(
    session: AsyncSession,
    actor: Actor,
    import_id: UUID,
    action: ImportAction,
    reason: str | None = None,
) -> Import:
    """Check and commit are queued as a job, which moves the state when it is done; the rest is
    done here.

    Raises `invalid_state`, `import_busy`, `import_columns_missing`, `import_has_faults` (409).
    """
    imported = await _take(session, actor, import_id, IMPORT[action].permission)
    if action is ImportAction.COMMIT:
        for permission in NEEDED_TO_WRITE[imported.kind]:
            allow(actor, permission)
    if imported.state not in IMPORT[action].sources:
        raise IMPORT.refusal(imported.state, action, allowed_actions(actor, imported))
    if action not in AS_JOBS:
        IMPORT.apply(imported, action, allowed_actions(actor, imported), reason)
        await results.drop(session, imported)
        record(session, actor, f"import.{action}", imported, reason=reason)
        return imported
    if action is ImportAction.CHECK:
        refuse_missing(imported)
    elif imported.faults_total:
        raise HAS_FAULTS(count=imported.faults_total)
    job = await jobs.enqueue(
        session, actor, JOBS[action], {"import_id": str(imported.id)}, imported.organisation_id
    )
    imported.job_id = job.id
    record(session, actor, f"import.ask_{action}", imported, reason=reason)
    return imported


async def _take(
    session: AsyncSession,
    actor: Actor,
    import_id: UUID,
    need: Permission | str,
    version: int | None = None,
) -> Import:
    """The import, locked, unless a job works on it. Looks before it locks: a job holds its lock
    for a while.
    """
    seen = await read(session, actor, import_id)
    if actor.may(Permission(need)):
        await _refuse_busy(session, seen)
    imported = await fetch(
        session, actor, Import, import_id, read=PREPARE, need=Permission(need), version=version
    )
    await _refuse_busy(session, imported)
    return imported


async def _refuse_busy(session: AsyncSession, imported: Import) -> None:
    if imported.job_id and await jobs.unfinished(session, [imported.job_id]):
        raise BUSY()


def _mapped(imported: Import, asked: ImportChangeIn) -> list[dict[str, Any]]:
    columns = {column["index"]: dict(column) for column in imported.columns}
    known = {spec.field for spec in FIELDS[imported.kind]}
    for place, wanted in enumerate(asked.columns or ()):
        if wanted.index not in columns:
            raise one_fault(
                f"/columns/{place}/index",
                "unknown_column",
                "工作表中没有这一列",
                "The sheet has no such column",
            )
        if wanted.field is not None and wanted.field not in known:
            raise one_fault(
                f"/columns/{place}/field",
                "unknown_field",
                "这类导入没有这个字段",
                "This kind of import has no such field",
            )
        columns[wanted.index]["field"] = wanted.field
    chosen = [column["field"] for column in columns.values() if column["field"]]
    if len(chosen) != len(set(chosen)):
        raise one_fault(
            "/columns",
            "field_twice",
            "同一字段只能对应一列",
            "A field can stand in one column only",
        )
    return list(columns.values())


def _refuse_future(day: date | None) -> None:
    if day is not None and day > clock.today():
        raise one_fault("/as_of", "in_the_future", "不能晚于今天", "This cannot be after today")


def refuse_missing(imported: Import) -> None:
    """Raise `import_columns_missing` (409) while a required field has no column."""
    mapped = {column["field"] for column in imported.columns}
    missing = [spec for spec in FIELDS[imported.kind] if spec.required and spec.field not in mapped]
    if missing:
        raise COLUMNS_MISSING(
            members={"missing": [spec.field for spec in missing]},
            zh="、".join(spec.label_zh for spec in missing),
            en=", ".join(spec.label_en for spec in missing),
        )
