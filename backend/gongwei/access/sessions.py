"""Where somebody is signed in: one row a sign-in, ended at sign-out, and by a re-used refresh
token.
"""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from gongwei.core.models import TechnicalRow, moment


class SignInSession(TechnicalRow, table=True):
    """A family of refresh tokens. Ending it ends every access token that names it."""

    __tablename__ = "sign_in_session"

    user_id: UUID = Field(foreign_key="user_account.id", index=True)
    assignment_id: UUID | None = Field(default=None)
    ended_at: datetime | None = moment(nullable=True)
    ended_why: str | None = Field(default=None, max_length=40)
    expires_at: datetime = moment()
