"""The tables under every feature: the tree's organisations, people, accounts, and who holds which
role where.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    String,
    UniqueConstraint,
    text,
)
from sqlmodel import Field

from gongwei.access.permissions import Role
from gongwei.core.crypto import EncryptedText
from gongwei.core.models import Row, choice, moment

SEGMENT = 6
"""Characters of one step of a path: base 32, so that a path sorts in the order of creation."""


class OrganisationKind(StrEnum):
    """Kinds of organisation; the national codes stand in `organisations/kinds.py`."""

    WORKING_COMMITTEE = "working_committee"
    LEADING_GROUP = "leading_group"
    COMMITTEE = "committee"
    GENERAL_BRANCH = "general_branch"
    BRANCH = "branch"
    JOINT_BRANCH = "joint_branch"
    GROUP = "group"
    TEMPORARY_COMMITTEE = "temporary_committee"
    TEMPORARY_GENERAL_BRANCH = "temporary_general_branch"
    TEMPORARY_BRANCH = "temporary_branch"
    TEMPORARY_JOINT_BRANCH = "temporary_joint_branch"


class OrganisationState(StrEnum):
    ACTIVE = "active"
    DISSOLVED = "dissolved"


class Organisation(Row, table=True):
    """A party organisation. `parent_id`, `path` and `depth` are today's tree; history is in
    `organisation_edge`.
    """

    __tablename__ = "organisation"
    __table_args__ = (
        CheckConstraint("path <> ''", name="path_not_empty"),
        Index("ix_organisation_parent_id_position", "parent_id", "position"),
        # What counts over a subtree need, so that they read no rows, which are wide.
        Index("ix_organisation_path_state_kind_id", "path", "state", "kind", "id"),
        Index(
            "uq_organisation_root", "depth", unique=True, postgresql_where=text("parent_id IS NULL")
        ),
        Index(
            "uq_organisation_code", "code", unique=True, postgresql_where=text("state = 'active'")
        ),
    )

    kind: OrganisationKind = choice(OrganisationKind, index=True)
    code: str = Field(max_length=64)
    name: str = Field(max_length=200, index=True)
    short_name: str = Field(max_length=100)
    name_pinyin: str = Field(max_length=800)
    search_text: str = Field(max_length=1600)
    state: OrganisationState = choice(OrganisationState, OrganisationState.ACTIVE)
    position: int = Field(default=0)
    parent_id: UUID | None = Field(default=None, foreign_key="organisation.id")
    path: str = Field(sa_type=String(200, collation="C"), unique=True)
    depth: int = Field(default=0)
    unit_id: UUID | None = Field(
        default=None,
        sa_column=Column(
            ForeignKey("unit.id", name="fk_organisation_unit_id", use_alter=True), index=True
        ),
    )
    founded_on: date | None = Field(default=None, sa_type=Date)
    dissolved_on: date | None = Field(default=None, sa_type=Date)


class Sex(StrEnum):
    MALE = "male"
    FEMALE = "female"


class Person(Row, table=True):
    """A natural person, once. The identity number is optional, encrypted, and found by its keyed
    hash.
    """

    __tablename__ = "person"
    __table_args__ = (UniqueConstraint("id", "name_pinyin"),)
    private: ClassVar[frozenset[str]] = frozenset({"identity_number", "identity_hash", "phone"})

    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    name: str = Field(max_length=100)
    name_pinyin: str = Field(max_length=400, index=True)
    search_text: str = Field(max_length=600)
    sex: Sex | None = choice(Sex, nullable=True)
    birth_on: date | None = Field(default=None, sa_type=Date)
    nationality: str | None = Field(default=None, max_length=2)
    education: str | None = Field(default=None, max_length=2)
    identity_number: str | None = Field(
        default=None, sa_type=EncryptedText("person.identity_number")
    )
    identity_hash: str | None = Field(default=None, max_length=64, unique=True)
    phone: str | None = Field(default=None, sa_type=EncryptedText("person.phone"))


class UserState(StrEnum):
    ACTIVE = "active"
    DISABLED = "disabled"


class User(Row, table=True):
    """An account. What it may do stands in its role assignments, never here."""

    __tablename__ = "user_account"
    private: ClassVar[frozenset[str]] = frozenset({"password_hash", "otp_secret", "otp_last_step"})

    username: str = Field(max_length=64, unique=True)
    display_name: str = Field(max_length=100)
    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    person_id: UUID | None = Field(default=None, foreign_key="person.id", unique=True)
    state: UserState = choice(UserState, UserState.ACTIVE)
    password_hash: str = Field(max_length=200)
    must_change_password: bool = Field(default=False)
    otp_secret: str | None = Field(default=None, sa_type=EncryptedText("user.otp_secret"))
    otp_confirmed: bool = Field(default=False)
    otp_last_step: int | None = Field(default=None)
    last_sign_in_at: datetime | None = moment(nullable=True)


class AssignmentState(StrEnum):
    ACTIVE = "active"
    ENDED = "ended"


class RoleAssignment(Row, table=True):
    """One role of one account at one organisation, reaching everything below it."""

    __tablename__ = "role_assignment"
    __table_args__ = (
        Index(
            "uq_role_assignment_active",
            "user_id",
            "role",
            "organisation_id",
            unique=True,
            postgresql_where=text("state = 'active'"),
        ),
    )

    user_id: UUID = Field(foreign_key="user_account.id", index=True)
    role: Role = choice(Role)
    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    state: AssignmentState = choice(AssignmentState, AssignmentState.ACTIVE)
    ended_at: datetime | None = moment(nullable=True)
