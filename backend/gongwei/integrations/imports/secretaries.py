"""A list of secretaries, row by row."""

from collections.abc import Iterator
from uuid import UUID

from gongwei.access.models import Sex
from gongwei.core.bulk import Progress
from gongwei.integrations.imports.comparing import compare_people
from gongwei.integrations.imports.drafts import Comparison, Draft
from gongwei.integrations.imports.faults import Fault
from gongwei.integrations.imports.organisation_index import load_index
from gongwei.integrations.imports.row_reader import RowReader
from gongwei.integrations.workbooks.values import match_key
from gongwei.members.identity_number import birth_on, sex
from gongwei.secretaries.import_rows import AppointmentRow, PlannedAppointment, plan_appointments
from gongwei.secretaries.importing import import_appointments
from gongwei.secretaries.models import Post

_POSTS = {
    **dict.fromkeys(("书记", "党支部书记", "党总支书记", "党委书记", "secretary"), Post.SECRETARY),
    **dict.fromkeys(("副书记", "deputysecretary", "deputy_secretary"), Post.DEPUTY_SECRETARY),
    **dict.fromkeys(
        ("专职副书记", "full-timedeputysecretary", "full_time_deputy_secretary"),
        Post.FULL_TIME_DEPUTY_SECRETARY,
    ),
}
_FULL_TIME = {
    **dict.fromkeys(("专职", "专", "full-time", "fulltime"), True),
    **dict.fromkeys(("兼职", "兼", "part-time", "parttime"), False),
}


class SecretaryDraft(Draft):
    """Persons are found by their identity number, organisations by name."""

    async def prepare(self) -> None:
        self._index = await load_index(self.setting)
        self._rows: dict[int, AppointmentRow] = {}
        self._first_with: dict[tuple[UUID, Post, str], int] = {}
        self._first_secretary: dict[UUID, int] = {}

    def read(self, row: RowReader) -> None:
        as_of = self.setting.as_of
        organisation_name = row.text("organisation", required=True)
        place = (
            self._index.find(row, "organisation", organisation_name) if organisation_name else None
        )
        name = row.text("name", required=True, person=True, longest=100)
        number = row.identity_number(as_of)
        post = _post(row)
        full_time = _full_time(row)
        since = row.day("from_on", as_of, required=True)
        duty_title = row.text("duty_title", longest=100)
        if place is None or name is None or number is None or post is None or since is None:
            return
        self._refuse_twice(row, place.id, post, number)
        if row.faults:
            return
        self._rows[row.number] = AppointmentRow(
            organisation_id=place.id,
            name=name,
            identity_number=number,
            post=post,
            from_on=since.value,
            full_time=True if post is Post.FULL_TIME_DEPUTY_SECRETARY else full_time,
            duty_title=duty_title,
            sex=Sex(sex(number)),
            birth_on=birth_on(number),
        )

    def _refuse_twice(self, row: RowReader, place_id: UUID, post: Post, number: str) -> None:
        first = self._first_with.setdefault((place_id, post, number), row.number)
        if first != row.number:
            row.fault("identity_number", "duplicate", first=first)
            return
        if post is Post.SECRETARY:
            first = self._first_secretary.setdefault(place_id, row.number)
            if first != row.number:
                row.fault("organisation", "two_secretaries", first=first)

    async def compare(self, progress: Progress) -> Comparison:
        return await compare_people(
            self.setting, self._rows, plan_appointments, _conflicts, progress
        )

    async def write(self, progress: Progress) -> None:
        await import_appointments(
            self.setting.session,
            self.setting.actor,
            list(self._rows.values()),
            self.setting.as_of,
            progress,
        )


def _post(row: RowReader) -> Post | None:
    value = row.text("post", required=True)
    if value is None:
        return None
    post = _POSTS.get(match_key(value))
    if post is None:
        row.fault("post", "unknown_value")
    return post


def _full_time(row: RowReader) -> bool | None:
    value = row.text("full_time")
    if value is None:
        return None
    full_time = _FULL_TIME.get(match_key(value))
    if full_time is None:
        row.fault("full_time", "unknown_value")
    return full_time


def _conflicts(number: int, one: PlannedAppointment, is_held: bool) -> Iterator[Fault]:
    """Where a row and the records cannot both be right."""
    if one.person is None and is_held:
        yield Fault(number, "identity_number", "duplicate")
    if one.person is not None and one.person.name != one.row.name:
        yield Fault(number, "name", "name_differs", one.row.name)
    if not one.has_post:
        yield Fault(number, "organisation", "no_such_post")
    if one.breaks_until is not None:
        yield Fault(number, "from_on", "consent_needed", one.row.from_on.isoformat())
    before = one.predecessor
    if before is not None and one.row.from_on <= before.from_on:
        yield Fault(number, "from_on", "already_in_post", one.row.from_on.isoformat())
