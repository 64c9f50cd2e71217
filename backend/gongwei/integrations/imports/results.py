"""What a check found, kept with its import until it is checked again."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import delete, insert
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.core.bulk import BATCH
from gongwei.integrations.imports.faults import Fault
from gongwei.integrations.imports.models import Import, ImportFault, ImportRow, Outcome


async def keep(
    session: AsyncSession,
    imported: Import,
    shown: Mapping[int, Mapping[str, str]],
    outcomes: Mapping[int, Outcome],
    faults: Sequence[Fault],
) -> None:
    """Put the result of a check in the place of an earlier one."""
    await drop(session, imported)
    count(imported, outcomes, faults)
    owner = {"organisation_id": imported.organisation_id, "import_id": imported.id}
    rows = [
        {
            **owner,
            "row": number,
            "outcome": outcomes[number],
            "cells": json.dumps(cells, ensure_ascii=False),
        }
        for number, cells in shown.items()
    ]
    columns = {column["field"]: column for column in imported.columns if column["field"]}
    found = [
        {
            **owner,
            "position": position,
            "row": fault.row,
            "column": columns[fault.field]["head"],
            "column_index": columns[fault.field]["index"],
            "fault": fault.code,
            "value": fault.value,
            "details": dict(fault.details),
        }
        for position, fault in enumerate(faults, start=1)
    ]
    for start in range(0, len(rows), BATCH):
        await session.execute(insert(ImportRow), rows[start : start + BATCH])
    for start in range(0, len(found), BATCH):
        await session.execute(insert(ImportFault), found[start : start + BATCH])


async def drop(session: AsyncSession, imported: Import) -> None:
    """Forget what the last check found."""
    for model in (ImportFault, ImportRow):
        await session.execute(delete(model).where(col(model.import_id) == imported.id))
    count(imported, {}, ())


def count(imported: Import, outcomes: Mapping[int, Outcome], faults: Sequence[Fault]) -> None:
    """Put the sums of a check on the import."""
    counts = Counter(outcomes.values())
    if outcomes:
        imported.rows_total = len(outcomes)
    imported.rows_new = counts[Outcome.NEW]
    imported.rows_changed = counts[Outcome.CHANGED]
    imported.rows_same = counts[Outcome.SAME]
    imported.rows_faulty = counts[Outcome.FAULT]
    imported.faults_total = len(faults)


def summary(imported: Import) -> dict[str, Any]:
    """The result of a job about this import."""
    return {
        "import_id": str(imported.id),
        "rows_total": imported.rows_total,
        "rows_new": imported.rows_new,
        "rows_changed": imported.rows_changed,
        "rows_same": imported.rows_same,
        "rows_faulty": imported.rows_faulty,
        "faults_total": imported.faults_total,
    }


def check_words(imported: Import) -> tuple[str, str]:
    """What a check has found, in Chinese and English."""
    rows, faults = imported.rows_total, imported.faults_total
    if faults == 0:
        return f"检查完成：共 {rows} 行，没有错误", f"Checked: {rows} rows, no faults"
    return f"检查完成：共 {rows} 行，{faults} 处错误", f"Checked: {rows} rows, {faults} faults"


def commit_words(imported: Import) -> tuple[str, str]:
    """What a commit has written, in Chinese and English."""
    rows = imported.rows_total
    new, changed, same = imported.rows_new, imported.rows_changed, imported.rows_same
    return (
        f"导入完成：共 {rows} 行，新增 {new}，更新 {changed}，无变化 {same}",
        f"Imported: {rows} rows, {new} new, {changed} changed, {same} unchanged",
    )
