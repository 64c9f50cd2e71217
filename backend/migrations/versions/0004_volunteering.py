"""Volunteer service: teams, activities, attendance, hours, certificates."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import context, op
from sqlalchemy.dialects import postgresql
from uuid_utils.compat import uuid7

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

OWNED_BY_ORGANISATION = (
    "activity",
    "activity_notice",
    "calendar_link",
    "certificate",
    "check_in",
    "check_in_attempt",
    "hours_delta",
    "hours_sum",
    "organisation_seal",
    "personal_code",
    "service_confirmation",
    "shift",
    "sign_up",
    "volunteer_hours",
    "volunteer_team",
    "volunteer_team_member",
)
OPEN_TO_ALL = ("excluded_word",)

EXCLUDED = (
    "会议", "开会", "例会", "学习会", "值班", "聚餐", "宴请", "团建", "旅游", "联欢",
)  # fmt: skip
"""What the published rules do not count as volunteer service; an office may change the list."""

INSIDE = (
    "(current_setting('gongwei.scope', true) = '*' "
    "OR (current_setting('gongwei.scope', true) <> '' AND organisation_id IN "
    "(SELECT id FROM organisation WHERE path >= current_setting('gongwei.scope', true) "
    "AND path < current_setting('gongwei.scope', true) || '~')))"
)


IMPORTS_BEFORE = ("organisations", "members", "secretaries")


def _let_imports_be_of(*kinds: str) -> None:
    """The kinds of import that there are."""
    known = ", ".join(f"'{kind}'" for kind in kinds)
    op.drop_constraint(op.f("ck_import_batch_import_kind"), "import_batch", type_="check")
    op.create_check_constraint(
        op.f("ck_import_batch_import_kind"), "import_batch", f"kind IN ({known})"
    )


def upgrade() -> None:
    op.create_table(
        "excluded_word",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("word", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_excluded_word")),
        sa.UniqueConstraint("word", name=op.f("uq_excluded_word_word")),
    )
    op.create_table(
        "hours_delta",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("team_id", sa.Uuid(), nullable=True),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "recorded",
                "late_entry",
                name="hours_kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_hours_delta_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hours_delta")),
    )
    op.create_index(
        op.f("ix_hours_delta_organisation_id"), "hours_delta", ["organisation_id"], unique=False
    )
    op.create_table(
        "hours_sum",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "recorded",
                "late_entry",
                name="hours_kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_hours_sum_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hours_sum")),
        sa.UniqueConstraint(
            "organisation_id",
            "month",
            "kind",
            "settled",
            name=op.f("uq_hours_sum_organisation_id_month_kind_settled"),
        ),
    )
    op.create_index("ix_hours_sum_month", "hours_sum", ["month"], unique=False)
    op.create_table(
        "volunteer_team",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "corps",
                "detachment",
                "team",
                name="team_kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("professions", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("introduction", sa.String(length=2000), nullable=False),
        sa.Column("founded_on", sa.Date(), nullable=True),
        sa.Column("disbanded_on", sa.Date(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "active",
                "disbanded",
                name="team_state",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.CheckConstraint(
            "parent_id IS NULL OR kind <> 'corps'", name=op.f("ck_volunteer_team_corps_on_top")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_volunteer_team_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["volunteer_team.id"], name=op.f("fk_volunteer_team_parent_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_volunteer_team")),
    )
    op.create_index(
        op.f("ix_volunteer_team_organisation_id"),
        "volunteer_team",
        ["organisation_id"],
        unique=False,
    )
    op.create_index(
        "ix_volunteer_team_organisation_id_name",
        "volunteer_team",
        ["organisation_id", "name"],
        unique=False,
    )
    op.create_index(
        op.f("ix_volunteer_team_parent_id"), "volunteer_team", ["parent_id"], unique=False
    )
    op.create_table(
        "activity",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("team_id", sa.Uuid(), nullable=True),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=100), nullable=False),
        sa.Column("theme", sa.String(length=100), nullable=False),
        sa.Column("description", sa.String(length=4000), nullable=False),
        sa.Column(
            "place_kind",
            sa.Enum(
                "address",
                "unit",
                "village",
                name="place_kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("served_party", sa.String(length=100), nullable=True),
        sa.Column("leader_id", sa.Uuid(), nullable=True),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sign_up_required", sa.Boolean(), nullable=False),
        sa.Column("sign_up_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "missing_exit",
            sa.Enum(
                "nothing",
                "planned_end",
                name="missing_exit",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("template", sa.Boolean(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("completed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "published",
                "in_progress",
                "completed",
                "settled",
                "cancelled",
                name="activity_state",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.CheckConstraint(
            "state = 'draft' OR state = 'cancelled' OR published_at IS NOT NULL",
            name=op.f("ck_activity_published_before_anything_else"),
        ),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_activity_ends_after_start")),
        sa.ForeignKeyConstraint(["leader_id"], ["person.id"], name=op.f("fk_activity_leader_id")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_activity_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            ["team_id"], ["volunteer_team.id"], name=op.f("fk_activity_team_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity")),
        sa.UniqueConstraint("number", name=op.f("uq_activity_number")),
    )
    op.create_index(op.f("ix_activity_leader_id"), "activity", ["leader_id"], unique=False)
    op.create_index(
        op.f("ix_activity_organisation_id"), "activity", ["organisation_id"], unique=False
    )
    op.create_index(
        "ix_activity_organisation_id_starts_at",
        "activity",
        ["organisation_id", "starts_at"],
        unique=False,
    )
    op.create_index("ix_activity_starts_at_id", "activity", ["starts_at", "id"], unique=False)
    op.create_index(op.f("ix_activity_team_id"), "activity", ["team_id"], unique=False)
    op.create_table(
        "calendar_link",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_calendar_link_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_calendar_link_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_link")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_calendar_link_code_hash")),
        sa.UniqueConstraint("person_id", name=op.f("uq_calendar_link_person_id")),
    )
    op.create_index(
        op.f("ix_calendar_link_organisation_id"), "calendar_link", ["organisation_id"], unique=False
    )
    op.create_table(
        "organisation_seal",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["file_id"], ["stored_file.id"], name=op.f("fk_organisation_seal_file_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_organisation_seal_organisation_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation_seal")),
        sa.UniqueConstraint("organisation_id", name=op.f("uq_organisation_seal_organisation_id")),
    )
    op.create_table(
        "personal_code",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_personal_code_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_personal_code_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_personal_code")),
        sa.UniqueConstraint("person_id", name=op.f("uq_personal_code_person_id")),
    )
    op.create_index(
        op.f("ix_personal_code_organisation_id"), "personal_code", ["organisation_id"], unique=False
    )
    op.create_table(
        "volunteer_team_member",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("team_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column(
            "post",
            sa.Enum(
                "leader",
                "member",
                name="team_post",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("joined_on", sa.Date(), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "left_on IS NULL OR left_on >= joined_on",
            name=op.f("ck_volunteer_team_member_left_after_joining"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_volunteer_team_member_organisation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_volunteer_team_member_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["team_id"], ["volunteer_team.id"], name=op.f("fk_volunteer_team_member_team_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_volunteer_team_member")),
    )
    op.create_index(
        op.f("ix_volunteer_team_member_organisation_id"),
        "volunteer_team_member",
        ["organisation_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_volunteer_team_member_person_id"),
        "volunteer_team_member",
        ["person_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_volunteer_team_member_team_id"), "volunteer_team_member", ["team_id"], unique=False
    )
    op.create_index(
        "uq_volunteer_team_member_open",
        "volunteer_team_member",
        ["team_id", "person_id"],
        unique=True,
        postgresql_where=sa.text("left_on IS NULL"),
    )
    op.create_table(
        "activity_notice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("activity_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "changed",
                "cancelled",
                "promoted",
                name="notice_kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("facts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=True),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_activity_notice_activity_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_activity_notice_organisation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_activity_notice_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_notice")),
    )
    op.create_index(
        "ix_activity_notice_activity_id_created_at",
        "activity_notice",
        ["activity_id", "created_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_activity_notice_organisation_id"),
        "activity_notice",
        ["organisation_id"],
        unique=False,
    )
    op.create_table(
        "certificate",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("recorded_minutes", sa.Integer(), nullable=False),
        sa.Column("late_entry_minutes", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(length=200), nullable=False),
        sa.Column("notice_from", sa.Date(), nullable=False),
        sa.Column("notice_until", sa.Date(), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=True),
        sa.Column("code", sa.String(length=32), nullable=True),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("issued_by", sa.Uuid(), nullable=True),
        sa.Column("issued_by_name", sa.String(length=100), nullable=True),
        sa.Column("issuer_id", sa.Uuid(), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "requested",
                "issued",
                "revoked",
                name="certificate_state",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.CheckConstraint(
            "state <> 'issued' OR number IS NOT NULL",
            name=op.f("ck_certificate_issued_with_a_number"),
        ),
        sa.CheckConstraint("until_on >= from_on", name=op.f("ck_certificate_period_not_empty")),
        sa.ForeignKeyConstraint(
            ["issued_by"], ["user_account.id"], name=op.f("fk_certificate_issued_by")
        ),
        sa.ForeignKeyConstraint(
            ["issuer_id"], ["organisation.id"], name=op.f("fk_certificate_issuer_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_certificate_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_certificate_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate")),
        sa.UniqueConstraint("code", name=op.f("uq_certificate_code")),
        sa.UniqueConstraint("number", name=op.f("uq_certificate_number")),
    )
    op.create_index(
        "ix_certificate_created_at_id", "certificate", ["created_at", "id"], unique=False
    )
    op.create_index(
        op.f("ix_certificate_organisation_id"), "certificate", ["organisation_id"], unique=False
    )
    op.create_index(op.f("ix_certificate_person_id"), "certificate", ["person_id"], unique=False)
    op.create_index(
        "uq_certificate_requested",
        "certificate",
        ["person_id"],
        unique=True,
        postgresql_where=sa.text("state = 'requested'"),
    )
    op.create_table(
        "service_confirmation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("activity_id", sa.Uuid(), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=True),
        sa.Column("rating", sa.Integer(), nullable=True),
        sa.Column("comment", sa.String(length=1000), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "rating IS NULL OR rating BETWEEN 1 AND 5",
            name=op.f("ck_service_confirmation_rating_in_range"),
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_service_confirmation_activity_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_service_confirmation_organisation_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_confirmation")),
        sa.UniqueConstraint("activity_id", name=op.f("uq_service_confirmation_activity_id")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_service_confirmation_code_hash")),
    )
    op.create_index(
        op.f("ix_service_confirmation_organisation_id"),
        "service_confirmation",
        ["organisation_id"],
        unique=False,
    )
    op.create_table(
        "shift",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("activity_id", sa.Uuid(), nullable=False),
        sa.Column("post", sa.String(length=100), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=True),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("break_minutes", sa.Integer(), nullable=False),
        sa.Column("opens_minutes", sa.Integer(), nullable=False),
        sa.Column("closes_minutes", sa.Integer(), nullable=False),
        sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("break_minutes >= 0", name=op.f("ck_shift_break_not_negative")),
        sa.CheckConstraint(
            "capacity IS NULL OR capacity > 0", name=op.f("ck_shift_capacity_positive")
        ),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_shift_ends_after_start")),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_shift_activity_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_shift_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift")),
    )
    op.create_index(
        "ix_shift_activity_id_starts_at_id",
        "shift",
        ["activity_id", "starts_at", "id"],
        unique=False,
    )
    op.create_index(op.f("ix_shift_organisation_id"), "shift", ["organisation_id"], unique=False)
    op.create_table(
        "volunteer_hours",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("activity_id", sa.Uuid(), nullable=True),
        sa.Column("team_id", sa.Uuid(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "recorded",
                "late_entry",
                name="hours_kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("title", sa.String(length=100), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("occurred_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("computed_minutes", sa.Integer(), nullable=False),
        sa.Column("flags", sa.String(length=200), nullable=False),
        sa.Column(
            "approval",
            sa.Enum(
                "own",
                "parent",
                "committee",
                name="approval_level",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.String(length=500), nullable=True),
        sa.Column("verified_by", sa.Uuid(), nullable=True),
        sa.Column("verified_by_name", sa.String(length=100), nullable=True),
        sa.Column("verified_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "pending",
                "verified",
                "rejected",
                "disputed",
                "adjusted",
                name="hours_state",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.CheckConstraint(
            "kind = 'late_entry' OR activity_id IS NOT NULL",
            name=op.f("ck_volunteer_hours_recorded_at_an_activity"),
        ),
        sa.CheckConstraint(
            "kind = 'recorded' OR reason IS NOT NULL",
            name=op.f("ck_volunteer_hours_late_entry_has_a_reason"),
        ),
        sa.CheckConstraint(
            "minutes BETWEEN 0 AND 1440", name=op.f("ck_volunteer_hours_minutes_of_a_day")
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_volunteer_hours_activity_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_volunteer_hours_organisation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_volunteer_hours_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["team_id"], ["volunteer_team.id"], name=op.f("fk_volunteer_hours_team_id")
        ),
        sa.ForeignKeyConstraint(
            ["verified_by"], ["user_account.id"], name=op.f("fk_volunteer_hours_verified_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_volunteer_hours")),
    )
    op.create_index("ix_volunteer_hours_day_id", "volunteer_hours", ["day", "id"], unique=False)
    op.create_index(
        op.f("ix_volunteer_hours_organisation_id"),
        "volunteer_hours",
        ["organisation_id"],
        unique=False,
    )
    op.create_index(
        "ix_volunteer_hours_person_id_day", "volunteer_hours", ["person_id", "day"], unique=False
    )
    op.create_index(
        "ix_volunteer_hours_state_day_id", "volunteer_hours", ["state", "day", "id"], unique=False
    )
    op.create_index(
        op.f("ix_volunteer_hours_team_id"), "volunteer_hours", ["team_id"], unique=False
    )
    op.create_index(
        "uq_volunteer_hours_late_at_activity",
        "volunteer_hours",
        ["activity_id", "person_id", "day"],
        unique=True,
        postgresql_where=sa.text("kind = 'late_entry' AND state <> 'rejected'"),
    )
    op.create_index(
        "uq_volunteer_hours_late_elsewhere",
        "volunteer_hours",
        ["person_id", "day", "title"],
        unique=True,
        postgresql_where=sa.text(
            "kind = 'late_entry' AND activity_id IS NULL AND state <> 'rejected'"
        ),
    )
    op.create_index(
        "uq_volunteer_hours_recorded",
        "volunteer_hours",
        ["activity_id", "person_id", "day"],
        unique=True,
        postgresql_where=sa.text("kind = 'recorded'"),
    )
    op.create_table(
        "check_in",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("activity_id", sa.Uuid(), nullable=False),
        sa.Column("shift_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column(
            "type",
            sa.Enum(
                "entry",
                "exit",
                name="check_in_type",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "method",
            sa.Enum(
                "scan",
                "personal_code",
                "list",
                name="check_in_method",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("pair", sa.Integer(), nullable=False),
        sa.Column("occurred_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("nonce", sa.Uuid(), nullable=False),
        sa.Column("body_hash", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=True),
        sa.Column("device_seq", sa.Integer(), nullable=True),
        sa.Column(
            "review_reason",
            sa.Enum(
                "no_trusted_time",
                "time_mismatch",
                "uploaded_late",
                "out_of_order",
                name="review_reason",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("recorded_by", sa.Uuid(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "accepted",
                "needs_review",
                "annulled",
                name="check_in_state",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.CheckConstraint("pair BETWEEN 1 AND 3", name=op.f("ck_check_in_at_most_three_pairs")),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_check_in_activity_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_check_in_organisation_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_check_in_person_id")),
        sa.ForeignKeyConstraint(
            ["recorded_by"], ["user_account.id"], name=op.f("fk_check_in_recorded_by")
        ),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name=op.f("fk_check_in_shift_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_in")),
        sa.UniqueConstraint("nonce", name=op.f("uq_check_in_nonce")),
    )
    op.create_index(
        op.f("ix_check_in_organisation_id"), "check_in", ["organisation_id"], unique=False
    )
    op.create_index("ix_check_in_person_id_day", "check_in", ["person_id", "day"], unique=False)
    op.create_index(
        "ix_check_in_shift_id_recorded_at_id",
        "check_in",
        ["shift_id", "recorded_at", "id"],
        unique=False,
    )
    op.create_index(
        "uq_check_in_pair",
        "check_in",
        ["activity_id", "person_id", "day", "pair", "type"],
        unique=True,
        postgresql_where=sa.text("state <> 'annulled'"),
    )
    op.create_table(
        "check_in_attempt",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("activity_id", sa.Uuid(), nullable=False),
        sa.Column("shift_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column(
            "type",
            sa.Enum(
                "entry",
                "exit",
                name="check_in_type",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "method",
            sa.Enum(
                "scan",
                "personal_code",
                "list",
                name="check_in_method",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("occurred_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("nonce", sa.Uuid(), nullable=False),
        sa.Column("body_hash", sa.String(length=64), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_check_in_attempt_activity_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_check_in_attempt_organisation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_check_in_attempt_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["shift_id"], ["shift.id"], name=op.f("fk_check_in_attempt_shift_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_in_attempt")),
    )
    op.create_index(
        op.f("ix_check_in_attempt_activity_id"), "check_in_attempt", ["activity_id"], unique=False
    )
    op.create_index(op.f("ix_check_in_attempt_nonce"), "check_in_attempt", ["nonce"], unique=False)
    op.create_index(
        op.f("ix_check_in_attempt_organisation_id"),
        "check_in_attempt",
        ["organisation_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_check_in_attempt_person_id"), "check_in_attempt", ["person_id"], unique=False
    )
    op.create_index(
        "ix_check_in_attempt_shift_id_created_at",
        "check_in_attempt",
        ["shift_id", "created_at"],
        unique=False,
    )
    op.create_table(
        "sign_up",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("activity_id", sa.Uuid(), nullable=False),
        sa.Column("shift_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("promoted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "confirmed",
                "waitlisted",
                "cancelled",
                name="sign_up_state",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_sign_up_activity_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_sign_up_organisation_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_sign_up_person_id")),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name=op.f("fk_sign_up_shift_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_up")),
    )
    op.create_index(
        "ix_sign_up_activity_id_created_at_id",
        "sign_up",
        ["activity_id", "created_at", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_sign_up_organisation_id"), "sign_up", ["organisation_id"], unique=False
    )
    op.create_index(
        "ix_sign_up_person_id_activity_id", "sign_up", ["person_id", "activity_id"], unique=False
    )
    op.create_index(
        "ix_sign_up_shift_id_state_created_at_id",
        "sign_up",
        ["shift_id", "state", "created_at", "id"],
        unique=False,
    )
    op.create_index(
        "uq_sign_up_open",
        "sign_up",
        ["shift_id", "person_id"],
        unique=True,
        postgresql_where=sa.text("state <> 'cancelled'"),
    )
    _let_imports_be_of(*IMPORTS_BEFORE, "hours")
    role = context.config.attributes["role"]
    for table in (*OWNED_BY_ORGANISATION, *OPEN_TO_ALL):
        op.execute(f'GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO "{role}"')
    for table in OWNED_BY_ORGANISATION:
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY within_scope ON {table} USING {INSIDE} WITH CHECK ({INSIDE})")
    _exclude_words()


def _exclude_words() -> None:
    moment = sa.DateTime(timezone=True)
    words = sa.table(
        "excluded_word", sa.column("id", sa.Uuid()), sa.column("version", sa.Integer()),
        sa.column("created_at", moment), sa.column("updated_at", moment),
        sa.column("word", sa.String()),
    )  # fmt: skip
    now = datetime.now(UTC)
    shared = {"version": 1, "created_at": now, "updated_at": now}
    op.bulk_insert(words, [{**shared, "id": uuid7(), "word": word} for word in EXCLUDED])


def downgrade() -> None:
    of_hours = "(SELECT id FROM import_batch WHERE kind = 'hours')"
    op.execute(f"DELETE FROM import_row WHERE import_id IN {of_hours}")
    op.execute(f"DELETE FROM import_fault WHERE import_id IN {of_hours}")
    op.execute("DELETE FROM import_batch WHERE kind = 'hours'")
    _let_imports_be_of(*IMPORTS_BEFORE)
    op.drop_index(
        "uq_sign_up_open", table_name="sign_up", postgresql_where=sa.text("state <> 'cancelled'")
    )
    op.drop_index("ix_sign_up_shift_id_state_created_at_id", table_name="sign_up")
    op.drop_index("ix_sign_up_person_id_activity_id", table_name="sign_up")
    op.drop_index(op.f("ix_sign_up_organisation_id"), table_name="sign_up")
    op.drop_index("ix_sign_up_activity_id_created_at_id", table_name="sign_up")
    op.drop_table("sign_up")
    op.drop_index("ix_check_in_attempt_shift_id_created_at", table_name="check_in_attempt")
    op.drop_index(op.f("ix_check_in_attempt_person_id"), table_name="check_in_attempt")
    op.drop_index(op.f("ix_check_in_attempt_organisation_id"), table_name="check_in_attempt")
    op.drop_index(op.f("ix_check_in_attempt_nonce"), table_name="check_in_attempt")
    op.drop_index(op.f("ix_check_in_attempt_activity_id"), table_name="check_in_attempt")
    op.drop_table("check_in_attempt")
    op.drop_index(
        "uq_check_in_pair", table_name="check_in", postgresql_where=sa.text("state <> 'annulled'")
    )
    op.drop_index("ix_check_in_shift_id_recorded_at_id", table_name="check_in")
    op.drop_index("ix_check_in_person_id_day", table_name="check_in")
    op.drop_index(op.f("ix_check_in_organisation_id"), table_name="check_in")
    op.drop_table("check_in")
    op.drop_index(
        "uq_volunteer_hours_late_elsewhere",
        table_name="volunteer_hours",
        postgresql_where=sa.text(
            "kind = 'late_entry' AND activity_id IS NULL AND state <> 'rejected'"
        ),
    )
    op.drop_index(
        "uq_volunteer_hours_late_at_activity",
        table_name="volunteer_hours",
        postgresql_where=sa.text("kind = 'late_entry' AND state <> 'rejected'"),
    )
    op.drop_index(
        "uq_volunteer_hours_recorded",
        table_name="volunteer_hours",
        postgresql_where=sa.text("kind = 'recorded'"),
    )
    op.drop_index(op.f("ix_volunteer_hours_team_id"), table_name="volunteer_hours")
    op.drop_index("ix_volunteer_hours_state_day_id", table_name="volunteer_hours")
    op.drop_index("ix_volunteer_hours_person_id_day", table_name="volunteer_hours")
    op.drop_index(op.f("ix_volunteer_hours_organisation_id"), table_name="volunteer_hours")
    op.drop_index("ix_volunteer_hours_day_id", table_name="volunteer_hours")
    op.drop_table("volunteer_hours")
    op.drop_index(op.f("ix_shift_organisation_id"), table_name="shift")
    op.drop_index("ix_shift_activity_id_starts_at_id", table_name="shift")
    op.drop_table("shift")
    op.drop_index(
        op.f("ix_service_confirmation_organisation_id"), table_name="service_confirmation"
    )
    op.drop_table("service_confirmation")
    op.drop_index(
        "uq_certificate_requested",
        table_name="certificate",
        postgresql_where=sa.text("state = 'requested'"),
    )
    op.drop_index(op.f("ix_certificate_person_id"), table_name="certificate")
    op.drop_index(op.f("ix_certificate_organisation_id"), table_name="certificate")
    op.drop_index("ix_certificate_created_at_id", table_name="certificate")
    op.drop_table("certificate")
    op.drop_index(op.f("ix_activity_notice_organisation_id"), table_name="activity_notice")
    op.drop_index("ix_activity_notice_activity_id_created_at", table_name="activity_notice")
    op.drop_table("activity_notice")
    op.drop_index(
        "uq_volunteer_team_member_open",
        table_name="volunteer_team_member",
        postgresql_where=sa.text("left_on IS NULL"),
    )
    op.drop_index(op.f("ix_volunteer_team_member_team_id"), table_name="volunteer_team_member")
    op.drop_index(op.f("ix_volunteer_team_member_person_id"), table_name="volunteer_team_member")
    op.drop_index(
        op.f("ix_volunteer_team_member_organisation_id"), table_name="volunteer_team_member"
    )
    op.drop_table("volunteer_team_member")
    op.drop_index(op.f("ix_personal_code_organisation_id"), table_name="personal_code")
    op.drop_table("personal_code")
    op.drop_table("organisation_seal")
    op.drop_index(op.f("ix_calendar_link_organisation_id"), table_name="calendar_link")
    op.drop_table("calendar_link")
    op.drop_index(op.f("ix_activity_team_id"), table_name="activity")
    op.drop_index("ix_activity_starts_at_id", table_name="activity")
    op.drop_index("ix_activity_organisation_id_starts_at", table_name="activity")
    op.drop_index(op.f("ix_activity_organisation_id"), table_name="activity")
    op.drop_index(op.f("ix_activity_leader_id"), table_name="activity")
    op.drop_table("activity")
    op.drop_index(op.f("ix_volunteer_team_parent_id"), table_name="volunteer_team")
    op.drop_index("ix_volunteer_team_organisation_id_name", table_name="volunteer_team")
    op.drop_index(op.f("ix_volunteer_team_organisation_id"), table_name="volunteer_team")
    op.drop_table("volunteer_team")
    op.drop_index("ix_hours_sum_month", table_name="hours_sum")
    op.drop_table("hours_sum")
    op.drop_index(op.f("ix_hours_delta_organisation_id"), table_name="hours_delta")
    op.drop_table("hours_delta")
    op.drop_table("excluded_word")
