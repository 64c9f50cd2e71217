"""The duty review: rounds, reports, ballots, results."""

import sqlalchemy as sa
from alembic import context, op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

OWNED_BY_ORGANISATION = (
    "ballot",
    "ballot_envelope",
    "ballot_paper",
    "ballot_session",
    "duty_comment",
    "duty_participant",
    "duty_report",
    "duty_result",
    "duty_result_revision",
    "duty_round",
    "duty_scheme_revision",
)

IMPORTS_BEFORE = ("organisations", "members", "secretaries", "hours")


def _let_imports_be_of(*kinds: str) -> None:
    """The kinds of import that there are."""
    known = ", ".join(f"'{kind}'" for kind in kinds)
    op.drop_constraint(op.f("ck_import_batch_import_kind"), "import_batch", type_="check")
    op.create_check_constraint(
        op.f("ck_import_batch_import_kind"), "import_batch", f"kind IN ({known})"
    )


INSIDE = (
    "(current_setting('gongwei.scope', true) = '*' "
    "OR (current_setting('gongwei.scope', true) <> '' AND organisation_id IN "
    "(SELECT id FROM organisation WHERE path >= current_setting('gongwei.scope', true) "
    "AND path < current_setting('gongwei.scope', true) || '~')))"
)


def upgrade() -> None:
    op.create_table(
        "duty_round",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column(
            "direction",
            sa.Enum(
                "upward",
                "downward",
                name="direction",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("report_due_on", sa.Date(), nullable=False),
        sa.Column("meeting_on", sa.Date(), nullable=True),
        sa.Column("report_sections", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("scheme", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("scheme_revision", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("imported", sa.Boolean(), nullable=False),
        sa.Column("copied_from_id", sa.Uuid(), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("appraised_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("calculated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "reporting",
                "appraising",
                "calculated",
                "published",
                "archived",
                name="duty_round_state",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.CheckConstraint(
            "revision >= 1 AND scheme_revision >= 1", name=op.f("ck_duty_round_revisions_from_one")
        ),
        sa.CheckConstraint("year BETWEEN 1921 AND 2200", name=op.f("ck_duty_round_year_in_range")),
        sa.ForeignKeyConstraint(
            ["copied_from_id"], ["duty_round.id"], name=op.f("fk_duty_round_copied_from_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_duty_round_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_round")),
    )
    op.create_index(
        op.f("ix_duty_round_organisation_id"), "duty_round", ["organisation_id"], unique=False
    )
    op.create_index("ix_duty_round_year_id", "duty_round", ["year", "id"], unique=False)
    op.create_table(
        "ballot_session",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("group_key", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("about_id", sa.Uuid(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("opened", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "closed",
                name="ballot_session_state",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["about_id"], ["organisation.id"], name=op.f("fk_ballot_session_about_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_ballot_session_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["duty_round.id"], name=op.f("fk_ballot_session_round_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ballot_session")),
    )
    op.create_index(
        op.f("ix_ballot_session_organisation_id"),
        "ballot_session",
        ["organisation_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_ballot_session_round_id"), "ballot_session", ["round_id"], unique=False
    )
    op.create_table(
        "duty_result_revision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_by_name", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_duty_result_revision_organisation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["duty_round.id"], name=op.f("fk_duty_result_revision_round_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_result_revision")),
        sa.UniqueConstraint(
            "round_id", "revision", name=op.f("uq_duty_result_revision_round_id_revision")
        ),
    )
    op.create_index(
        op.f("ix_duty_result_revision_organisation_id"),
        "duty_result_revision",
        ["organisation_id"],
        unique=False,
    )
    op.create_table(
        "duty_scheme_revision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("scheme", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("reason", sa.String(length=1000), nullable=True),
        sa.Column("made_by_name", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_duty_scheme_revision_organisation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["duty_round.id"], name=op.f("fk_duty_scheme_revision_round_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_scheme_revision")),
        sa.UniqueConstraint(
            "round_id", "revision", name=op.f("uq_duty_scheme_revision_round_id_revision")
        ),
    )
    op.create_index(
        op.f("ix_duty_scheme_revision_organisation_id"),
        "duty_scheme_revision",
        ["organisation_id"],
        unique=False,
    )
    op.create_table(
        "ballot_envelope",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("slot", sa.String(length=64), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_ballot_envelope_organisation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["ballot_session.id"], name=op.f("fk_ballot_envelope_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ballot_envelope")),
        sa.UniqueConstraint("slot", name=op.f("uq_ballot_envelope_slot")),
    )
    op.create_index(
        op.f("ix_ballot_envelope_organisation_id"),
        "ballot_envelope",
        ["organisation_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_ballot_envelope_session_id"), "ballot_envelope", ["session_id"], unique=False
    )
    op.create_table(
        "ballot_paper",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("used_on", sa.Date(), nullable=True),
        sa.Column("voided_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "(code_hash IS NULL) <> (person_id IS NULL)",
            name=op.f("ck_ballot_paper_code_or_person"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_ballot_paper_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_ballot_paper_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["ballot_session.id"], name=op.f("fk_ballot_paper_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ballot_paper")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_ballot_paper_code_hash")),
    )
    op.create_index(
        op.f("ix_ballot_paper_organisation_id"), "ballot_paper", ["organisation_id"], unique=False
    )
    op.create_index("ix_ballot_paper_person_id", "ballot_paper", ["person_id"], unique=False)
    op.create_index(
        op.f("ix_ballot_paper_session_id"), "ballot_paper", ["session_id"], unique=False
    )
    op.create_index(
        "uq_ballot_paper_session_id_person_id",
        "ballot_paper",
        ["session_id", "person_id"],
        unique=True,
        postgresql_where=sa.text("person_id IS NOT NULL"),
    )
    op.create_table(
        "duty_participant",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("appointment_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("included", sa.Boolean(), nullable=False),
        sa.Column("exception_reason", sa.String(length=1000), nullable=True),
        sa.Column("reminded_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "included OR exception_reason IS NOT NULL",
            name=op.f("ck_duty_participant_left_out_with_a_reason"),
        ),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointment.id"], name=op.f("fk_duty_participant_appointment_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_duty_participant_organisation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_duty_participant_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["duty_round.id"], name=op.f("fk_duty_participant_round_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_participant")),
        sa.UniqueConstraint(
            "round_id", "organisation_id", name=op.f("uq_duty_participant_round_id_organisation_id")
        ),
    )
    op.create_index(
        op.f("ix_duty_participant_organisation_id"),
        "duty_participant",
        ["organisation_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_duty_participant_person_id"), "duty_participant", ["person_id"], unique=False
    )
    op.create_index(
        "ix_duty_participant_round_id_position_id",
        "duty_participant",
        ["round_id", "position", "id"],
        unique=False,
    )
    op.create_table(
        "ballot",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("answers", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_ballot_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["duty_participant.id"], name=op.f("fk_ballot_participant_id")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["ballot_session.id"], name=op.f("fk_ballot_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ballot")),
    )
    op.create_index(op.f("ix_ballot_organisation_id"), "ballot", ["organisation_id"], unique=False)
    op.create_index(op.f("ix_ballot_participant_id"), "ballot", ["participant_id"], unique=False)
    op.create_index(op.f("ix_ballot_session_id"), "ballot", ["session_id"], unique=False)
    op.create_table(
        "duty_report",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("sections", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("facts", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("file_ids", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("first_submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("presented_on", sa.Date(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "submitted",
                "returned",
                "accepted",
                "presented",
                name="duty_report_state",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.CheckConstraint(
            "state IN ('draft', 'returned') OR submitted_at IS NOT NULL",
            name=op.f("ck_duty_report_submitted_when"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_duty_report_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["duty_participant.id"], name=op.f("fk_duty_report_participant_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_duty_report_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["duty_round.id"], name=op.f("fk_duty_report_round_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_report")),
        sa.UniqueConstraint("participant_id", name=op.f("uq_duty_report_participant_id")),
    )
    op.create_index(
        op.f("ix_duty_report_organisation_id"), "duty_report", ["organisation_id"], unique=False
    )
    op.create_index(op.f("ix_duty_report_person_id"), "duty_report", ["person_id"], unique=False)
    op.create_index(
        "ix_duty_report_round_id_state", "duty_report", ["round_id", "state"], unique=False
    )
    op.create_table(
        "duty_result",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("total", sa.Numeric(precision=8, scale=4), nullable=True),
        sa.Column("total_withheld", sa.Boolean(), nullable=False),
        sa.Column("groups", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("lines", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("proposed_grade", sa.String(length=40), nullable=True),
        sa.Column("decided_grade", sa.String(length=40), nullable=True),
        sa.Column("decision_reason", sa.String(length=1000), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("decided_by_name", sa.String(length=200), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("confirmed_by", sa.Uuid(), nullable=True),
        sa.Column("confirmed_by_name", sa.String(length=200), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("acknowledged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "proposed",
                "awaiting_confirmation",
                "decided",
                "published",
                name="duty_result_state",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.CheckConstraint(
            "state IN ('proposed') OR decided_grade IS NOT NULL",
            name=op.f("ck_duty_result_decided_with_a_grade"),
        ),
        sa.CheckConstraint(
            "confirmed_by IS NULL OR confirmed_by <> decided_by",
            name=op.f("ck_duty_result_confirmed_by_another"),
        ),
        sa.ForeignKeyConstraint(
            ["confirmed_by"], ["user_account.id"], name=op.f("fk_duty_result_confirmed_by")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["user_account.id"], name=op.f("fk_duty_result_decided_by")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_duty_result_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["duty_participant.id"], name=op.f("fk_duty_result_participant_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_duty_result_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["duty_round.id"], name=op.f("fk_duty_result_round_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_result")),
        sa.UniqueConstraint(
            "participant_id", "revision", name=op.f("uq_duty_result_participant_id_revision")
        ),
    )
    op.create_index(
        op.f("ix_duty_result_organisation_id"), "duty_result", ["organisation_id"], unique=False
    )
    op.create_index(op.f("ix_duty_result_person_id"), "duty_result", ["person_id"], unique=False)
    op.create_index(
        "ix_duty_result_round_id_revision", "duty_result", ["round_id", "revision"], unique=False
    )
    op.create_table(
        "duty_comment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "strength",
                "problem",
                "demand",
                name="comment_kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("on_site", sa.Boolean(), nullable=False),
        sa.Column("section_key", sa.String(length=40), nullable=True),
        sa.Column("paragraph", sa.Integer(), nullable=True),
        sa.Column("quote", sa.String(length=500), nullable=True),
        sa.Column("text", sa.String(length=2000), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("author_name", sa.String(length=200), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("released_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "noted",
                "released",
                "withdrawn",
                name="comment_state",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["author_id"], ["user_account.id"], name=op.f("fk_duty_comment_author_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_duty_comment_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            ["report_id"], ["duty_report.id"], name=op.f("fk_duty_comment_report_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_comment")),
    )
    op.create_index(
        op.f("ix_duty_comment_organisation_id"), "duty_comment", ["organisation_id"], unique=False
    )
    op.create_index(
        "ix_duty_comment_report_id_id", "duty_comment", ["report_id", "id"], unique=False
    )
    _let_imports_be_of(*IMPORTS_BEFORE, "duty_results")
    role = context.config.attributes["role"]
    for table in OWNED_BY_ORGANISATION:
        op.execute(f'GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO "{role}"')
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY within_scope ON {table} USING {INSIDE} WITH CHECK ({INSIDE})")


def downgrade() -> None:
    _let_imports_be_of(*IMPORTS_BEFORE)
    op.drop_index("ix_duty_comment_report_id_id", table_name="duty_comment")
    op.drop_index(op.f("ix_duty_comment_organisation_id"), table_name="duty_comment")
    op.drop_table("duty_comment")
    op.drop_index("ix_duty_result_round_id_revision", table_name="duty_result")
    op.drop_index(op.f("ix_duty_result_person_id"), table_name="duty_result")
    op.drop_index(op.f("ix_duty_result_organisation_id"), table_name="duty_result")
    op.drop_table("duty_result")
    op.drop_index("ix_duty_report_round_id_state", table_name="duty_report")
    op.drop_index(op.f("ix_duty_report_person_id"), table_name="duty_report")
    op.drop_index(op.f("ix_duty_report_organisation_id"), table_name="duty_report")
    op.drop_table("duty_report")
    op.drop_index(op.f("ix_ballot_session_id"), table_name="ballot")
    op.drop_index(op.f("ix_ballot_participant_id"), table_name="ballot")
    op.drop_index(op.f("ix_ballot_organisation_id"), table_name="ballot")
    op.drop_table("ballot")
    op.drop_index("ix_duty_participant_round_id_position_id", table_name="duty_participant")
    op.drop_index(op.f("ix_duty_participant_person_id"), table_name="duty_participant")
    op.drop_index(op.f("ix_duty_participant_organisation_id"), table_name="duty_participant")
    op.drop_table("duty_participant")
    op.drop_index(
        "uq_ballot_paper_session_id_person_id",
        table_name="ballot_paper",
        postgresql_where=sa.text("person_id IS NOT NULL"),
    )
    op.drop_index(op.f("ix_ballot_paper_session_id"), table_name="ballot_paper")
    op.drop_index("ix_ballot_paper_person_id", table_name="ballot_paper")
    op.drop_index(op.f("ix_ballot_paper_organisation_id"), table_name="ballot_paper")
    op.drop_table("ballot_paper")
    op.drop_index(op.f("ix_ballot_envelope_session_id"), table_name="ballot_envelope")
    op.drop_index(op.f("ix_ballot_envelope_organisation_id"), table_name="ballot_envelope")
    op.drop_table("ballot_envelope")
    op.drop_index(
        op.f("ix_duty_scheme_revision_organisation_id"), table_name="duty_scheme_revision"
    )
    op.drop_table("duty_scheme_revision")
    op.drop_index(
        op.f("ix_duty_result_revision_organisation_id"), table_name="duty_result_revision"
    )
    op.drop_table("duty_result_revision")
    op.drop_index(op.f("ix_ballot_session_round_id"), table_name="ballot_session")
    op.drop_index(op.f("ix_ballot_session_organisation_id"), table_name="ballot_session")
    op.drop_table("ballot_session")
    op.drop_index("ix_duty_round_year_id", table_name="duty_round")
    op.drop_index(op.f("ix_duty_round_organisation_id"), table_name="duty_round")
    op.drop_table("duty_round")
