"""Sealing a vote until all of them are opened (decision 14).

An envelope is as long as the longest vote of its session, whatever is in it. Its slot is a keyed
hash of its paper: the same vote sent again meets itself, and who has the database alone cannot say
which paper a slot belongs to.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Final
from uuid import UUID

from gongwei.core.crypto import current_vault

CONTEXT: Final = "ballot_envelope.sealed"
SLOT_CONTEXT: Final = "ballot_envelope.slot"
LONGEST_VALUE: Final = "1000.0000"
BLOCK: Final = 512

Vote = Mapping[str, Mapping[str, str] | None]
"""By participant: a value by criterion, as a decimal string; None where the voter abstained."""


def slot_of(paper_id: UUID) -> str:
    """Where the vote of a paper goes."""
    return current_vault().lookup_hash(str(paper_id), SLOT_CONTEXT)


def length_of(participants: Iterable[UUID], criteria: Iterable[str]) -> int:
    """Characters into which every vote on these participants fits."""
    longest = dict.fromkeys(criteria, LONGEST_VALUE)
    written = len(_written({str(one): longest for one in participants}))
    return -(-written // BLOCK) * BLOCK


def seal(vote: Vote, length: int) -> bytes:
    """The vote as a ciphertext of a length that says nothing of it."""
    return current_vault().encrypt(_written(vote).ljust(length), CONTEXT)


def unseal(sealed: bytes) -> Vote:
    """The vote in an envelope."""
    vote: Vote = json.loads(current_vault().decrypt(sealed, CONTEXT))
    return vote


def _written(vote: Vote) -> str:
    return json.dumps(vote, sort_keys=True, separators=(",", ":"))
