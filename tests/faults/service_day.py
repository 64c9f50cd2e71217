"""A service day for the faults: a small city, whose members check in once each."""

from collections.abc import Iterator
from uuid import UUID, uuid4

from ledger import Entry
from programs import DATA_KEY, TOKEN_KEY
from service_city import Volunteer, build_city, connected
from wire import post

from gongwei.core import clock
from gongwei.core.crypto import Vault, configure_vault
from gongwei.core.tokens import TokenKeys
from gongwei.volunteering.attendance.codes import rotating_code, step_of

PATH = "/api/v1/check-ins"


async def open_the_day(database_url: str, volunteers: int) -> list[Volunteer]:
    """A city in which so many signed up."""
    configure_vault(Vault.from_key(DATA_KEY, "aes"))
    return await build_city(
        database_url, organisations=40, detachments=6, members=volunteers, in_service=volunteers
    )


def entries(volunteers: list[Volunteer]) -> Iterator[Entry]:
    """One check-in a volunteer, with the code that the screen shows when it is sent."""
    keys = TokenKeys.of(TOKEN_KEY, None)
    for volunteer in volunteers:
        nonce = uuid4()
        yield Entry(nonce, post(PATH, check_in(volunteer, nonce), volunteer.token(keys)))


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
