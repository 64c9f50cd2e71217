"""Check-ins of a service day, as phones send them, and what is stored of them."""

from uuid import UUID

from generate_tree import connected
from service_city import Volunteer

from gongwei.core import clock
from gongwei.volunteering.attendance.codes import rotating_code, step_of

PATH = "/api/v1/check-ins"


def check_in(volunteer: Volunteer, nonce: UUID) -> dict[str, str]:
    """An entry, as the phone sends it that scanned the screen this moment."""
    now = clock.now()
    return {
        "code": rotating_code(volunteer.shift_id, step_of(now)),
        "type": "entry",
        "method": "scan",
        "occurred_at": now.isoformat(),
        "nonce": str(nonce),
    }


async def stored(database_url: str) -> tuple[set[UUID], int]:
    """The nonces that are stored, and how many people have more than one entry."""
    connection = await connected(database_url)
    nonces = {row["nonce"] for row in await connection.fetch("SELECT nonce FROM check_in")}
    doubled = await connection.fetchval(
        "SELECT count(*) FROM (SELECT person_id FROM check_in WHERE state <> 'annulled' "
        "GROUP BY person_id, activity_id, type HAVING count(*) > 1) AS doubled"
    )
    await connection.close()
    return nonces, doubled
