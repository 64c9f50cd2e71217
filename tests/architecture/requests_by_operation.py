"""A request of the right shape for every operation that takes a body, made for a place."""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from httpx import AsyncClient, Response

from architecture.api_document import Operation
from architecture.seeding import SCHEME, SHARED, Place, marking
from factories.office import SECRETARY_HEADS, workbook

Body = dict[str, Any]
TODAY = date(2024, 6, 1).isoformat()
WHY = {"reason": "按规定办理"}
SHIFT = {
    "post": "引导", "starts_at": "2030-02-01T09:00:00+08:00",
    "ends_at": "2030-02-01T11:00:00+08:00",
}  # fmt: skip

BODIES: dict[str, Callable[[Place], Body]] = {
    "confirm_otp": lambda _: {"otp": "123456"},
    "change_password": lambda _: {
        "current_password": "what it was before 1", "new_password": "what it will be 2",
    },
    "create_user": lambda at: {
        "username": "new.user", "display_name": "新用户", "organisation_id": at.organisation,
        "password": "a long enough password 8",
    },
    "change_user": lambda _: {"display_name": "改名"},
    "act_on_user:reset_password": lambda _: {**WHY, "password": "a long enough password 9"},
    "create_role_assignment": lambda at: {
        "user_id": at.ids["user_id"], "role": "reviewer", "organisation_id": at.organisation,
    },
    "create_organisation": lambda at: {
        "kind": "branch", "name": "新设支部", "parent_id": at.organisation,
    },
    "change_organisation": lambda _: {"short_name": "简称"},
    "create_organisation_change": lambda at: {
        "kind": "rename", "organisation_id": at.organisation, "effective_on": TODAY,
        "reason": "更名", "payload": {"name": "又一名称"},
    },
    "change_organisation_change": lambda _: WHY,
    "create_unit": lambda at: {"organisation_id": at.organisation, "name": "新单位"},
    "change_unit": lambda _: {"name": "改名"},
    "create_term": lambda at: {"organisation_id": at.other_branch, "elected_on": TODAY},
    "change_term": lambda _: {"number": 2},
    "act_on_term:end": lambda _: {**WHY, "on": TODAY},
    "create_member": lambda at: {"organisation_id": at.branch, "name": "新党员"},
    "look_up_member": lambda at: {"identity_number": at.number},
    "change_member": lambda _: {"name": "改名"},
    "transfer_member": lambda at: {
        "organisation_id": at.other_branch, "effective_on": TODAY, **WHY,
    },
    "readmit_member": lambda at: {
        "organisation_id": at.other_branch, "effective_on": TODAY, **WHY,
    },
    "remove_member": lambda _: {"on": TODAY, **WHY},
    "create_secretary": lambda at: {
        "organisation_id": at.other_branch, "person_id": at.person,
        "post": "deputy_secretary", "from_on": TODAY, "late_reason": "系统启用前任职",
    },
    "change_secretary": lambda _: {"duty_title": "科长"},
    "act_on_secretary:end": lambda _: {**WHY, "on": TODAY, "cause": "transferred"},
    "create_nomination_batch": lambda at: {
        "organisation_id": at.organisation, "title": "又一批次",
    },
    "change_nomination_batch": lambda _: {"title": "改名"},
    "create_nomination": lambda at: {
        "organisation_id": at.other_branch, "person_id": at.person,
        "post": "deputy_secretary",
    },
    "change_nomination": lambda _: {"grounds": "改写"},
    "act_on_nomination:appoint": lambda _: {"on": TODAY},
    "act_on_nomination_batch:appoint": lambda _: {"on": TODAY},
    "create_inspection": lambda at: {"nomination_id": at.nominated},
    "change_inspection": lambda _: {"strengths": "熟悉党务"},
    "create_interview": lambda _: {"group": "masses", "held_on": TODAY, "notes": "谈话内容"},
    "change_interview": lambda _: {"people": 2},
    "create_talk": lambda at: {
        "kind": "letter", "organisation_id": at.organisation, "addressee": "区财政局党组",
        "due_on": "2030-01-01",
    },
    "change_talk": lambda _: {"title": "改名"},
    "create_volunteer_team": lambda at: {
        "organisation_id": at.organisation, "kind": "team", "name": "新分队",
    },
    "change_volunteer_team": lambda _: {"name": "改名"},
    "create_volunteer_team_member": lambda at: {"person_id": at.person},
    "change_volunteer_team_member": lambda _: {"post": "leader"},
    "end_volunteer_team_member": lambda _: {},
    "join_volunteer_team": lambda at: {"team_id": at.ids["team_id"]},
    "create_activity": lambda at: {
        "organisation_id": at.organisation, "title": "新活动", "place": "社区",
        "shifts": [SHIFT],
    },
    "change_activity": lambda _: {"place": "改在河边"},
    "copy_activity": lambda _: {"on": "2030-03-01"},
    "create_shift": lambda _: SHIFT,
    "change_shift": lambda _: {"post": "改做讲解"},
    "create_sign_up": lambda at: {"shift_id": at.ids["shift_id"], "person_id": at.person},
    "create_excluded_word": lambda _: {"word": "茶话会"},
    "create_duty_round": lambda at: {
        "organisation_id": at.organisation, "year": 2026, "direction": "downward",
        "title": "又一轮次", "as_of": TODAY, "report_due_on": "2030-01-10",
    },
    "change_duty_round": lambda _: {"title": "改名"},
    "copy_duty_round": lambda _: {
        "year": 2027, "title": "下一年度", "as_of": TODAY, "report_due_on": "2031-01-10",
    },
    "work_duty_scheme_example": lambda _: {"scheme": SCHEME},
    "create_duty_scheme_revision": lambda _: {**WHY, "scheme": SCHEME},
    "create_duty_participant": lambda at: {**WHY, "organisation_id": at.other_branch},
    "order_duty_participants": lambda at: {"ids": [at.ids["participant_id"]]},
    "change_duty_participant": lambda _: {"included": False, "exception_reason": "病假"},
    "create_ballot_session": lambda _: {"group_key": "masses", "title": "会场", "codes": 1},
    "issue_ballot_papers": lambda _: {"codes": 1},
    "void_ballot_papers": lambda _: {"codes": ["none"]},
    "print_ballot_slips": lambda _: {"codes": 1},
    "cast_own_ballot": lambda at: {
        "sheets": [{"participant_id": at.ids["participant_id"], "abstain": True}],
    },
    "decide_duty_result": lambda _: {"grade": "good"},
    "object_to_duty_result": lambda _: {"text": "票数有误"},
    "create_task": lambda at: {
        "organisation_id": at.organisation, "title": "新任务", "due_on": "2030-01-01",
    },
    "change_task": lambda _: {"title": "改名"},
    "change_task:evidence": lambda _: {"evidence": "已办"},
    "act_on_task:extend": lambda _: {**WHY, "due_on": "2031-01-01"},
    "create_volunteer_hours": lambda at: {
        "person_id": at.person, "title": "护河", "day": TODAY, "minutes": 60, **WHY,
    },
    "verify_volunteer_hours": lambda at: {"ids": [at.ids["hours_id"]]},
    "create_certificate": lambda at: {
        "person_id": at.person, "from_on": "2024-01-01", "until_on": TODAY,
    },
    "create_own_certificate": lambda _: {"from_on": "2024-01-01", "until_on": TODAY},
    "enter_organisation_seal": lambda at: {"file_id": at.seal},
    "create_duty_report": lambda at: {
        "round_id": at.reported, "organisation_id": at.organisation,
    },
    "change_duty_report": lambda _: {"sections": {}},
    "create_duty_comment": lambda _: {
        "kind": "strength", "text": "抓得实", "section_key": "work", "paragraph": 0,
    },
    "change_duty_comment": lambda _: {"text": "改写"},
    "remind_duty_participants": lambda _: {},
    "file_objection": lambda _: {"text": "任职时间与文件不符"},
    "create_check_in": lambda at: marking(at, "exit"),
    "create_check_in_batch": lambda at: {"items": [marking(at, "exit")]},
    "enter_calendar_year": lambda _: {
        "days": [{"day": "2031-10-01", "kind": "holiday", "name": "国庆节"}],
    },
    "change_import": lambda _: {"as_of": "2020-01-01"},
}  # fmt: skip
"""By operation, or `operation:action`; what is missing takes a reason alone."""

READ_BEFORE = {"If-Match": '"1"'}
CONDITIONS = {"enter_calendar_year": {"If-None-Match": "*"}}
"""What else than the first version of a record a change is based on."""


@cache
def _empty_list() -> tuple[str, bytes]:
    return workbook(SECRETARY_HEADS)


async def send(
    client: AsyncClient, operation: Operation, key: str, place: Place, headers: dict[str, str]
) -> Response:
    """Call an operation on the records of a place; `key` is `operation`, or `operation:action`."""
    action = key.partition(":")[2]
    given: Body = {"headers": {**headers, **CONDITIONS.get(key, READ_BEFORE)}}
    if operation.media_type == "multipart/form-data":
        given["files"] = {"file": _empty_list()}
        given["data"] = {"kind": "secretaries", "organisation_id": place.organisation}
    elif operation.media_type == "application/json":
        given["json"] = BODIES.get(key, lambda _: WHY)(place)
    if operation.method == "GET" and not operation.parameters:
        given["params"] = {
            "organisation_id": place.organisation, "root": place.organisation,
            "scope": "subtree", "limit": 200, "year": 2026,
        }  # fmt: skip
    return await client.request(
        operation.method, operation.address({**SHARED, **place.ids}, action), **given
    )
