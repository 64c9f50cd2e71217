"""The two jobs of an import: check its rows, and commit them. Both read the workbook anew."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow, fetch
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.files import service as files
from gongwei.integrations.imports import results
from gongwei.integrations.imports.drafts import Draft, Setting
from gongwei.integrations.imports.duty_results import DutyResultDraft
from gongwei.integrations.imports.faults import Fault
from gongwei.integrations.imports.hours import HoursDraft
from gongwei.integrations.imports.members import MemberDraft
from gongwei.integrations.imports.models import Import, ImportKind, Outcome
from gongwei.integrations.imports.organisations import OrganisationDraft
from gongwei.integrations.imports.problems import BUSY, NO_ROWS, OUTDATED, refusal
from gongwei.integrations.imports.reading import read_rows
from gongwei.integrations.imports.row_reader import RowReader
from gongwei.integrations.imports.secretaries import SecretaryDraft
from gongwei.integrations.imports.sources import source_of
from gongwei.integrations.imports.workflow import IMPORT, NEEDED_TO_WRITE, ImportAction
from gongwei.integrations.jobs.handlers import HANDLERS, Handler, JobRun
from gongwei.integrations.workbooks.refusals import WorkbookRefused

DRAFTS: dict[ImportKind, type[Draft]] = {
    ImportKind.ORGANISATIONS: OrganisationDraft,
    ImportKind.MEMBERS: MemberDraft,
    ImportKind.SECRETARIES: SecretaryDraft,
    ImportKind.HOURS: HoursDraft,
    ImportKind.DUTY_RESULTS: DutyResultDraft,
}

CHECK_JOB, COMMIT_JOB = "import.check", "import.commit"


@dataclass(frozen=True)
class Examined:
    """An import's rows, read and compared."""

    draft: Draft
    shown: Mapping[int, Mapping[str, str]]
    outcomes: Mapping[int, Outcome]
    faults: list[Fault]


async def check(run: JobRun) -> dict[str, Any]:
    """Find out what the rows would do, and keep it with the import for its preview."""
    imported = await _imported(run, ImportAction.CHECK)
    examined = await _examine(run, imported)
    await run.progress(0, len(examined.shown), "正在保存检查结果", "Keeping the result")
    locked = await _locked(run, imported, ImportAction.CHECK)
    await results.keep(run.session, locked, examined.shown, examined.outcomes, examined.faults)
    IMPORT.apply(locked, ImportAction.CHECK, ())
    record(run.session, run.actor, "import.check", locked)
    await run.progress(locked.rows_total, locked.rows_total, *results.check_words(locked))
    return results.summary(locked)


async def commit(run: JobRun) -> dict[str, Any]:
    """Write the rows, all or none. The rows are compared again: the tree may have changed since
    the check.
    """
    imported = await _imported(run, ImportAction.COMMIT)
    examined = await _examine(run, imported)
    if examined.faults:
        raise OUTDATED(count=len(examined.faults))
    total = len(examined.shown)

    async def written(done: int) -> None:
        await run.progress(done, total, "正在写入", "Writing")

    await written(0)
    await examined.draft.write(written)
    await written(total)
    locked = await _locked(run, imported, ImportAction.COMMIT)
    results.count(locked, examined.outcomes, examined.faults)
    IMPORT.apply(locked, ImportAction.COMMIT, ())
    record(run.session, run.actor, "import.commit", locked)
    await run.progress(total, total, *results.commit_words(locked))
    return results.summary(locked)


HANDLERS[CHECK_JOB] = Handler(check, repeatable=True)
# What a commit writes and that it is done are one transaction: a run that died wrote nothing.
HANDLERS[COMMIT_JOB] = Handler(commit, repeatable=True)


async def _imported(run: JobRun, action: ImportAction) -> Import:
    """The import, not yet locked. Raises 403 and 404 when the rights have gone since the job was
    asked for.
    """
    allow(run.actor, Permission(IMPORT[action].permission))
    imported = await fetch(
        run.session,
        run.actor,
        Import,
        UUID(run.payload["import_id"]),
        read=Permission.IMPORTS_PREPARE,
    )
    if action is ImportAction.COMMIT:
        for permission in NEEDED_TO_WRITE[imported.kind]:
            allow(run.actor, permission)
    return imported


async def _locked(run: JobRun, imported: Import, action: ImportAction) -> Import:
    """The import, locked only now: a long check keeps nobody from reading or asking."""
    locked = await fetch(
        run.session,
        run.actor,
        Import,
        imported.id,
        read=Permission.IMPORTS_PREPARE,
        need=Permission(IMPORT[action].permission),
    )
    if locked.job_id != run.job_id:
        raise BUSY()
    return locked


async def _examine(run: JobRun, imported: Import) -> Examined:
    draft = DRAFTS[imported.kind](await _setting(run, imported))
    await run.progress(0, imported.rows_total, "正在读取工作簿", "Reading the workbook")
    await draft.prepare()
    faults: list[Fault] = []
    try:
        shown = await _read(run, imported, draft, faults)
    except WorkbookRefused as error:
        raise refusal(error) from error
    if not shown:
        raise NO_ROWS()

    async def compared(done: int) -> None:
        await run.progress(done, len(shown), "正在与系统记录核对", "Comparing with the records")

    await compared(0)
    comparison = await draft.compare(compared)
    faults.extend(comparison.faults)
    order = {column["field"]: column["index"] for column in imported.columns}
    faults.sort(key=lambda fault: (fault.row, order.get(fault.field, 0)))
    faulty = {fault.row for fault in faults}
    outcomes = {
        number: Outcome.FAULT if number in faulty else comparison.outcomes[number]
        for number in shown
    }
    return Examined(draft, shown, outcomes, faults)


async def _setting(run: JobRun, imported: Import) -> Setting:
    root = await fetch(
        run.session,
        run.actor,
        Organisation,
        imported.organisation_id,
        read=Permission.ORGANISATIONS_READ,
    )
    return Setting(run.session, run.actor, root, imported.as_of or clock.today())


async def _read(
    run: JobRun, imported: Import, draft: Draft, faults: list[Fault]
) -> dict[int, dict[str, str]]:
    source = await source_of(run.session, run.actor, imported)
    path = files.path_of(run.settings.data_dir, source)
    shown: dict[int, dict[str, str]] = {}
    async for batch in read_rows(path, imported):
        for number, cells in batch:
            row = RowReader(number, cells)
            draft.read(row)
            faults.extend(row.faults)
            shown[number] = row.all_shown()
        total = max(imported.rows_total, len(shown))
        await run.progress(len(shown), total, "正在读取并检查", "Reading and checking")
    return shown
