"""Writing a table of organisations: the tree from the top down, each with its unit and its term."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from gongwei.access.edges import EdgeKind, OrganisationEdge
from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow, fetch, in_scope, visible
from gongwei.audit.record import record
from gongwei.core.bulk import Progress
from gongwei.core.clock import months_later
from gongwei.core.models import Row
from gongwei.integrations.imports.drafts import Setting
from gongwei.integrations.imports.organisation_places import Placed
from gongwei.integrations.imports.organisation_units import UnitPlan, UnitPlans
from gongwei.organisations.kinds import KINDS
from gongwei.organisations.models import Term, TermState, Unit, UnitState
from gongwei.organisations.naming import search_text
from gongwei.organisations.planting import Seedling, lock_tree, plant
from gongwei.organisations.terms.workflow import TERM, TermAction
from gongwei.organisations.units.workflow import UNIT

READ, WRITE = Permission.ORGANISATIONS_READ, Permission.ORGANISATIONS_WRITE
REPORTED_EVERY = 10


class OrganisationWriting:
    """One run. `_by_row` and `_starts` hold what stands in the tree by now."""

    def __init__(self, setting: Setting, placed: list[Placed], units: UnitPlans) -> None:
        self._session = setting.session
        self._actor = setting.actor
        self._as_of = setting.as_of
        self._placed = placed
        self._units = units
        self._by_row: dict[int, Organisation] = {}
        self._parents: dict[UUID, Organisation] = {}
        self._starts: dict[UUID, date] = {}

    async def run(self, progress: Progress) -> None:
        """Write the rows in their order, parents first. Raises what `plant` raises."""
        for permission in (WRITE, Permission.UNITS_WRITE, Permission.TERMS_WRITE):
            allow(self._actor, permission)
        await lock_tree(self._session)
        await self._load_starts()
        for done, one in enumerate(self._placed, start=1):
            if one.existing is None:
                await self._create(one)
            else:
                await self._change(one, await self._held(one.existing.id))
            if done % REPORTED_EVERY == 0:
                await progress(done)

    async def _load_starts(self) -> None:
        """The first day in the tree of what stands there; the root has been there from the
        beginning.
        """
        query = (
            select(col(OrganisationEdge.organisation_id), col(OrganisationEdge.valid_from))
            .where(
                in_scope(self._actor, OrganisationEdge, READ),
                col(OrganisationEdge.kind) == EdgeKind.LEADERSHIP,
            )
            .order_by(col(OrganisationEdge.valid_from).desc())
        )
        self._starts.update({row[0]: row[1] for row in (await self._session.execute(query)).all()})

    async def _held(self, organisation_id: UUID) -> Organisation:
        """An organisation of the tree, locked."""
        if organisation_id not in self._parents:
            self._parents[organisation_id] = await fetch(
                self._session, self._actor, Organisation, organisation_id, read=READ, need=WRITE
            )
        return self._parents[organisation_id]

    async def _create(self, one: Placed) -> None:
        row = one.row
        assert row.kind is not None
        parent = await self._parent(one)
        # Some are founded before their parent; they enter the tree when it does.
        first_day = max(row.founded_on or self._as_of, self._start(parent))
        plan = self._units.by_row.get(row.number)
        seedling = Seedling(
            kind=row.kind,
            name=row.name,
            short_name=row.short_name,
            code=row.code,
            unit_id=plan.unit.id if plan and plan.unit else None,
            founded_on=row.founded_on,
        )
        planted = await plant(self._session, parent, seedling, first_day)
        organisation = planted.organisation
        self._starts[organisation.id] = first_day
        self._by_row[row.number] = organisation
        if plan is not None:
            await self._unit(plan, organisation)
        record(self._session, self._actor, "organisation.create", organisation, parts=planted.parts)
        await self._term(one, organisation)

    async def _parent(self, one: Placed) -> Organisation:
        if one.parent_row is not None:
            return self._by_row[one.parent_row]
        assert one.parent is not None
        return await self._held(one.parent.id)

    def _start(self, parent: Organisation) -> date:
        return self._starts.get(parent.id) or parent.founded_on or date.min

    async def _change(self, one: Placed, organisation: Organisation) -> None:
        row = one.row
        self._by_row[row.number] = organisation
        before = organisation.version
        if row.short_name is not None:
            organisation.short_name = row.short_name
        if row.code is not None:
            organisation.code = row.code
        if row.founded_on is not None:
            organisation.founded_on = row.founded_on
        organisation.search_text = search_text(
            organisation.name, organisation.short_name, organisation.code
        )
        plan = self._units.by_row.get(row.number)
        if plan is not None:
            await self._unit(plan, organisation)
        await self._session.flush()
        if organisation.version != before:
            record(self._session, self._actor, "organisation.change", organisation)
        await self._term(one, organisation)

    async def _unit(self, plan: UnitPlan, organisation: Organisation) -> None:
        """Give the organisation its unit; a new unit belongs to the first organisation that names
        it.
        """
        if plan.unit is None:
            plan.unit = Unit(
                organisation_id=organisation.id,
                name=plan.name,
                short_name=plan.name[:100],
                search_text=search_text(
                    plan.name, plan.name[:100], plan.credit_code or "", longest=1200
                ),
                credit_code=plan.credit_code,
                state=UnitState(UNIT.initial),
            )
            self._session.add(plan.unit)
            await self._session.flush()
            record(self._session, self._actor, "unit.create", plan.unit)
        elif plan.unit.credit_code != plan.credit_code:
            plan.unit.credit_code = plan.credit_code
            plan.unit.search_text = search_text(
                plan.unit.name, plan.unit.short_name, plan.credit_code or "", longest=1200
            )
            record(self._session, self._actor, "unit.change", plan.unit)
        organisation.unit_id = plan.unit.id

    async def _term(self, one: Placed, organisation: Organisation) -> None:
        elected = one.row.elected_on
        years = KINDS[organisation.kind].years
        if elected is None or years is None:
            return
        last = await self._last_term(organisation.id) if one.existing else None
        if last is not None and last.elected_on >= elected:
            return
        ended: list[Row] = []
        if last is not None and last.ended_on is None:
            TERM.apply(last, TermAction.END, ())
            last.ended_on = elected
            await self._session.flush()
            ended.append(last)
        term = Term(
            organisation_id=organisation.id,
            number=last.number + 1 if last else 1,
            years=years,
            elected_on=elected,
            ends_on=months_later(elected, 12 * years),
            state=TermState(TERM.initial),
        )
        self._session.add(term)
        await self._session.flush()
        record(self._session, self._actor, "term.create", term, parts=ended)

    async def _last_term(self, organisation_id: UUID) -> Term | None:
        query = visible(self._actor, Term, READ).where(Term.organisation_id == organisation_id)
        return (await self._session.exec(query.order_by(col(Term.number).desc()))).first()
