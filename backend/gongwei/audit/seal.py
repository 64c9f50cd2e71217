"""The hash chain: entries are sealed in batches, each seal over its entries and the seal before."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, text
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.audit.models import AuditEntry, AuditSeal, AuditSealEntry

GENESIS = "0" * 64
BATCH = 2000
SEAL_LOCK = 0x5EA1
LEFT_OUT = frozenset({"version", "created_at", "updated_at"})


@dataclass(frozen=True)
class Verification:
    """The outcome of checking the chain; `first_fault` names the first seal or entry that does not
    fit.
    """

    ok: bool
    entries: int
    sealed: int
    unsealed: int
    seals: int
    last_hash: str
    first_fault: str | None


def canonical(entry: AuditEntry) -> bytes:
    """The bytes of an entry that the chain protects: all its columns as sorted JSON, times in
    UTC.
    """
    values = {
        name: value for name, value in entry.model_dump(mode="json").items() if name not in LEFT_OUT
    }
    for name in ("occurred_at", "recorded_at"):
        values[name] = f"{getattr(entry, name).timestamp():.6f}"
    return json.dumps(values, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def link(previous: str, entries: Sequence[AuditEntry]) -> str:
    """SHA-256 (hex) over the previous link and each entry's own SHA-256, in order."""
    digest = hashlib.sha256(previous.encode())
    for entry in entries:
        digest.update(hashlib.sha256(canonical(entry)).digest())
    return digest.hexdigest()


async def seal_next(session: AsyncSession) -> int:
    """Seal up to BATCH entries that no seal holds; answers how many. One sealer at a time."""
    await session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": SEAL_LOCK})
    unsealed = ~select(AuditSealEntry.id).where(AuditSealEntry.entry_id == AuditEntry.id).exists()
    waiting = select(AuditEntry).where(unsealed).order_by(col(AuditEntry.seq)).limit(BATCH)
    entries = (await session.exec(waiting)).all()
    if not entries:
        return 0
    last = (
        await session.exec(select(AuditSeal).order_by(col(AuditSeal.number).desc()).limit(1))
    ).first()
    previous, number = (last.hash, last.number + 1) if last else (GENESIS, 1)
    seal = AuditSeal(
        number=number, entries=len(entries), previous_hash=previous, hash=link(previous, entries)
    )
    session.add(seal)
    await session.flush()
    session.add_all(
        AuditSealEntry(seal_id=seal.id, entry_id=entry.id, place=place)
        for place, entry in enumerate(entries)
    )
    await session.flush()
    return len(entries)


async def verify(session: AsyncSession) -> Verification:
    """Recompute the whole chain, seal by seal; memory stays at one batch."""
    total = await session.scalar(select(func.count()).select_from(AuditEntry)) or 0
    previous, sealed, number, fault = GENESIS, 0, 0, None
    while fault is None:
        seal = (await session.exec(select(AuditSeal).where(AuditSeal.number == number + 1))).first()
        if seal is None:
            break
        entries = await _entries_of(session, seal)
        fault = _fault(seal, previous, entries)
        previous, sealed, number = seal.hash, sealed + len(entries), seal.number
        session.expunge_all()
    if fault is None:
        last = await session.scalar(select(func.max(AuditSeal.number))) or 0
        fault = None if last == number else f"seal {number + 1} is missing"
    return Verification(fault is None, total, sealed, total - sealed, number, previous, fault)


async def _entries_of(session: AsyncSession, seal: AuditSeal) -> Sequence[AuditEntry]:
    query: Any = (
        select(AuditEntry)
        .join(AuditSealEntry, col(AuditSealEntry.entry_id) == AuditEntry.id)
        .where(AuditSealEntry.seal_id == seal.id)
        .order_by(col(AuditSealEntry.place))
    )
    found: Sequence[AuditEntry] = (await session.exec(query)).all()
    return found


def _fault(seal: AuditSeal, previous: str, entries: Sequence[AuditEntry]) -> str | None:
    if seal.previous_hash != previous:
        return f"seal {seal.number} does not follow seal {seal.number - 1}"
    if len(entries) != seal.entries:
        return f"seal {seal.number} holds {len(entries)} entries instead of {seal.entries}"
    if link(previous, entries) != seal.hash:
        return f"seal {seal.number}: an entry was changed"
    return None
