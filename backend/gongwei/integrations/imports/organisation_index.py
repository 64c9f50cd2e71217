"""Finding organisations by the names that stand in a workbook."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from gongwei.access.edges import OrganisationName
from gongwei.access.models import Organisation, OrganisationKind, OrganisationState
from gongwei.access.permissions import Permission
from gongwei.access.scope import below, in_scope
from gongwei.integrations.imports.drafts import Setting
from gongwei.integrations.imports.row_reader import RowReader
from gongwei.integrations.workbooks.values import match_key

READ = Permission.ORGANISATIONS_READ


@dataclass(frozen=True, slots=True)
class Known:
    """What an import needs of an organisation."""

    id: UUID
    name: str
    kind: OrganisationKind
    parent_id: UUID | None


@dataclass
class OrganisationIndex:
    """Active organisations at and below the import's own, by name.

    The name that was valid on the import's day goes before the present one.
    """

    by_id: dict[UUID, Known] = field(default_factory=dict)
    groups: dict[tuple[UUID, str], Known] = field(default_factory=dict)
    _then: dict[str, list[Known]] = field(default_factory=dict)
    _now: dict[str, list[Known]] = field(default_factory=dict)

    def named(self, name: str) -> list[Known]:
        """Those that bear the name."""
        key = match_key(name)
        return self._then.get(key) or self._now.get(key) or []

    def find(self, row: RowReader, field_: str, name: str) -> Known | None:
        """The one that the cell names; faults `unknown_organisation`, `ambiguous_organisation`."""
        found = self.named(name)
        if len(found) == 1:
            return found[0]
        row.fault(field_, "ambiguous_organisation" if found else "unknown_organisation")
        return None

    def group_of(self, branch_id: UUID, name: str) -> Known | None:
        """The branch's group of that name."""
        return self.groups.get((branch_id, match_key(name)))


async def load_index(setting: Setting) -> OrganisationIndex:
    """Read the organisations that the import may name."""
    index = OrganisationIndex()
    inside = (
        in_scope(setting.actor, Organisation, READ),
        below(setting.root.path),
        col(Organisation.state) == OrganisationState.ACTIVE,
    )
    query = select(
        col(Organisation.id),
        col(Organisation.name),
        col(Organisation.kind),
        col(Organisation.parent_id),
    )
    for row in (await setting.session.execute(query.where(*inside))).all():
        known = Known(*row)
        index.by_id[known.id] = known
        index._now.setdefault(match_key(known.name), []).append(known)
        if known.kind is OrganisationKind.GROUP and known.parent_id is not None:
            index.groups[known.parent_id, match_key(known.name)] = known
    await _load_names(setting, index, setting.as_of)
    return index


async def _load_names(setting: Setting, index: OrganisationIndex, day: date) -> None:
    ends = col(OrganisationName.valid_to)
    query = select(col(OrganisationName.organisation_id), col(OrganisationName.name)).where(
        in_scope(setting.actor, OrganisationName, READ),
        col(OrganisationName.valid_from) <= day,
        ends.is_(None) | (ends > day),
    )
    for organisation_id, name in (await setting.session.execute(query)).all():
        known = index.by_id.get(organisation_id)
        if known is not None:
            index._then.setdefault(match_key(name), []).append(known)
