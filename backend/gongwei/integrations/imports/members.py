"""A roster of members, row by row."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from uuid import UUID

from gongwei.access.models import Sex
from gongwei.core.bulk import Progress
from gongwei.integrations.imports.comparing import compare_people
from gongwei.integrations.imports.drafts import Comparison, Draft
from gongwei.integrations.imports.faults import Fault
from gongwei.integrations.imports.organisation_index import Known, load_index
from gongwei.integrations.imports.row_reader import RowReader
from gongwei.integrations.workbooks.values import ParsedDate, match_key
from gongwei.members.code_tables import EDUCATION, NATIONALITY, SEX
from gongwei.members.identity_number import Contradiction, birth_on, contradictions
from gongwei.members.import_rows import Planned, plan
from gongwei.members.importing import import_members
from gongwei.members.models import DatePrecision, MemberState, Service, Standing
from gongwei.members.places import KINDS_WITH_MEMBERS
from gongwei.members.roster_rows import MemberRow

_SEXES = {"1": Sex.MALE, "2": Sex.FEMALE}
_KNOWN_TO = {"year": 1, "month": 2, "day": 3}
_CONTRADICTED_AT: Mapping[Contradiction, str] = {
    "birth_date_differs": "identity_number",
    "sex_differs": "sex",
}
_PARTED = re.compile(r"[\s、,，;；/()（）]+")

_SERVICES: Mapping[str, Service] = {
    **dict.fromkeys(("在职", "在岗", "在职人员", "在职党员", "in_service"), Service.IN_SERVICE),
    **dict.fromkeys(
        ("离退休", "离休", "退休", "离退休人员", "离退休党员", "退休人员", "离休人员", "retired"),
        Service.RETIRED,
    ),
}
_STANDINGS: Mapping[str, Standing] = {
    **dict.fromkeys(("正式", "正式党员", "full"), Standing.FULL),
    **dict.fromkeys(("预备", "预备党员", "预备期", "probationary"), Standing.PROBATIONARY),
}


class MemberDraft(Draft):
    """Members are found again by their identity number, or without one by name, birth date and
    branch; branches and groups by name.
    """

    async def prepare(self) -> None:
        self._index = await load_index(self.setting)
        self._rows: dict[int, MemberRow] = {}
        self._first_with: dict[str, int] = {}
        self._first_alike: dict[tuple[str, UUID, date], tuple[int, bool]] = {}

    def read(self, row: RowReader) -> None:
        as_of = self.setting.as_of
        name = row.text("name", required=True, person=True, longest=100)
        sex = _SEXES.get(row.code("sex", SEX) or "")
        nationality = row.code("nationality", NATIONALITY)
        number = row.identity_number(as_of, required=False)
        born = _birth_date(row, number, row.day("birth_on", as_of), sex)
        education = row.code("education", EDUCATION)
        joined = row.day("joined_on", as_of)
        full = row.day("full_on", as_of)
        branch, group = self._place(row)
        phone = row.phone()
        service, standing = _category(row)
        _check_days(row, born, joined, full)
        self._refuse_twice(row, number)
        if name is None or born is None or branch is None:
            return
        self._refuse_alike(row, (match_key(name), branch.id, born), number is not None)
        if row.faults:
            return
        self._rows[row.number] = MemberRow(
            name=name,
            identity_number=number,
            organisation_id=branch.id,
            group_id=group.id if group else None,
            birth_on=born,
            sex=sex,
            nationality=nationality,
            education=education,
            joined_on=joined.value if joined else None,
            joined_precision=DatePrecision(joined.precision if joined else "day"),
            full_on=full.value if full else None,
            phone=phone,
            service=service,
            standing=standing,
        )

    def _place(self, row: RowReader) -> tuple[Known | None, Known | None]:
        name = row.text("branch", required=True)
        group_name = row.text("group")
        branch = self._index.find(row, "branch", name) if name else None
        if branch is None:
            return None, None
        if branch.kind not in KINDS_WITH_MEMBERS:
            row.fault("branch", "holds_no_members")
            return None, None
        if group_name is None:
            return branch, None
        group = self._index.group_of(branch.id, group_name)
        if group is None:
            row.fault("group", "not_a_group_of_the_branch")
        return branch, group

    def _refuse_twice(self, row: RowReader, number: str | None) -> None:
        if number is not None:
            first = self._first_with.setdefault(number, row.number)
            if first != row.number:
                row.fault("identity_number", "duplicate", first=first)

    def _refuse_alike(
        self, row: RowReader, likeness: tuple[str, UUID, date], is_numbered: bool
    ) -> None:
        """Two people alike are told apart by their numbers alone."""
        first, was_numbered = self._first_alike.setdefault(likeness, (row.number, is_numbered))
        if first != row.number and not (is_numbered and was_numbered):
            row.fault("name", "alike", first=first)

    async def compare(self, progress: Progress) -> Comparison:
        conflicts = partial(_conflicts, self.setting.as_of)
        return await compare_people(self.setting, self._rows, plan, conflicts, progress)

    async def write(self, progress: Progress) -> None:
        await import_members(
            self.setting.session,
            self.setting.actor,
            list(self._rows.values()),
            self.setting.as_of,
            progress,
        )


def _birth_date(
    row: RowReader, number: str | None, written: ParsedDate | None, sex: Sex | None
) -> date | None:
    """The exact day: as written, or by the number, which its neighbours must not contradict."""
    if number is not None:
        day, known_to = (written.value, _KNOWN_TO[written.precision]) if written else (None, 0)
        for code in contradictions(number, day, sex, known_to):
            row.fault(_CONTRADICTED_AT[code], code)
        return birth_on(number)
    if row.has_fault("identity_number", "birth_on"):
        return None
    if written is None:
        at = row.first_mapped("identity_number", "birth_on", "name")
        row.fault(at, "number_or_birth_needed")
    elif written.precision != "day":
        row.fault("birth_on", "birth_day_needed")
    else:
        return written.value
    return None


def _check_days(
    row: RowReader, born: date | None, joined: ParsedDate | None, full: ParsedDate | None
) -> None:
    if born is not None and joined is not None and joined.value <= born:
        row.fault("joined_on", "before_birth")
    if joined is not None and full is not None and full.value < joined.value:
        row.fault("full_on", "before_joining")


def _category(row: RowReader) -> tuple[Service | None, Standing | None]:
    """`在职`, `离退休`, `预备党员`, or two of them together."""
    value = row.text("category")
    service: Service | None = None
    standing: Standing | None = None
    for part in _PARTED.split(match_key(value or "")):
        if part in _SERVICES:
            service = _SERVICES[part]
        elif part in _STANDINGS:
            standing = _STANDINGS[part]
        elif part:
            row.fault("category", "unknown_value")
            return None, None
    return service, standing


def _conflicts(as_of: date, number: int, one: Planned, is_held: bool) -> Iterator[Fault]:
    """Where a row and the records cannot both be right."""
    held = one.held
    if one.unclear:
        yield Fault(number, "name", "alike_held", one.row.name)
        return
    if is_held and (held is None or held.values["identity_number"] is None):
        yield Fault(number, "identity_number", "duplicate")
    if held is None:
        return
    if match_key(str(held.values["name"])) != match_key(one.row.name):
        yield Fault(number, "name", "name_differs", one.row.name)
    moves = held.state is MemberState.ACTIVE and held.place != one.row.place
    if moves and held.since is not None and as_of < held.since:
        yield Fault(number, "branch", "older_than_roster")
