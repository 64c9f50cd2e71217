"""What is typed about a person, put right and checked; every fault at once, each at its field."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from gongwei.access.models import Person, Sex
from gongwei.access.people import identity_hash, name_texts
from gongwei.core import clock
from gongwei.core.errors import MALFORMED, FieldFault
from gongwei.members import code_tables
from gongwei.members.identity_number import (
    Contradiction,
    birth_on,
    contradictions,
    identity_number_fault,
    normalise_identity_number,
    sex,
)
from gongwei.members.models import Member
from gongwei.members.phone import normalise_phone, phone_fault

PERSON_FIELDS = frozenset(
    {"name", "sex", "nationality", "education", "birth_on", "identity_number", "phone"}
)
MEMBER_FIELDS = frozenset({"joined_on", "joined_precision", "full_on", "standing", "service"})
NEVER_EMPTY = frozenset({"name", "joined_precision", "standing", "service"})

_IDENTITY_WORDS = {
    "length": ("公民身份号码应为 18 位", "An identity number has 18 places"),
    "character": ("前 17 位应为数字，末位为数字或 X", "17 digits, then a digit or X"),
    "birth_date": ("号码中的出生日期不存在", "The birth date in the number does not exist"),
    "check_digit": ("校验码不对，请核对号码", "The check digit does not fit; check the number"),
}
_CONTRADICTED: dict[Contradiction, tuple[str, str, str, str]] = {
    "birth_date_differs": (
        "/birth_on",
        "birth_date_differs",
        "与身份号码中的出生日期不一致，请核对两处",
        "The identity number states another birth date; check both",
    ),
    "sex_differs": (
        "/sex",
        "sex_differs",
        "与身份号码所示的性别不一致，请核对两处",
        "The identity number states another sex; check both",
    ),
}
_MERGED = ("birth_on", "joined_on", "full_on")


def checked(typed: Mapping[str, Any], held: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The entries as they are stored. `held` are present values that a change leaves as they are.

    Raises `malformed` (422) with a fault for each field. A known identity number fills in the birth
    date and the sex where neither was given.
    """
    values = dict(typed)
    for name, normalise in (
        ("identity_number", normalise_identity_number),
        ("phone", normalise_phone),
    ):
        if values.get(name) is not None:
            values[name] = normalise(values[name])
    merged = {**(held or {}), **values}
    faults = [
        *_field_faults(values),
        *_date_faults(merged, clock.today()),
        *_number_faults(merged),
    ]
    if faults:
        raise MALFORMED(errors=tuple(faults), count=len(faults))
    return _filled(values, held or {})


def person_columns(values: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of a person among the entries, with those that follow from them."""
    columns = {name: value for name, value in values.items() if name in PERSON_FIELDS}
    if "name" in columns:
        columns.update(name_texts(columns["name"]))
    if "identity_number" in columns:
        number = columns["identity_number"]
        columns["identity_hash"] = identity_hash(number) if number else None
    return columns


def held_values(person: Person, member: Member) -> dict[str, Any]:
    """What a change is checked against besides its own entries."""
    return {
        "identity_number": person.identity_number,
        "birth_on": person.birth_on,
        "sex": person.sex,
        "joined_on": member.joined_on,
        "full_on": member.full_on,
    }


def assign(row: Any, values: Mapping[str, Any]) -> bool:
    """Set what differs; answers whether anything did."""
    differing = {name: value for name, value in values.items() if getattr(row, name) != value}
    for name, value in differing.items():
        setattr(row, name, value)
    return bool(differing)


def _field_faults(values: Mapping[str, Any]) -> Iterator[FieldFault]:
    for name in NEVER_EMPTY:
        if name in values and values[name] is None:
            yield FieldFault(f"/{name}", "required", "不能为空", "This cannot be empty")
    for name, table in (
        ("nationality", code_tables.NATIONALITY),
        ("education", code_tables.EDUCATION),
    ):
        if values.get(name) is not None and values[name] not in table:
            zh, en = f"{table.standard} 中没有这个代码", f"{table.standard} has no such code"
            yield FieldFault(f"/{name}", "unknown_code", zh, en)
    number = values.get("identity_number")
    fault = identity_number_fault(number) if number is not None else None
    if fault is not None:
        yield FieldFault("/identity_number", fault, *_IDENTITY_WORDS[fault])
    phone = values.get("phone")
    if phone is not None and phone_fault(phone) is not None:
        zh, en = (
            "应为 11 位手机号码，或带区号的固定电话",
            "A mobile number, or a landline with area code",
        )
        yield FieldFault("/phone", "not_a_phone_number", zh, en)


def _date_faults(values: Mapping[str, Any], today: date) -> Iterator[FieldFault]:
    for name in _MERGED:
        if values.get(name) is not None and values[name] > today:
            yield FieldFault(
                f"/{name}", "in_the_future", "不能晚于今天", "This cannot be after today"
            )
    born, joined, full = (values.get(name) for name in _MERGED)
    if born is not None and joined is not None and joined <= born:
        yield FieldFault("/joined_on", "before_birth", "应晚于出生日期", "This is before birth")
    if joined is not None and full is not None and full < joined:
        zh, en = "转正日期不能早于入党日期", "Full membership cannot begin before joining"
        yield FieldFault("/full_on", "before_joining", zh, en)


def _number_faults(values: Mapping[str, Any]) -> Iterator[FieldFault]:
    """Where the identity number states otherwise than the entries beside it."""
    number = values.get("identity_number")
    if number is None or identity_number_fault(number) is not None:
        return
    for code in contradictions(number, values.get("birth_on"), values.get("sex")):
        yield FieldFault(*_CONTRADICTED[code])


def _filled(values: dict[str, Any], held: Mapping[str, Any]) -> dict[str, Any]:
    number = values.get("identity_number")
    if number is None:
        return values
    if {**held, **values}.get("birth_on") is None:
        values["birth_on"] = birth_on(number)
    if {**held, **values}.get("sex") is None:
        values["sex"] = Sex(sex(number))
    return values
