"""The district's own workbooks: what they bring, and what is wrong with the faulty one."""

from datetime import date

from sqlalchemy import func, select
from sqlmodel import col

from factories.office import (
    FAULTY_MEMBERS,
    MEMBERS,
    ORGANISATIONS,
    SECRETARIES,
    Office,
    counts,
    expected_faults,
    places,
)
from gongwei.access.edges import EdgeKind, OrganisationEdge
from gongwei.access.models import Organisation, OrganisationKind, Person
from gongwei.members.models import Member, Membership, Service
from gongwei.organisations.models import Term, Unit
from gongwei.secretaries.models import Appointment


async def test_the_faulty_roster_has_exactly_the_listed_faults(office: Office) -> None:
    await office.committed("organisations", ORGANISATIONS)
    checked = await office.checked("members", FAULTY_MEMBERS)
    assert places(await office.faults(checked)) == expected_faults()
    assert checked["faults_total"] == 7
    assert counts(checked) == (33, 0, 0, 7)


async def test_the_same_faults_are_found_when_everybody_is_on_the_roster(office: Office) -> None:
    await office.committed("organisations", ORGANISATIONS)
    await office.committed("members", MEMBERS)
    checked = await office.checked("members", FAULTY_MEMBERS)
    assert places(await office.faults(checked)) == expected_faults()


async def test_the_three_workbooks_give_the_districts_figures(office: Office) -> None:
    assert counts(await office.committed("organisations", ORGANISATIONS)) == (84, 0, 0, 0)
    assert counts(await office.committed("members", MEMBERS)) == (779, 0, 0, 0)
    assert counts(await office.committed("secretaries", SECRETARIES)) == (60, 0, 0, 0)
    async with office.database.transaction("*") as session:
        found = await session.execute(
            select(Organisation.depth, Organisation.kind, func.count())
            .where(col(Organisation.parent_id).is_not(None))
            .group_by(col(Organisation.depth), col(Organisation.kind))
        )
        assert {(row[0], row[1]): row[2] for row in found} == {
            (1, OrganisationKind.GENERAL_BRANCH): 9,
            (1, OrganisationKind.BRANCH): 32,
            (2, OrganisationKind.BRANCH): 19,
            (2, OrganisationKind.GROUP): 24,
        }
        services = await session.execute(
            select(Member.service, func.count()).group_by(col(Member.service))
        )
        assert {row[0]: row[1] for row in services} == {
            Service.IN_SERVICE: 586,
            Service.RETIRED: 193,
        }
        first_days = await session.execute(select(Membership.valid_from).distinct())
        assert first_days.scalars().all() == [date(2008, 12, 31)]
        assert await session.scalar(select(func.count()).select_from(Unit)) == 41
        assert await session.scalar(select(func.count(col(Unit.credit_code)))) == 41
        assert await session.scalar(select(func.count()).select_from(Term)) == 60
        assert await session.scalar(select(func.count()).select_from(Appointment)) == 60
        assert await session.scalar(select(func.count()).select_from(Person)) == 779


async def test_importing_the_same_workbooks_again_changes_nothing(office: Office) -> None:
    workbooks = (
        ("organisations", ORGANISATIONS),
        ("members", MEMBERS),
        ("secretaries", SECRETARIES),
    )
    for kind, workbook in workbooks:
        await office.committed(kind, workbook)
    before = await _versions(office)
    again = [counts(await office.committed(kind, workbook)) for kind, workbook in workbooks]
    assert again == [(0, 0, 84, 0), (0, 0, 779, 0), (0, 0, 60, 0)]
    assert await _versions(office) == before


async def _versions(office: Office) -> list[tuple[int, int]]:
    """Rows and the sum of their versions, by table."""
    found = []
    async with office.database.transaction("*") as session:
        for model in (
            Organisation,
            OrganisationEdge,
            Unit,
            Term,
            Person,
            Member,
            Membership,
            Appointment,
        ):
            query = select(func.count(), func.coalesce(func.sum(model.version), 0))
            rows, versions = (await session.execute(query.select_from(model))).one()
            found.append((rows, int(versions)))
    return found


async def test_organisations_keep_the_order_of_the_sheet_and_get_codes_below_their_parents(
    office: Office,
) -> None:
    await office.committed("organisations", ORGANISATIONS)
    async with office.database.transaction("*") as session:
        rows = await session.execute(
            select(Organisation.name, Organisation.code, Organisation.position)
            .where(Organisation.depth == 1)
            .order_by(col(Organisation.position))
            .limit(3)
        )
        assert [tuple(row) for row in rows] == [
            ("中共区财政局总支部委员会", "001.001", 1),
            ("中共区市政管理局总支部委员会", "001.002", 2),
            ("中共区教育委员会总支部委员会", "001.003", 3),
        ]
        below = await session.execute(
            select(Organisation.name, Organisation.code)
            .where(col(Organisation.code).startswith("001.003."))
            .order_by(col(Organisation.position))
        )
        assert [tuple(row) for row in below] == [
            ("中共区教育委员会机关支部委员会", "001.003.001"),
            ("中共区教育委员会直属单位支部委员会", "001.003.002"),
        ]


async def test_a_branch_founded_before_its_parent_enters_the_tree_with_it(office: Office) -> None:
    await office.committed("organisations", ORGANISATIONS)
    async with office.database.transaction("*") as session:
        query = (
            select(Organisation.founded_on, OrganisationEdge.valid_from)
            .join(OrganisationEdge, col(OrganisationEdge.organisation_id) == col(Organisation.id))
            .where(OrganisationEdge.kind == EdgeKind.LEADERSHIP)
        )
        named = "中共区财政局机关支部委员会"
        row = (await session.execute(query.where(Organisation.name == named))).one()
        assert tuple(row) == (date(2003, 5, 1), date(2003, 11, 1))
        late = "中共区民政局机关支部委员会"
        row = (await session.execute(query.where(Organisation.name == late))).one()
        assert tuple(row) == (date(2004, 2, 7), date(2004, 2, 7))


async def test_lower_organisations_share_the_unit_of_their_department(office: Office) -> None:
    await office.committed("organisations", ORGANISATIONS)
    async with office.database.transaction("*") as session:
        rows = await session.execute(
            select(Organisation.name, Unit.credit_code)
            .join(Unit, col(Unit.id) == col(Organisation.unit_id))
            .where(Unit.name == "区财政局")
            .order_by(col(Organisation.path))
        )
        assert [tuple(row) for row in rows] == [
            ("中共区财政局总支部委员会", "11500103FYK6B77337"),
            ("中共区财政局机关支部委员会", "11500103FYK6B77337"),
            ("中共区财政局直属单位支部委员会", "11500103FYK6B77337"),
        ]


async def test_exact_birth_dates_come_from_the_identity_number(office: Office) -> None:
    await office.committed("organisations", ORGANISATIONS)
    await office.committed("members", MEMBERS)
    async with office.database.transaction("*") as session:
        found = await session.execute(
            select(Person.birth_on, Person.nationality, Person.education).where(
                Person.name == "余宁"
            )
        )
        assert [tuple(row) for row in found] == [(date(1967, 11, 24), "01", "30")]
