"""One row of a table of organisations."""

from dataclasses import dataclass
from datetime import date

from gongwei.access.models import OrganisationKind as Kind
from gongwei.integrations.imports.row_reader import RowReader
from gongwei.integrations.workbooks.values import match_key
from gongwei.organisations.credit_code import credit_code_fault, normalise_credit_code
from gongwei.organisations.kinds import KINDS

_SPELLINGS: dict[Kind, tuple[str, ...]] = {
    Kind.WORKING_COMMITTEE: ("工委", "党工委", "机关工作委员会", "工作委员会"),
    Kind.LEADING_GROUP: ("部门党组",),
    Kind.COMMITTEE: ("党委", "基层党委", "党的基层委员会", "委员会"),
    Kind.GENERAL_BRANCH: ("总支", "总支部", "党总支部", "总支部委员会", "党总支委员会"),
    Kind.BRANCH: ("支部", "支部委员会", "党支部委员会"),
    Kind.JOINT_BRANCH: ("联合支部", "联合党支部委员会"),
    Kind.GROUP: ("小组",),
    Kind.TEMPORARY_COMMITTEE: ("党的临时委员会",),
    Kind.TEMPORARY_GENERAL_BRANCH: ("临时总支", "临时党总支部"),
    Kind.TEMPORARY_BRANCH: ("临时支部",),
    Kind.TEMPORARY_JOINT_BRANCH: ("临时联合支部",),
}

_KINDS: dict[str, Kind] = {
    match_key(text): kind
    for kind, rule in KINDS.items()
    for text in (
        rule.zh,
        rule.en,
        kind.value,
        *((rule.code,) if rule.code else ()),
        *_SPELLINGS[kind],
    )
}


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """What a row says; None is empty, or faulty where `is_sound` is false."""

    number: int
    name: str
    is_sound: bool
    kind: Kind | None
    parent: str | None
    short_name: str | None
    code: str | None
    unit: str | None
    credit_code: str | None
    founded_on: date | None
    elected_on: date | None

    @property
    def key(self) -> str:
        """What spellings of this name share."""
        return match_key(self.name)


def read_row(row: RowReader, as_of: date, root_name: str) -> OrganisationRow | None:
    """The row, None without a name. The root of the import may stand in the table without a
    parent.
    """
    name = row.text("name", required=True)
    is_root = name is not None and match_key(name) == match_key(root_name)
    kind = _kind(row)
    parent = row.text("parent", required=not is_root)
    short_name = row.text("short_name", longest=100)
    code = row.text("code", longest=64)
    unit = row.text("unit")
    credit_code = _credit_code(row)
    founded = row.day("founded_on", as_of)
    elected = row.day("elected_on", as_of)
    if credit_code is not None and unit is None:
        row.fault("credit_code", "unit_missing")
    if name is None:
        return None
    return OrganisationRow(
        number=row.number,
        name=name,
        is_sound=not row.faults,
        kind=kind,
        parent=parent,
        short_name=short_name,
        code=code,
        unit=unit,
        credit_code=credit_code,
        founded_on=founded.value if founded else None,
        elected_on=elected.value if elected else None,
    )


def _kind(row: RowReader) -> Kind | None:
    value = row.text("kind", required=True)
    if value is None:
        return None
    kind = _KINDS.get(match_key(value))
    if kind is None:
        row.fault("kind", "unknown_value")
    return kind


def _credit_code(row: RowReader) -> str | None:
    value = row.text("credit_code")
    if value is None:
        return None
    code = normalise_credit_code(value)
    fault = credit_code_fault(code)
    if fault is not None:
        row.fault("credit_code", fault, places=len(code))
        return None
    return code
