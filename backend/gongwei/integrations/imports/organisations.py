"""A table of organisations, row by row."""

from uuid import UUID

from sqlmodel import col

from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import visible
from gongwei.core.bulk import Progress
from gongwei.integrations.imports.drafts import Comparison, Draft
from gongwei.integrations.imports.elsewhere import held_organisation_codes
from gongwei.integrations.imports.faults import Fault
from gongwei.integrations.imports.models import Outcome
from gongwei.integrations.imports.organisation_index import load_index
from gongwei.integrations.imports.organisation_places import Placed, place_rows
from gongwei.integrations.imports.organisation_rows import OrganisationRow, read_row
from gongwei.integrations.imports.organisation_units import plan_units
from gongwei.integrations.imports.organisation_writing import OrganisationWriting
from gongwei.integrations.imports.row_reader import RowReader
from gongwei.organisations.kinds import KINDS
from gongwei.organisations.models import Term

READ = Permission.ORGANISATIONS_READ


class OrganisationDraft(Draft):
    """Organisations are found again by name and parent; new ones keep the order of the sheet."""

    async def prepare(self) -> None:
        self._index = await load_index(self.setting)
        self._rows: list[OrganisationRow] = []

    def read(self, row: RowReader) -> None:
        found = read_row(row, self.setting.as_of, self.setting.root.name)
        if found is not None:
            self._rows.append(found)

    async def compare(self, progress: Progress) -> Comparison:
        places = place_rows(self._rows, self._index, self.setting.root)
        self._placed = places.placed
        self._units = await plan_units(self.setting, self._rows)
        faults = [*places.faults, *self._units.faults, *await self._code_faults()]
        await self._load_held()
        outcomes: dict[int, Outcome] = {}
        for one in self._placed:
            outcomes[one.row.number] = self._outcome(one)
            faults.extend(self._term_faults(one))
        for row in self._rows:
            outcomes.setdefault(row.number, Outcome.FAULT)
        await progress(len(self._rows))
        return Comparison(faults, outcomes)

    async def write(self, progress: Progress) -> None:
        await OrganisationWriting(self.setting, self._placed, self._units).run(progress)

    async def _code_faults(self) -> list[Fault]:
        """Codes of the sheet that stand twice in it, or that another organisation has."""
        faults: list[Fault] = []
        first_with: dict[str, int] = {}
        new: dict[str, int] = {}
        own = {one.row.number: one.existing for one in self._placed}
        held = await self._own_codes([known.id for known in own.values() if known])
        for row in self._rows:
            if row.code is None:
                continue
            first = first_with.setdefault(row.code, row.number)
            if first != row.number:
                faults.append(Fault(row.number, "code", "duplicate", row.code, {"first": first}))
                continue
            known = own.get(row.number)
            if known is None or held.get(known.id) != row.code:
                new[row.code] = row.number
        taken = await held_organisation_codes(self.setting.session, new) if new else set()
        faults.extend(Fault(new[code], "code", "code_taken", code) for code in sorted(taken))
        return faults

    async def _own_codes(self, ids: list[UUID]) -> dict[UUID, str]:
        query = visible(self.setting.actor, Organisation, READ).where(col(Organisation.id).in_(ids))
        return {row.id: row.code for row in (await self.setting.session.exec(query)).all()}

    async def _load_held(self) -> None:
        ids = [one.existing.id for one in self._placed if one.existing]
        session, actor = self.setting.session, self.setting.actor
        query = visible(actor, Organisation, READ).where(col(Organisation.id).in_(ids))
        self._organisations = {row.id: row for row in (await session.exec(query)).all()}
        terms = visible(actor, Term, READ).where(col(Term.organisation_id).in_(ids))
        last_of_each = (await session.exec(terms.order_by(col(Term.number)))).all()
        self._terms = {row.organisation_id: row for row in last_of_each}

    def _outcome(self, one: Placed) -> Outcome:
        if one.existing is None:
            return Outcome.NEW
        row, held = one.row, self._organisations[one.existing.id]
        plan = self._units.by_row.get(row.number)
        differs = (
            (row.short_name is not None and row.short_name != held.short_name)
            or (row.code is not None and row.code != held.code)
            or (row.founded_on is not None and row.founded_on != held.founded_on)
            or (plan is not None and (plan.unit is None or plan.unit.id != held.unit_id))
            or (
                plan is not None
                and plan.unit is not None
                and plan.credit_code != plan.unit.credit_code
            )
            or self._brings_term(one)
        )
        return Outcome.CHANGED if differs else Outcome.SAME

    def _brings_term(self, one: Placed) -> bool:
        elected, kind = one.row.elected_on, one.row.kind
        if elected is None or kind is None or KINDS[kind].years is None:
            return False
        held = self._terms.get(one.existing.id) if one.existing else None
        return held is None or held.elected_on < elected

    def _term_faults(self, one: Placed) -> list[Fault]:
        """A table that knows an earlier election than the records is the older of the two."""
        held = self._terms.get(one.existing.id) if one.existing else None
        elected = one.row.elected_on
        if held is None or elected is None or elected == held.elected_on:
            return []
        if elected > held.elected_on and (held.ended_on is None or elected >= held.ended_on):
            return []
        return [Fault(one.row.number, "elected_on", "term_differs", elected.isoformat())]
