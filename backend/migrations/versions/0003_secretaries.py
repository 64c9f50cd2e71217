"""Nominations, inspections, talks, objections, the working calendar and task reminders."""

import sqlalchemy as sa
from alembic import context, op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

OWNED_BY_ORGANISATION = (
    "inspection",
    "interview",
    "nomination",
    "nomination_batch",
    "objection",
    "talk",
)
OPEN_TO_ALL = ("calendar_day", "calendar_year", "task_reminder")

INSIDE = (
    "(current_setting('gongwei.scope', true) = '*' "
    "OR (current_setting('gongwei.scope', true) <> '' AND organisation_id IN "
    "(SELECT id FROM organisation WHERE path >= current_setting('gongwei.scope', true) "
    "AND path < current_setting('gongwei.scope', true) || '~')))"
)
OPEN_NOMINATIONS = "state NOT IN ('appointed', 'rejected', 'withdrawn')"
APPOINTMENT_STATES = "state IN ('in_office', 'end_requested', 'end_agreed', 'ended')"
APPOINTMENT_STATES_BEFORE = "state IN ('in_office', 'ended')"


def upgrade() -> None:
    op.create_table(
        "calendar_day",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "holiday",
                "workday",
                name="day_kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_day")),
        sa.UniqueConstraint("day", name=op.f("uq_calendar_day_day")),
    )
    op.create_table(
        "calendar_year",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "year BETWEEN 2000 AND 2200", name=op.f("ck_calendar_year_year_in_range")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_year")),
        sa.UniqueConstraint("year", name=op.f("uq_calendar_year_year")),
    )
    op.create_table(
        "nomination_batch",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("election_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_nomination_batch_organisation_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nomination_batch")),
    )
    op.create_index(
        op.f("ix_nomination_batch_organisation_id"),
        "nomination_batch",
        ["organisation_id"],
        unique=False,
    )
    op.create_table(
        "nomination",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("batch_id", sa.Uuid(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("name_pinyin", sa.String(length=400), nullable=False),
        sa.Column(
            "post",
            sa.Enum(
                "secretary",
                "deputy_secretary",
                "full_time_deputy_secretary",
                name="post",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("full_time", sa.Boolean(), nullable=False),
        sa.Column("duty_title", sa.String(length=100), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "election",
                "mid_term",
                name="nomination_kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("take_office_on", sa.Date(), nullable=True),
        sa.Column("grounds", sa.String(length=4000), nullable=False),
        sa.Column("submitted_by", sa.Uuid(), nullable=True),
        sa.Column("submitted_on", sa.Date(), nullable=True),
        sa.Column("endorsed_by", sa.Uuid(), nullable=True),
        sa.Column("endorsed_on", sa.Date(), nullable=True),
        sa.Column("approved_by", sa.Uuid(), nullable=True),
        sa.Column("approved_on", sa.Date(), nullable=True),
        sa.Column("approval_number", sa.String(length=64), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "submitted",
                "under_inspection",
                "inspected",
                "endorsed",
                "approved",
                "appointed",
                "returned",
                "rejected",
                "withdrawn",
                name="nomination_state",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["approved_by"], ["user_account.id"], name=op.f("fk_nomination_approved_by")
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["nomination_batch.id"], name=op.f("fk_nomination_batch_id")
        ),
        sa.ForeignKeyConstraint(
            ["endorsed_by"], ["user_account.id"], name=op.f("fk_nomination_endorsed_by")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_nomination_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id", "name_pinyin"],
            ["person.id", "person.name_pinyin"],
            name=op.f("fk_nomination_person_id_name_pinyin"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["submitted_by"], ["user_account.id"], name=op.f("fk_nomination_submitted_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nomination")),
    )
    op.create_index(op.f("ix_nomination_batch_id"), "nomination", ["batch_id"], unique=False)
    op.create_index(
        op.f("ix_nomination_organisation_id"), "nomination", ["organisation_id"], unique=False
    )
    op.create_index(op.f("ix_nomination_person_id"), "nomination", ["person_id"], unique=False)
    op.create_index(op.f("ix_nomination_state"), "nomination", ["state"], unique=False)
    op.create_index(
        "ix_nomination_open_name_pinyin",
        "nomination",
        ["name_pinyin", "id"],
        unique=False,
        postgresql_where=sa.text(OPEN_NOMINATIONS),
    )
    op.create_index(
        "ix_nomination_open_updated_at",
        "nomination",
        ["updated_at", "id"],
        unique=False,
        postgresql_where=sa.text(OPEN_NOMINATIONS),
    )
    op.create_index("ix_nomination_updated_at_id", "nomination", ["updated_at", "id"], unique=False)
    op.create_index(
        "uq_nomination_open",
        "nomination",
        ["organisation_id", "post", "person_id"],
        unique=True,
        postgresql_where=sa.text(OPEN_NOMINATIONS),
    )
    op.create_table(
        "objection",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("about_type", sa.String(length=60), nullable=False),
        sa.Column("about_id", sa.Uuid(), nullable=False),
        sa.Column("about_part", sa.String(length=100), nullable=True),
        sa.Column("text", sa.String(length=4000), nullable=False),
        sa.Column("answer", sa.String(length=4000), nullable=True),
        sa.Column("examined_by", sa.Uuid(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "filed",
                "examining",
                "upheld",
                "dismissed",
                name="objection_state",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["examined_by"], ["user_account.id"], name=op.f("fk_objection_examined_by")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_objection_organisation_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_objection_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objection")),
    )
    op.create_index("ix_objection_about", "objection", ["about_type", "about_id"], unique=False)
    op.create_index(
        op.f("ix_objection_organisation_id"), "objection", ["organisation_id"], unique=False
    )
    op.create_index(op.f("ix_objection_person_id"), "objection", ["person_id"], unique=False)
    op.create_table(
        "task_reminder",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("task_ids", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user_account.id"], name=op.f("fk_task_reminder_user_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_reminder")),
        sa.UniqueConstraint("user_id", "day", name=op.f("uq_task_reminder_user_id_day")),
    )
    op.create_index(op.f("ix_task_reminder_user_id"), "task_reminder", ["user_id"], unique=False)
    op.create_table(
        "inspection",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("nomination_id", sa.Uuid(), nullable=False),
        sa.Column("team", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("reported_on", sa.Date(), nullable=True),
        sa.Column("concluded_on", sa.Date(), nullable=True),
        sa.Column("facets", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("strengths", sa.String(length=4000), nullable=False),
        sa.Column("shortcomings", sa.String(length=4000), nullable=False),
        sa.Column(
            "finding",
            sa.Enum(
                "suitable",
                "unsuitable",
                "deferred",
                name="finding",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("conclusion", sa.String(length=4000), nullable=False),
        sa.Column("reported_by", sa.Uuid(), nullable=True),
        sa.Column("concluded_by", sa.Uuid(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "planned",
                "in_progress",
                "reported",
                "concluded",
                name="inspection_state",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["concluded_by"], ["user_account.id"], name=op.f("fk_inspection_concluded_by")
        ),
        sa.ForeignKeyConstraint(
            ["nomination_id"], ["nomination.id"], name=op.f("fk_inspection_nomination_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_inspection_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            ["reported_by"], ["user_account.id"], name=op.f("fk_inspection_reported_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection")),
    )
    op.create_index("ix_inspection_created_at_id", "inspection", ["created_at", "id"], unique=False)
    op.create_index(
        "ix_inspection_state_updated_at_id",
        "inspection",
        ["state", "updated_at", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_inspection_nomination_id"), "inspection", ["nomination_id"], unique=False
    )
    op.create_index(
        op.f("ix_inspection_organisation_id"), "inspection", ["organisation_id"], unique=False
    )
    op.create_index(
        "uq_inspection_open",
        "inspection",
        ["nomination_id"],
        unique=True,
        postgresql_where=sa.text("state <> 'concluded'"),
    )
    op.create_table(
        "interview",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("inspection_id", sa.Uuid(), nullable=False),
        sa.Column(
            "group",
            sa.Enum(
                "leaders",
                "members",
                "masses",
                name="interview_group",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("interviewee", sa.LargeBinary(), nullable=True),
        sa.Column("notes", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("people BETWEEN 1 AND 500", name=op.f("ck_interview_people_counted")),
        sa.ForeignKeyConstraint(
            ["inspection_id"], ["inspection.id"], name=op.f("fk_interview_inspection_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_interview_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interview")),
    )
    op.create_index(
        op.f("ix_interview_inspection_id"), "interview", ["inspection_id"], unique=False
    )
    op.create_index(
        op.f("ix_interview_organisation_id"), "interview", ["organisation_id"], unique=False
    )
    op.create_table(
        "talk",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "appointment",
                "reminder",
                "inquiry",
                "letter",
                name="talk_kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("appointment_id", sa.Uuid(), nullable=True),
        sa.Column("follows_id", sa.Uuid(), nullable=True),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("place", sa.String(length=200), nullable=True),
        sa.Column("talker", sa.String(length=100), nullable=True),
        sa.Column("content", sa.String(length=8000), nullable=False),
        sa.Column("issues", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("deadline", sa.Date(), nullable=True),
        sa.Column("addressee", sa.String(length=200), nullable=True),
        sa.Column("number", sa.String(length=64), nullable=True),
        sa.Column("statement", sa.String(length=4000), nullable=True),
        sa.Column("acknowledged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("submitted_by", sa.Uuid(), nullable=True),
        sa.Column("verified_by", sa.Uuid(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "scheduled",
                "held",
                "acknowledged",
                "rectifying",
                "awaiting_verification",
                "closed",
                "cancelled",
                name="talk_state",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.CheckConstraint(
            "(kind = 'letter') = (person_id IS NULL)", name=op.f("ck_talk_letter_has_no_person")
        ),
        sa.CheckConstraint(
            "verified_by IS NULL OR verified_by <> submitted_by",
            name=op.f("ck_talk_verified_by_another"),
        ),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointment.id"], name=op.f("fk_talk_appointment_id")
        ),
        sa.ForeignKeyConstraint(["follows_id"], ["talk.id"], name=op.f("fk_talk_follows_id")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_talk_organisation_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_talk_person_id")),
        sa.ForeignKeyConstraint(
            ["submitted_by"], ["user_account.id"], name=op.f("fk_talk_submitted_by")
        ),
        sa.ForeignKeyConstraint(
            ["verified_by"], ["user_account.id"], name=op.f("fk_talk_verified_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talk")),
    )
    op.create_index(op.f("ix_talk_appointment_id"), "talk", ["appointment_id"], unique=False)
    op.create_index("ix_talk_due_on_id", "talk", ["due_on", "id"], unique=False)
    op.create_index(op.f("ix_talk_organisation_id"), "talk", ["organisation_id"], unique=False)
    op.create_index(op.f("ix_talk_person_id"), "talk", ["person_id"], unique=False)
    op.create_index("ix_talk_state_due_on_id", "talk", ["state", "due_on", "id"], unique=False)
    op.create_index(
        "ix_talk_waiting",
        "talk",
        ["due_on", "id"],
        unique=False,
        postgresql_where=sa.text("state IN ('scheduled', 'held')"),
    )
    op.add_column("appointment", sa.Column("nomination_id", sa.Uuid(), nullable=True))
    op.add_column(
        "appointment",
        sa.Column(
            "end_cause",
            sa.Enum(
                "term_ended",
                "transferred",
                "retired",
                "resigned",
                "removed",
                "dissolved",
                "other",
                name="end_cause",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
    )
    op.add_column("appointment", sa.Column("consent_on", sa.Date(), nullable=True))
    op.add_column("appointment", sa.Column("consent_note", sa.String(length=1000), nullable=True))
    op.add_column("appointment", sa.Column("late_reason", sa.String(length=1000), nullable=True))
    op.create_unique_constraint(
        op.f("uq_appointment_nomination_id"), "appointment", ["nomination_id"]
    )
    op.create_foreign_key(
        op.f("fk_appointment_nomination_id"), "appointment", "nomination", ["nomination_id"], ["id"]
    )
    op.drop_constraint(op.f("ck_appointment_appointment_state"), "appointment", type_="check")
    op.create_check_constraint(
        op.f("ck_appointment_appointment_state"), "appointment", APPOINTMENT_STATES
    )
    op.create_index(
        "ix_appointment_end_requested",
        "appointment",
        ["updated_at", "id"],
        unique=False,
        postgresql_where=sa.text("state = 'end_requested'"),
    )
    role = context.config.attributes["role"]
    for table in (*OWNED_BY_ORGANISATION, *OPEN_TO_ALL):
        op.execute(f'GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO "{role}"')
    for table in OWNED_BY_ORGANISATION:
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY within_scope ON {table} USING {INSIDE} WITH CHECK ({INSIDE})")


def downgrade() -> None:
    op.drop_index(
        "ix_appointment_end_requested",
        table_name="appointment",
        postgresql_where=sa.text("state = 'end_requested'"),
    )
    op.execute("UPDATE appointment SET state = 'in_office' WHERE state LIKE 'end\\_%'")
    op.drop_constraint(op.f("ck_appointment_appointment_state"), "appointment", type_="check")
    op.create_check_constraint(
        op.f("ck_appointment_appointment_state"), "appointment", APPOINTMENT_STATES_BEFORE
    )
    op.drop_constraint(op.f("fk_appointment_nomination_id"), "appointment", type_="foreignkey")
    op.drop_constraint(op.f("uq_appointment_nomination_id"), "appointment", type_="unique")
    op.drop_column("appointment", "late_reason")
    op.drop_column("appointment", "consent_note")
    op.drop_column("appointment", "consent_on")
    op.drop_column("appointment", "end_cause")
    op.drop_column("appointment", "nomination_id")
    op.drop_index(
        "ix_talk_waiting",
        table_name="talk",
        postgresql_where=sa.text("state IN ('scheduled', 'held')"),
    )
    op.drop_index("ix_talk_state_due_on_id", table_name="talk")
    op.drop_index(op.f("ix_talk_person_id"), table_name="talk")
    op.drop_index(op.f("ix_talk_organisation_id"), table_name="talk")
    op.drop_index("ix_talk_due_on_id", table_name="talk")
    op.drop_index(op.f("ix_talk_appointment_id"), table_name="talk")
    op.drop_table("talk")
    op.drop_index(op.f("ix_interview_organisation_id"), table_name="interview")
    op.drop_index(op.f("ix_interview_inspection_id"), table_name="interview")
    op.drop_table("interview")
    op.drop_index(
        "uq_inspection_open",
        table_name="inspection",
        postgresql_where=sa.text("state <> 'concluded'"),
    )
    op.drop_index(op.f("ix_inspection_organisation_id"), table_name="inspection")
    op.drop_index(op.f("ix_inspection_nomination_id"), table_name="inspection")
    op.drop_index("ix_inspection_state_updated_at_id", table_name="inspection")
    op.drop_index("ix_inspection_created_at_id", table_name="inspection")
    op.drop_table("inspection")
    op.drop_index(op.f("ix_task_reminder_user_id"), table_name="task_reminder")
    op.drop_table("task_reminder")
    op.drop_index(op.f("ix_objection_person_id"), table_name="objection")
    op.drop_index(op.f("ix_objection_organisation_id"), table_name="objection")
    op.drop_index("ix_objection_about", table_name="objection")
    op.drop_table("objection")
    op.drop_index(
        "uq_nomination_open",
        table_name="nomination",
        postgresql_where=sa.text(OPEN_NOMINATIONS),
    )
    op.drop_index("ix_nomination_updated_at_id", table_name="nomination")
    op.drop_index(
        "ix_nomination_open_updated_at",
        table_name="nomination",
        postgresql_where=sa.text(OPEN_NOMINATIONS),
    )
    op.drop_index(
        "ix_nomination_open_name_pinyin",
        table_name="nomination",
        postgresql_where=sa.text(OPEN_NOMINATIONS),
    )
    op.drop_index(op.f("ix_nomination_state"), table_name="nomination")
    op.drop_index(op.f("ix_nomination_person_id"), table_name="nomination")
    op.drop_index(op.f("ix_nomination_organisation_id"), table_name="nomination")
    op.drop_index(op.f("ix_nomination_batch_id"), table_name="nomination")
    op.drop_table("nomination")
    op.drop_index(op.f("ix_nomination_batch_organisation_id"), table_name="nomination_batch")
    op.drop_table("nomination_batch")
    op.drop_table("calendar_year")
    op.drop_table("calendar_day")
