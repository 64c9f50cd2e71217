"""Refresh tokens, and the guesses that were made at each account's password."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from gongwei.core.models import TechnicalRow, moment


class RefreshToken(TechnicalRow, table=True):
    """One link of a family: good for one use until `expires_at`. Only its SHA-256 is kept.

    `parent_id` is the token that it was traded for, none for the first of a family; tokens with one
    parent are rivals, of which only one can ever be used.
    """

    __tablename__ = "refresh_token"

    session_id: UUID = Field(foreign_key="sign_in_session.id", index=True)
    parent_id: UUID | None = Field(default=None, foreign_key="refresh_token.id")
    attempt_hash: str | None = Field(default=None, max_length=64)
    """SHA-256 of the `Idempotency-Key` that it was first presented with."""
    token_hash: str = Field(max_length=64, unique=True)
    expires_at: datetime = moment()
    used_at: datetime | None = moment(nullable=True)


class SignInAttempt(TechnicalRow, table=True):
    """One evaluated guess. `account_key` is a hash, because people type passwords as user names."""

    __tablename__ = "sign_in_attempt"
    __table_args__ = (Index("ix_sign_in_attempt_account_key_at", "account_key", "at"),)

    account_key: str = Field(max_length=64)
    at: datetime = moment(index=True)
    counted: bool = Field(default=True)
    """False once the guess proved right or the account was unlocked."""
