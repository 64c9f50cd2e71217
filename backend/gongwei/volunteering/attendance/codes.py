"""The codes that are scanned: the rotating one of a shift, and a person's own.

A rotating code is `G1.<shift>.<step>.<mac>`, a personal one `GP1.<person>.<serial>.<mac>`: ids as
22 characters of base64url, the mac over both as another 22. A step is 20 seconds of the server's
clock, so whoever scanned one stood before the screen at that time, whatever the own clock says.
"""

import base64
import binascii
import hmac
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

from gongwei.core.crypto import current_vault
from gongwei.core.routing import one_fault
from gongwei.volunteering.attendance.problems import CODE_UNKNOWN

STEP_SECONDS: Final = 20
STEP: Final = timedelta(seconds=STEP_SECONDS)

LONGEST_CODE: Final = 400
"""Characters: a code, or the address of the phone's page that carries it."""

_ROTATING, _PERSONAL = "G1", "GP1"
_SHAPE = re.compile(r"(G1|GP1)\.([A-Za-z0-9_-]{22})\.([0-9]{1,12})\.([A-Za-z0-9_-]{22})", re.ASCII)
_AFTER_HASH = re.compile(r"#(?:[^#]*&)?c=([^&#]*)")


@dataclass(frozen=True)
class RotatingCode:
    """What a genuine code of a shift says."""

    shift_id: UUID
    step: int


@dataclass(frozen=True)
class PersonalCodeSaid:
    """What a genuine code of a person says."""

    person_id: UUID
    serial: int


def step_of(moment: datetime) -> int:
    """The step that a moment falls in, counted from 1970-01-01 UTC."""
    return int(moment.timestamp()) // STEP_SECONDS


def start_of_step(step: int) -> datetime:
    """The first moment of a step."""
    return datetime.fromtimestamp(step * STEP_SECONDS, UTC)


def rotating_code(shift_id: UUID, step: int) -> str:
    """The code that a shift's screen shows during a step."""
    return _written(_ROTATING, shift_id, step)


def personal_code(person_id: UUID, serial: int) -> str:
    """The code that a person's phone shows until it is renewed."""
    return _written(_PERSONAL, person_id, serial)


def read_rotating(scanned: str) -> RotatingCode:
    """A shift's code, bare or as the address that carries it. 422 when it has another shape, 409
    `code_unknown` when it was not made here.
    """
    return RotatingCode(*_read(_ROTATING, scanned, "/code"))


def shift_named_by(scanned: str) -> UUID:
    """The shift of what has the shape of a shift's code, whoever made it. 422 for anything else."""
    return _parsed(_ROTATING, scanned, "/code")[0]


def read_personal(scanned: str) -> PersonalCodeSaid:
    """A person's code; refused as a shift's is."""
    return PersonalCodeSaid(*_read(_PERSONAL, scanned, "/member_code"))


def _written(kind: str, subject: UUID, number: int) -> str:
    return f"{kind}.{_encoded(subject.bytes)}.{number}.{_encoded(_mac(kind, subject, number))}"


def _read(kind: str, scanned: str, pointer: str) -> tuple[UUID, int]:
    subject, number, mac = _parsed(kind, scanned, pointer)
    if not hmac.compare_digest(_mac(kind, subject, number), mac):
        raise CODE_UNKNOWN()
    return subject, number


def _parsed(kind: str, scanned: str, pointer: str) -> tuple[UUID, int, bytes]:
    carried = _AFTER_HASH.search(scanned)
    found = _SHAPE.fullmatch(carried.group(1) if carried else scanned.strip())
    if found is None or found.group(1) != kind:
        raise _malformed(pointer)
    subject, number, mac = _decoded(found.group(2)), found.group(3), _decoded(found.group(4))
    # One code has one spelling: what decodes to the same is not the same.
    if subject is None or mac is None or number != str(int(number)):
        raise _malformed(pointer)
    return UUID(bytes=subject), int(number), mac


def _mac(kind: str, subject: UUID, number: int) -> bytes:
    return current_vault().code_mac(subject.bytes + number.to_bytes(8, "big"), f"code {kind}")


def _encoded(sixteen: bytes) -> str:
    return base64.urlsafe_b64encode(sixteen).decode().rstrip("=")


def _decoded(text: str) -> bytes | None:
    try:
        found = base64.urlsafe_b64decode(f"{text}==")
    except binascii.Error:
        return None
    return found if _encoded(found) == text else None


def _malformed(pointer: str) -> Exception:
    return one_fault(
        pointer,
        "malformed_code",
        "这不是签到码，请重新扫描",
        "This is no attendance code; scan again",
    )
