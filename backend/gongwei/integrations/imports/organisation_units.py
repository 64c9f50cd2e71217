"""Which unit each row of a table of organisations names: known by credit code, else by name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from gongwei.access.permissions import Permission
from gongwei.access.scope import visible
from gongwei.integrations.imports.drafts import Setting
from gongwei.integrations.imports.elsewhere import held_credit_codes
from gongwei.integrations.imports.faults import Fault
from gongwei.integrations.imports.organisation_rows import OrganisationRow
from gongwei.integrations.workbooks.values import match_key
from gongwei.organisations.models import Unit, UnitState


@dataclass
class UnitPlan:
    """A unit that rows name. `unit` is None until it is there; `credit_code` is new to it or its
    own.
    """

    name: str
    credit_code: str | None
    unit: Unit | None = None


@dataclass
class UnitPlans:
    """The unit of each row that names one, and what is wrong with them."""

    by_row: dict[int, UnitPlan] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


async def plan_units(setting: Setting, rows: Sequence[OrganisationRow]) -> UnitPlans:
    """Plan the units that these rows name."""
    query = visible(setting.actor, Unit, Permission.ORGANISATIONS_READ).where(
        Unit.state == UnitState.ACTIVE
    )
    units = (await setting.session.exec(query)).all()
    codes = {row.credit_code for row in rows if row.credit_code}
    own = {unit.credit_code for unit in units}
    elsewhere = await held_credit_codes(setting.session, codes - own) if codes - own else set()
    planning = _Planning(units, elsewhere)
    # Rows with a code first: lower organisations name the unit of their department without it.
    for row in sorted(rows, key=lambda row: row.credit_code is None):
        if row.unit is not None:
            planning.plan(row, row.unit)
    return planning.plans


class _Planning:
    def __init__(self, units: Iterable[Unit], elsewhere: set[str]) -> None:
        self.plans = UnitPlans()
        self._elsewhere = elsewhere
        self._by_code: dict[str, UnitPlan] = {}
        self._by_name: dict[str, UnitPlan] = {}
        for unit in units:
            self._keep(UnitPlan(unit.name, unit.credit_code, unit))

    def _keep(self, plan: UnitPlan) -> None:
        if plan.credit_code is not None:
            self._by_code[plan.credit_code] = plan
        self._by_name.setdefault(match_key(plan.name), plan)

    def plan(self, row: OrganisationRow, name: str) -> None:
        named = self._by_name.get(match_key(name))
        code = row.credit_code
        if code is None:
            plan = named or UnitPlan(name, None)
        else:
            coded = self._by_code.get(code)
            if coded is None and named is not None and named.credit_code is None:
                named.credit_code = code
                coded = named
            plan = coded or UnitPlan(name, code)
            if match_key(plan.name) != match_key(name) or code in self._elsewhere:
                self.plans.faults.append(Fault(row.number, "credit_code", "unit_differs", code))
                return
        self._keep(plan)
        self.plans.by_row[row.number] = plan
