"""Numbers and codes of certificates."""

import secrets
from typing import Final

from sqlalchemy import func, select, text
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.access.narrowing import whole_tree
from gongwei.core import clock
from gongwei.core.pinyin import pinyin_initials
from gongwei.volunteering.certificates.models import Certificate

ALPHABET: Final = "23456789abcdefghjkmnpqrstuvwxyz"
"""Without signs that are taken for others when a code is typed from paper."""
LENGTH: Final = 24
"""118 bits: nobody guesses the code of another's certificate."""
DIGITS: Final = 6
LOCK: Final = 0x6365727469


def new_code() -> str:
    """What anyone checks a certificate by."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


async def next_number(session: AsyncSession, actor: Actor) -> str:
    """`YPZM2026000123`: the committee's initials, ZM for 证明, the year and a running number of the
    whole installation. One at a time until the transaction ends.
    """
    await session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    async with whole_tree(session, actor):
        name = await session.scalar(
            select(col(Organisation.name)).where(col(Organisation.parent_id).is_(None))
        )
        prefix = f"{pinyin_initials(name or '')[:2].upper()}ZM{clock.today().year}"
        last = await session.scalar(
            select(func.max(col(Certificate.number))).where(
                col(Certificate.number).startswith(prefix, autoescape=True),
                func.length(col(Certificate.number)) == len(prefix) + DIGITS,
            )
        )
    running = int(last[-DIGITS:]) + 1 if last else 1
    return f"{prefix}{running:0{DIGITS}d}"
