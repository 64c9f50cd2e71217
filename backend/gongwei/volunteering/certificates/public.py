"""What anyone may check about a certificate, without signing in."""

from sqlmodel import col, select

from gongwei.access.models import Organisation, Person
from gongwei.accounts.sign_in import attempts
from gongwei.accounts.sign_in.problems import TOO_MANY_ATTEMPTS
from gongwei.core import clock
from gongwei.core.db import WHOLE_TREE, Database
from gongwei.core.errors import NOT_FOUND, Problem
from gongwei.volunteering.certificates.models import Certificate
from gongwei.volunteering.certificates.problems import TOO_MANY_CHECKS
from gongwei.volunteering.certificates.schemas import PublicCertificateOut
from gongwei.volunteering.certificates.stars import star_level


async def check(database: Database, code: str, caller: str) -> PublicCertificateOut:
    """The certificate of this code. 404 where there is none; 429 `too_many_checks` for an address
    that tried ten such codes in a quarter of an hour, counted as guesses of passwords are.
    """
    try:
        attempt_id = await attempts.take(database, f"certificate|{caller}")
    except Problem as refused:
        if refused.type is not TOO_MANY_ATTEMPTS:
            raise
        minutes = refused.values["minutes"]
        raise TOO_MANY_CHECKS(headers=refused.headers, minutes=minutes) from refused
    query = (
        select(Certificate, Person.name, Organisation.name)
        .join(Person, col(Person.id) == col(Certificate.person_id))
        .join(Organisation, col(Organisation.id) == col(Certificate.organisation_id))
        .where(Certificate.code == code)
    )
    async with database.transaction(WHOLE_TREE) as session:
        found = (await session.exec(query)).first()
        if found is not None:
            await attempts.take_back(session, attempt_id)
    if found is None:
        raise NOT_FOUND()
    return _out(*found)


def _out(row: Certificate, name: str, organisation_name: str) -> PublicCertificateOut:
    assert row.issued_at is not None
    given = row.model_dump(
        include={
            "number", "state", "from_on", "until_on", "recorded_minutes", "late_entry_minutes",
        }
    )  # fmt: skip
    return PublicCertificateOut(
        **given,
        name=masked(name),
        organisation_name=organisation_name,
        star_level=star_level(row.recorded_minutes),
        issued_on=clock.day_of(row.issued_at),
        revoked_on=clock.day_of(row.revoked_at) if row.revoked_at else None,
    )


def masked(name: str) -> str:
    """The first sign and a star: enough to compare with the paper, too little to learn a name."""
    return f"{name[:1]}*"
