"""The certificate and the transcript on paper, and the seal that stands on them."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import segno

from documents.printed import opened, page_count, signs, texts
from factories.service_hours import ServiceDays, a_seal, at
from gongwei.core import clock
from gongwei.volunteering.attendance.models import CheckInMethod

Body = dict[str, Any]
PERIOD = {"from_on": "2024-01-01", "until_on": "2024-12-31"}


async def uploaded(days: ServiceDays, who: str, name: str, content: bytes, place: str) -> str:
    answer = await days.client.post(
        "/api/v1/files", headers=days.world.headers(who), files={"file": (name, content)},
        data={"organisation_id": str(days.world[place].id)},
    )  # fmt: skip
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def put_seal(days: ServiceDays, who: str, place: str, file_id: str) -> Any:
    return await days.client.put(
        f"/api/v1/organisations/{days.world[place].id}/seal",
        headers=days.world.headers(who), json={"file_id": file_id},
    )  # fmt: skip


async def issued(days: ServiceDays) -> Body:
    row = await days.counted("张三", 150)
    await days.act("officer", row.id, "verify")
    body = {**PERIOD, "person_id": str(row.person_id), "purpose": "年度考核"}
    made = (await days.post("clerk", "/certificates", body)).json()
    with clock.Frozen(clock.now() + timedelta(days=8)):
        path = f"/certificates/{made['id']}/actions/issue"
        answer = await days.post("secretary", path)
    assert answer.status_code == 200, answer.text
    found: Body = answer.json()
    return found


async def test_a_seal_is_entered_replaced_and_removed(days: ServiceDays) -> None:
    path = f"/organisations/{days.world['finance'].id}/seal"
    assert (await days.get("secretary", path)).status_code == 404
    for name in ("一.png", "二.png"):
        file_id = await uploaded(days, "secretary", name, a_seal(), "finance")
        answer = await put_seal(days, "secretary", "finance", file_id)
        assert (answer.status_code, answer.json()["file_name"]) == (200, name)
    assert (await days.read("secretary", path))["version"] == 2
    headers = days.world.headers("secretary")
    assert (await days.client.delete(f"/api/v1{path}", headers=headers)).status_code == 204
    assert (await days.get("secretary", path)).status_code == 404


async def test_a_seal_is_a_picture_of_ones_own_subtree(days: ServiceDays) -> None:
    text = await uploaded(days, "secretary", "章.txt", "印章".encode(), "finance")
    answer = await put_seal(days, "secretary", "finance", text)
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, "not_a_picture")
    foreign = await uploaded(days, "neighbour", "章.png", a_seal(), "police")
    assert (await put_seal(days, "secretary", "finance", foreign)).status_code == 422
    assert (await put_seal(days, "secretary", "police", foreign)).status_code == 404
    assert (await put_seal(days, "clerk", "finance", foreign)).status_code == 403


async def printed(days: ServiceDays, who: str, certificate_id: str, language: str = "zh") -> Any:
    return await days.client.get(
        f"/api/v1/certificates/{certificate_id}/document",
        headers={**days.world.headers(who), "Accept-Language": language},
    )


async def test_a_certificate_is_one_page_with_number_code_and_seal(days: ServiceDays) -> None:
    plain = await issued(days)
    before = await printed(days, "secretary", plain["id"])
    assert before.status_code == 200, before.text
    file_id = await uploaded(days, "secretary", "章.png", a_seal(), "finance")
    await put_seal(days, "secretary", "finance", file_id)
    sealed = await printed(days, "secretary", plain["id"])
    assert sealed.headers["content-type"] == "application/pdf"
    assert (page_count(before.content), page_count(sealed.content)) == (1, 1)
    assert set("志愿服务证明张三小时分年度考核记录补录") <= signs(sealed.content)
    assert set(plain["number"]) <= signs(sealed.content)
    assert b"/Subtype/Image" in sealed.content.replace(b" ", b"")
    assert len(sealed.content) > len(before.content)
    english = await printed(days, "secretary", plain["id"], "en")
    assert set("Certificate") <= signs(english.content)


async def test_a_seal_above_stands_on_what_was_issued_there(days: ServiceDays) -> None:
    file_id = await uploaded(days, "officer", "章.png", a_seal("RGBA"), "root")
    await put_seal(days, "officer", "root", file_id)
    row = await days.counted("张三", 150)
    await days.act("officer", row.id, "verify")
    made = (
        await days.post("clerk", "/certificates", {**PERIOD, "person_id": str(row.person_id)})
    ).json()
    with clock.Frozen(clock.now() + timedelta(days=8)):
        await days.post("officer", f"/certificates/{made['id']}/actions/issue")
    await days.link("member", row.person_id)
    for who in ("secretary", "member"):
        answer = await printed(days, who, made["id"])
        assert answer.status_code == 200
        assert b"/Subtype/Image" in answer.content.replace(b" ", b"")


async def test_only_an_issued_certificate_is_printed(days: ServiceDays) -> None:
    row = await days.counted("张三", 150)
    await days.act("officer", row.id, "verify")
    body = {**PERIOD, "person_id": str(row.person_id)}
    made = (await days.post("clerk", "/certificates", body)).json()
    answer = await printed(days, "secretary", made["id"])
    assert (answer.status_code, answer.json()["code"]) == (409, "certificate_not_issued")
    assert (await printed(days, "neighbour", made["id"])).status_code == 404


async def test_the_transcript_has_two_tables_with_two_sums(days: ServiceDays) -> None:
    row = await days.counted("张三", 150)
    await days.act("officer", row.id, "verify")
    late = {
        "person_id": str(row.person_id), "day": "2024-05-12", "minutes": 45, "title": "护河",
        "reason": "手机没电",
    }  # fmt: skip
    entered = (await days.post("officer", "/volunteer-hours", late)).json()
    await days.act("officer", UUID(entered["id"]), "verify")
    path = f"/volunteer-transcripts/{row.person_id}"
    word = await days.get("secretary", path, format="docx")
    text = texts(opened(word.content))
    for said in (
        "2 小时 30 分（1 次）", "45 分（1 次）", "清洁家园", "护河", "补录事由：手机没电",
        "由活动现场签到、签退计算，合计 2 小时 30 分。", "事后登记，合计 45 分。两项合计不相加。",
    ):  # fmt: skip
        assert said in text
    pdf = await days.get("secretary", path)
    assert (pdf.headers["content-type"], page_count(pdf.content)) == ("application/pdf", 1)
    assert (await days.get("neighbour", path)).status_code == 404


async def test_the_transcript_tells_what_was_marked_afterwards(days: ServiceDays) -> None:
    activity, person_id = await days.activity(), await days.person("张三")
    marked = {"method": CheckInMethod.LIST, "recorded_at": at("18:00"), "reason": "手机没电"}
    await days.served(activity, person_id, "09:00", "12:00", **marked)
    await days.complete(activity)
    row = await days.hours_of(activity, person_id)
    await days.act("officer", row.id, "verify")
    path = f"/volunteer-transcripts/{person_id}"
    word = await days.get("secretary", path, format="docx")
    assert "说明：签到是事后补记的" in texts(opened(word.content))


async def test_a_member_takes_the_own_transcript(days: ServiceDays) -> None:
    answer = await days.get("member", "/me/volunteer-transcript")
    assert (answer.status_code, answer.json()["code"]) == (409, "no_person")
    row = await days.counted("张三", 150, place="police_office")
    await days.act("officer", row.id, "verify")
    await days.link("member", row.person_id)
    word = await days.get("member", "/me/volunteer-transcript", format="docx")
    assert "2 小时 30 分（1 次）" in texts(opened(word.content))


def test_the_code_says_where_it_is_checked() -> None:
    """The picture is the one that the library makes of the address; its reading is tried with a
    camera in the tests of the phone."""
    address = "http://test/m/#certificate=abc"
    assert segno.make(address, error="m", micro=False).version == 3
