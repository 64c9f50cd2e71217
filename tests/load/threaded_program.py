"""What to compare with: an endpoint in the manner of the well-known full-stack FastAPI template.

A sync path function in FastAPI's thread pool, a session a request by a generator dependency, the
user looked up from the token, the rows added, committed and refreshed.
"""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import UUID, uuid4

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordBearer
from pydantic import BaseModel
from sqlalchemy import event
from sqlmodel import Session, create_engine, text

from gongwei.access.models import User
from gongwei.audit.models import AuditEntry, Event
from gongwei.core.crypto import Vault, configure_vault
from gongwei.core.models import new_id
from gongwei.volunteering.activities.models import Shift
from gongwei.volunteering.attendance.codes import read_rotating
from gongwei.volunteering.attendance.models import CheckIn, CheckInMethod, CheckInType

configure_vault(Vault.from_key(os.environ["GONGWEI_DATA_KEY"], "aes"))
engine = create_engine(
    os.environ["DATABASE_URL"].replace("+asyncpg", "+psycopg"),
    # As many as there are clients: with fewer, its threads wait for connections that only a free
    # thread could give back.
    pool_size=64,
)
token_of = OAuth2PasswordBearer(tokenUrl="/token")
application = FastAPI()


@event.listens_for(engine, "connect")
def _as_the_program(connection: Any, _record: Any) -> None:
    connection.execute("SET ROLE gongwei_app")
    connection.commit()


def get_db() -> Iterator[Session]:
    with Session(engine) as session:
        yield session


SessionDep = Annotated[Session, Depends(get_db)]


def get_current_user(session: SessionDep, token: Annotated[str, Depends(token_of)]) -> User:
    session.execute(text("SELECT set_config('gongwei.scope', '*', true)"))
    key = os.environ["GONGWEI_TOKEN_KEY"]
    claims = jwt.decode(token, key, algorithms=["HS256"], audience="gongwei-api")
    user = session.get(User, UUID(claims["sub"]))
    if user is None:
        raise HTTPException(status_code=404)
    return user


class CheckInBody(BaseModel):
    code: str
    type: CheckInType
    method: CheckInMethod
    occurred_at: datetime
    nonce: UUID


@application.post("/api/v1/check-ins", status_code=201)
def create_check_in(
    session: SessionDep, user: Annotated[User, Depends(get_current_user)], given: CheckInBody
) -> CheckIn:
    shift = session.get(Shift, read_rotating(given.code).shift_id)
    assert shift is not None
    now = datetime.now(UTC)
    row = CheckIn(
        organisation_id=shift.organisation_id, activity_id=shift.activity_id, shift_id=shift.id,
        person_id=user.person_id, type=given.type, method=given.method, day=now.date(), pair=1,
        occurred_at=now, nonce=given.nonce, body_hash="", recorded_by=user.id,
    )  # fmt: skip
    session.add(row)
    session.add(
        AuditEntry(
            actor_user_id=user.id, actor_label=user.display_name, action="check_in.create",
            subject_type="check_in", subject_id=row.id, subject_version=1,
            organisation_id=shift.organisation_id, request_id=str(uuid4()), id=new_id(),
        )
    )  # fmt: skip
    session.add(
        Event(
            type="check_in.create", subject_type="check_in", subject_id=row.id, subject_version=1,
            organisation_id=shift.organisation_id, operation="create",
        )
    )  # fmt: skip
    session.commit()
    session.execute(text("SELECT set_config('gongwei.scope', '*', true)"))
    session.refresh(row)
    return row
