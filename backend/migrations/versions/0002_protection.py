"""The program's own database role, row-level security by organisation path, append-only logs."""

from alembic import context, op
from sqlalchemy import text

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

OWNED_BY_ORGANISATION = (
    "appointment",
    "audit_entry",
    "event",
    "import_batch",
    "import_fault",
    "import_row",
    "job",
    "member",
    "membership",
    "organisation_change",
    "organisation_edge",
    "organisation_name",
    "person",
    "role_assignment",
    "stored_file",
    "task",
    "term",
    "unit",
    "user_account",
)

APPEND_ONLY = ("audit_entry", "audit_seal", "audit_seal_entry", "event")

WITHIN = (
    "(current_setting('gongwei.scope', true) = '*' "
    "OR (current_setting('gongwei.scope', true) <> '' AND {inside}))"
)
PATH_INSIDE = (
    "path >= current_setting('gongwei.scope', true) "
    "AND path < current_setting('gongwei.scope', true) || '~'"
)
ORGANISATION_INSIDE = (
    "(CASE WHEN current_setting('gongwei.scope', true) = '*' THEN true "
    f"ELSE current_setting('gongwei.scope', true) <> '' AND {PATH_INSIDE} END)"
)
"""The same for the organisations themselves, as a CASE: for an OR of settings the planner expects
one row in two hundred, and then reads the whole tree where an index would give the page."""

OWNER_INSIDE = f"organisation_id IN (SELECT id FROM organisation WHERE {PATH_INSIDE})"


def upgrade() -> None:
    role = context.config.attributes["role"]
    exists = op.get_bind().scalar(
        text("SELECT 1 FROM pg_roles WHERE rolname = :role"), {"role": role}
    )
    if not exists:
        op.execute(f'CREATE ROLE "{role}" NOLOGIN NOSUPERUSER NOBYPASSRLS')
    op.execute(f'GRANT "{role}" TO CURRENT_USER')
    op.execute(f'GRANT USAGE ON SCHEMA public TO "{role}"')
    op.execute(f'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "{role}"')
    op.execute(f'GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO "{role}"')
    op.execute(f'REVOKE INSERT, UPDATE, DELETE ON alembic_version FROM "{role}"')
    _protect("organisation", ORGANISATION_INSIDE)
    for table in OWNED_BY_ORGANISATION:
        _protect(table, WITHIN.format(inside=OWNER_INSIDE))
    _refuse_changes(role)


def _protect(table: str, condition: str) -> None:
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    check = condition
    if table in APPEND_ONLY:
        check = "current_setting('gongwei.scope', true) IS NOT NULL"
    op.execute(f"CREATE POLICY within_scope ON {table} USING {condition} WITH CHECK ({check})")


def _refuse_changes(role: str) -> None:
    op.execute(
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'append-only table %', TG_TABLE_NAME; END $$"
    )
    for table in APPEND_ONLY:
        op.execute(f'REVOKE UPDATE, DELETE ON {table} FROM "{role}"')
        op.execute(
            f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )


def downgrade() -> None:
    role = context.config.attributes["role"]
    for table in APPEND_ONLY:
        op.execute(f"DROP TRIGGER append_only ON {table}")
    op.execute("DROP FUNCTION refuse_change()")
    for table in ("organisation", *OWNED_BY_ORGANISATION):
        op.execute(f"DROP POLICY within_scope ON {table}")
        op.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")
    op.execute(f'REVOKE ALL ON ALL TABLES IN SCHEMA public FROM "{role}"')
    op.execute(f'REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM "{role}"')
    op.execute(f'REVOKE USAGE ON SCHEMA public FROM "{role}"')
