"""What must hold on any database, whatever happened to it; `gongwei invariants check` proves it."""

from dataclasses import dataclass

from sqlalchemy import text
from sqlmodel.ext.asyncio.session import AsyncSession


@dataclass(frozen=True)
class Invariant:
    """A statement about the whole database, and a query of the rows that break it (id, note)."""

    name: str
    broken: str


SUMS_OF_HOURS = """
    WITH open_rows AS (
      SELECT organisation_id, date_trunc('month', day)::date AS month, kind,
             state IN ('verified', 'adjusted') AS settled, minutes, 1 AS entries
        FROM volunteer_hours WHERE state <> 'rejected'
      UNION ALL
      SELECT organisation_id, month, kind, settled, -minutes, -entries FROM hours_delta),
    own AS (
      SELECT organisation_id, month, kind, settled, sum(minutes) AS minutes,
             sum(entries) AS entries
        FROM open_rows GROUP BY 1, 2, 3, 4),
    meant AS (
      SELECT a.id AS organisation_id, s.month, s.kind, s.settled, sum(s.minutes) AS minutes,
             sum(s.entries) AS entries
        FROM own s JOIN organisation o ON o.id = s.organisation_id
        CROSS JOIN LATERAL generate_series(6, length(o.path), 6) AS n
        JOIN organisation a ON a.path = left(o.path, n)
       GROUP BY 1, 2, 3, 4)
    SELECT organisation_id::text, month::text || ' ' || kind
      FROM meant FULL JOIN hours_sum f USING (organisation_id, month, kind, settled)
     WHERE coalesce(meant.minutes, 0) <> coalesce(f.minutes, 0)
        OR coalesce(meant.entries, 0) <> coalesce(f.entries, 0)"""
"""What is folded, in every organisation above, is the rows less what is not folded yet."""

VOTES = """
    SELECT s.id::text, s.title FROM ballot_session s
     WHERE s.state = 'closed' AND s.opened
       + (SELECT count(*) FROM ballot_envelope e WHERE e.session_id = s.id)
       <> (SELECT count(*) FROM ballot_paper p
            WHERE p.session_id = s.id AND p.used_on IS NOT NULL)"""
"""While a voting goes on, a vote may lie in the box whose paper is marked a moment later."""

INVARIANTS = (
    Invariant(
        "an organisation's parent is its leadership edge of today",
        """SELECT o.id::text, o.name FROM organisation o
           LEFT JOIN organisation_edge e ON e.organisation_id = o.id AND e.kind = 'leadership'
             AND e.valid_from <= current_date AND (e.valid_to IS NULL OR e.valid_to > current_date)
           WHERE o.state = 'active' AND o.parent_id IS DISTINCT FROM e.parent_id""",
    ),
    Invariant(
        "a path continues the parent's path",
        """SELECT o.id::text, o.name FROM organisation o JOIN organisation p ON p.id = o.parent_id
           WHERE left(o.path, length(o.path) - 6) <> p.path OR o.depth <> p.depth + 1""",
    ),
    Invariant(
        "one leadership parent a day",
        """SELECT a.organisation_id::text, a.valid_from::text FROM organisation_edge a
           JOIN organisation_edge b ON b.organisation_id = a.organisation_id AND b.id > a.id
             AND a.kind = 'leadership' AND b.kind = 'leadership'
             AND a.valid_from < coalesce(b.valid_to, 'infinity'::date)
             AND b.valid_from < coalesce(a.valid_to, 'infinity'::date)""",
    ),
    Invariant(
        "one name a day",
        """SELECT a.organisation_id::text, a.valid_from::text FROM organisation_name a
           JOIN organisation_name b ON b.organisation_id = a.organisation_id AND b.id > a.id
             AND a.valid_from < coalesce(b.valid_to, 'infinity'::date)
             AND b.valid_from < coalesce(a.valid_to, 'infinity'::date)""",
    ),
    Invariant(
        "one branch a member a day",
        """SELECT a.member_id::text, a.valid_from::text FROM membership a
           JOIN membership b ON b.member_id = a.member_id AND b.id > a.id
             AND a.valid_from < coalesce(b.valid_to, 'infinity'::date)
             AND b.valid_from < coalesce(a.valid_to, 'infinity'::date)""",
    ),
    Invariant(
        "an active member stands where the open membership says",
        """SELECT m.id::text, '' FROM member m
           LEFT JOIN membership s ON s.member_id = m.id AND s.valid_to IS NULL
           WHERE m.state = 'active' AND m.organisation_id IS DISTINCT FROM s.organisation_id""",
    ),
    Invariant(
        "a change request that moved has its history",
        """SELECT c.id::text, c.state FROM organisation_change c
           WHERE c.state <> 'draft' AND NOT EXISTS (
             SELECT 1 FROM audit_entry a WHERE a.subject_type = 'organisation_change'
               AND a.subject_id = c.id AND a.to_state = c.state)""",
    ),
    Invariant(
        "a task that moved has its history",
        """SELECT t.id::text, t.state FROM task t WHERE t.state <> 'open' AND NOT EXISTS (
             SELECT 1 FROM audit_entry a WHERE a.subject_type = 'task'
               AND a.subject_id = t.id AND a.to_state = t.state)""",
    ),
    *(
        Invariant(
            f"a {table} that moved has its history",
            f"""SELECT r.id::text, r.state FROM {table} r WHERE r.state <> 'draft' AND NOT EXISTS (
                  SELECT 1 FROM audit_entry a WHERE a.subject_type = '{table}'
                    AND a.subject_id = r.id AND a.to_state = r.state)""",  # noqa: S608
        )
        for table in ("duty_round", "duty_report")
    ),
    Invariant("sums of hours equal their rows", SUMS_OF_HOURS),
    Invariant("papers used and votes agree where a voting is closed", VOTES),
    Invariant(
        "a published result has the hash of its document",
        """SELECT r.id::text, r.sha256 FROM duty_result_revision r
           WHERE encode(sha256(convert_to(r.document, 'UTF8')), 'hex') <> r.sha256""",
    ),
    *(
        Invariant(
            f"every {table} has its audit entry",
            f"""SELECT r.id::text, '' FROM {table} r WHERE NOT EXISTS (
                  SELECT 1 FROM audit_entry a
                  WHERE a.subject_type = '{table}' AND a.subject_id = r.id)""",  # noqa: S608
        )
        for table in (
            "organisation",
            "member",
            "user_account",
            "organisation_change",
            "task",
            "import_batch",
            "volunteer_hours",
            "certificate",
            "duty_round",
            "duty_report",
            "duty_result",
            "ballot_session",
        )
    ),
    Invariant(
        "every event has its audit entry",
        """SELECT e.id::text, e.type FROM event e WHERE NOT EXISTS (
             SELECT 1 FROM audit_entry a
             WHERE a.subject_id = e.subject_id AND a.action = e.type)""",
    ),
    Invariant(
        "an acknowledged key has its answer",
        "SELECT id::text, key FROM idempotency_key WHERE status = 0 OR body IS NULL",
    ),
)


@dataclass(frozen=True)
class Breach:
    """One row that breaks an invariant."""

    invariant: str
    row: str
    note: str


async def check_invariants(session: AsyncSession, most: int = 20) -> list[Breach]:
    """All breaches, at most `most` an invariant. Needs a session that sees the whole tree."""
    found: list[Breach] = []
    for invariant in INVARIANTS:
        rows = await session.execute(text(f"{invariant.broken} LIMIT {int(most)}"))
        found.extend(Breach(invariant.name, str(row[0]), str(row[1])) for row in rows)
    return found
