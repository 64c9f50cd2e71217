"""Which organisation of the tree a row means, and which row or organisation stands above it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from gongwei.access.models import Organisation, OrganisationKind
from gongwei.integrations.imports.faults import Fault
from gongwei.integrations.imports.organisation_index import Known, OrganisationIndex
from gongwei.integrations.imports.organisation_rows import OrganisationRow
from gongwei.integrations.workbooks.values import match_key
from gongwei.organisations.kinds import may_stand_under


@dataclass
class Placed:
    """A row in its place. The parent is another row, or an organisation of the tree, or a fault."""

    row: OrganisationRow
    existing: Known | None = None
    parent_row: int | None = None
    parent: Known | None = None


@dataclass
class Places:
    """All rows in their places, parents before children, otherwise in the order of the sheet."""

    placed: list[Placed] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def place_rows(
    rows: Sequence[OrganisationRow], index: OrganisationIndex, root: Organisation
) -> Places:
    """Find every row's place below `root`."""
    return _Placing(rows, index, root).run()


class _Placing:
    def __init__(
        self, rows: Sequence[OrganisationRow], index: OrganisationIndex, root: Organisation
    ) -> None:
        self._index = index
        self._root = index.by_id[root.id]
        self._places = Places()
        self._rows = self._without_duplicates(rows)
        self._by_key: dict[str, list[OrganisationRow]] = {}
        for row in self._rows:
            if row.kind is not OrganisationKind.GROUP:
                self._by_key.setdefault(row.key, []).append(row)
        self._by_number: dict[int, Placed] = {}

    def run(self) -> Places:
        for row in self._rows:
            self._by_number[row.number] = self._under_parent(row)
        circled = set(self._in_circles())
        for number in sorted(circled):
            self._fault(number, "parent", "own_parent", self._by_number[number].row.parent)
        ordered = sorted(self._by_number.values(), key=lambda one: self._depth(one, circled))
        for one in ordered:
            if one.row.number not in circled:
                self._recognise(one)
                self._check_kind(one)
        self._places.placed = ordered
        return self._places

    def _fault(
        self, number: int, field_: str, code: str, value: str | None, **details: int
    ) -> None:
        self._places.faults.append(Fault(number, field_, code, (value or "")[:200], details))

    def _without_duplicates(self, rows: Sequence[OrganisationRow]) -> list[OrganisationRow]:
        seen: dict[tuple[str, str], int] = {}
        kept = []
        for row in rows:
            first = seen.setdefault((row.key, match_key(row.parent or "")), row.number)
            if first == row.number:
                kept.append(row)
            else:
                self._fault(row.number, "name", "duplicate", row.name, first=first)
        return kept

    def _under_parent(self, row: OrganisationRow) -> Placed:
        if row.parent is None or self._is_root(row):
            return Placed(row)
        key = match_key(row.parent)
        if key == match_key(self._root.name):
            return Placed(row, parent=self._root)
        above = self._by_key.get(key, [])
        if len(above) == 1:
            return Placed(row, parent_row=above[0].number)
        found = self._index.named(row.parent)
        if not above and len(found) == 1:
            return Placed(row, parent=found[0])
        code = "ambiguous_organisation" if above or found else "unknown_organisation"
        self._fault(row.number, "parent", code, row.parent)
        return Placed(row)

    def _is_root(self, row: OrganisationRow) -> bool:
        return row.key == match_key(self._root.name)

    def _in_circles(self) -> Iterator[int]:
        done: set[int] = set()
        for start in self._by_number:
            trail: dict[int, None] = {}
            number: int | None = start
            while number is not None and number not in done and number not in trail:
                trail[number] = None
                number = self._by_number[number].parent_row
            if number is not None and number in trail:
                members = list(trail)
                yield from members[members.index(number) :]
            done.update(trail)

    def _depth(self, one: Placed, circled: set[int]) -> tuple[int, int]:
        depth, above = 0, one
        while above.parent_row is not None and above.row.number not in circled:
            depth, above = depth + 1, self._by_number[above.parent_row]
        return depth, one.row.number

    def _recognise(self, one: Placed) -> None:
        """Find the organisation that the row means. Groups bear the same names under many
        branches.
        """
        row = one.row
        if self._is_root(row):
            one.existing = self._root
        elif row.kind is OrganisationKind.GROUP:
            parent_id = self._parent_id(one)
            one.existing = self._index.group_of(parent_id, row.name) if parent_id else None
        else:
            self._recognise_by_name(one)
        if one.existing and row.kind and one.existing.kind is not row.kind:
            self._fault(row.number, "kind", "kind_differs", None)

    def _recognise_by_name(self, one: Placed) -> None:
        row = one.row
        named = self._index.named(row.name)
        parent_id = self._parent_id(one)
        one.existing = next((known for known in named if known.parent_id == parent_id), None)
        # A workbook from before a move would otherwise set the organisation up a second time.
        moved = one.existing is None and named and len(self._by_key[row.key]) == 1
        if moved and (one.parent or one.parent_row is not None):
            self._fault(row.number, "parent", "parent_differs", row.parent)

    def _parent_id(self, one: Placed) -> UUID | None:
        above = one.parent
        if one.parent_row is not None:
            above = self._by_number[one.parent_row].existing
        return above.id if above else None

    def _check_kind(self, one: Placed) -> None:
        above = one.parent.kind if one.parent else None
        if one.parent_row is not None:
            above = self._by_number[one.parent_row].row.kind
        kind = one.row.kind
        if kind is not None and above is not None and not may_stand_under(kind, above):
            self._fault(one.row.number, "kind", "kind_not_below", None)
