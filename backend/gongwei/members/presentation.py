"""How a member is shown: personal numbers masked, age on the day that is looked at."""

from datetime import date

from gongwei.access.actor import Actor
from gongwei.access.models import Person
from gongwei.members.ages import age_on
from gongwei.members.identity_number import mask_identity_number
from gongwei.members.phone import mask_phone
from gongwei.members.roster import RosterLine
from gongwei.members.schemas import MemberOut
from gongwei.members.workflow import allowed_actions


def member_out(actor: Actor, line: RosterLine, on: date) -> MemberOut:
    """The line as an answer; `on` is the day of the age."""
    member, person = line.member, line.person
    return MemberOut(
        id=member.id,
        version=member.version,
        state=member.state.value,
        allowed_actions=allowed_actions(actor, member),
        created_at=member.created_at,
        updated_at=member.updated_at,
        person_id=person.id,
        organisation_id=line.organisation_id,
        organisation_name=line.organisation_name,
        group_id=line.group_id,
        group_name=line.group_name,
        name=person.name,
        sex=person.sex,
        nationality=person.nationality,
        education=person.education,
        birth_on=person.birth_on,
        age=age_on(person.birth_on, on) if person.birth_on else None,
        identity_number=masked_identity_number(person),
        phone=masked_phone(person),
        joined_on=member.joined_on,
        joined_precision=member.joined_precision,
        full_on=member.full_on,
        standing=member.standing,
        service=member.service,
    )


def masked_identity_number(person: Person) -> str | None:
    """First three and last four places of the identity number."""
    return mask_identity_number(person.identity_number) if person.identity_number else None


def masked_phone(person: Person) -> str | None:
    """As much of the phone as lists may show."""
    return mask_phone(person.phone) if person.phone else None
