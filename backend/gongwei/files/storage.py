"""Bytes under the data directory: written before the commit, gone again when there is none."""

import os
from pathlib import Path
from uuid import UUID

from sqlalchemy import event
from sqlalchemy.orm import Session as OrmSession
from sqlalchemy.orm import SessionTransaction
from sqlmodel.ext.asyncio.session import AsyncSession

FOLDER = "files"


def place_of(file_id: UUID) -> str:
    """`ab/cd/<uuid>`, from the random end of the id, so that folders fill evenly."""
    digits = file_id.hex
    return f"{digits[-2:]}/{digits[-4:-2]}/{file_id}"


def write(data_dir: Path, place: str, content: bytes) -> Path:
    """Write the bytes whole, to disk, readable by the program's own account alone. Blocks."""
    path = data_dir / FOLDER / place
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with open(path, "xb", opener=_private) as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    return path


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def remove_unless_committed(session: AsyncSession, path: Path) -> None:
    """Take the file away when the transaction that records it ends without a commit."""
    orm = session.sync_session
    pending = [path]

    def committed(_session: OrmSession) -> None:
        pending.clear()

    def ended(_session: OrmSession, transaction: SessionTransaction) -> None:
        if transaction.parent is None and pending:
            pending.pop().unlink(missing_ok=True)

    event.listen(orm, "after_commit", committed)
    event.listen(orm, "after_transaction_end", ended)
