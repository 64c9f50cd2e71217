"""A whole import in one transaction, for commands and the demonstration, which wait anyway."""

from datetime import date

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.core.config import Settings
from gongwei.integrations.imports import service
from gongwei.integrations.imports.checking import check, commit
from gongwei.integrations.imports.models import Import, ImportKind
from gongwei.integrations.imports.problems import HAS_FAULTS
from gongwei.integrations.jobs.handlers import JobRun


async def import_at_once(
    session: AsyncSession,
    actor: Actor,
    settings: Settings,
    kind: ImportKind,
    file_name: str,
    content: bytes,
    as_of: date | None = None,
) -> Import:
    """Upload, check and commit a workbook at the actor's organisation, in the caller's transaction.

    Raises `import_has_faults` (409) and whatever the single steps raise; the faults can then be
    seen only by uploading the workbook in the program.
    """
    imported = await service.create(
        session, actor, settings.data_dir, kind, actor.organisation_id, file_name, content, as_of
    )
    payload = {"import_id": str(imported.id)}
    run = JobRun(None, session, actor, settings, _unwatched, payload)
    service.refuse_missing(imported)
    await check(run)
    if imported.faults_total:
        raise HAS_FAULTS(count=imported.faults_total)
    await commit(run)
    return imported


async def _unwatched(done: int, total: int, zh: str, en: str) -> None:
    """Nobody looks on."""
