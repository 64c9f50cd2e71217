"""The certificate on paper: number, seal, and the code by which anyone checks it."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from uuid import UUID

import segno
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, Person
from gongwei.access.narrowing import as_oneself, whole_tree
from gongwei.access.scope import fetch, refuse_unready
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.documents.description import Certificate as Printed
from gongwei.documents.description import Language
from gongwei.documents.words import day_in_words
from gongwei.volunteering.certificates.models import Certificate, CertificateState
from gongwei.volunteering.certificates.problems import NOT_ISSUED
from gongwei.volunteering.certificates.reading import READ, check_address, own_certificate
from gongwei.volunteering.certificates.seals import seal_of
from gongwei.volunteering.certificates.stars import star_level
from gongwei.volunteering.certificates.wording import duration, stars
from gongwei.volunteering.certificates.workflow import CERTIFICATE

REMARK = (
    "记录时长由活动现场签到、签退计算，补录时长为事后登记，均经他人核实，两项不合并计算。"
    "本证明开具前已在本单位公示 7 天。"
)
REMARK_EN = (
    "Recorded time was computed from check-ins at the activities, late entries were written down "
    "afterwards; both were verified by another person and are not added up. The certificate was on "
    "notice inside the unit for seven days."
)
WORDS = {
    "title": ("志愿服务证明", "Certificate of Volunteer Service"),
    "number": ("编号：{number}", "No. {number}"),
    "body": (
        "兹证明 {name} 同志于 {since} 至 {until} 期间参加志愿服务，经核实的服务时长如下。",
        "This certifies that {name} was a volunteer between {since} and {until}, with these hours.",
    ),
    "name": ("姓名", "Name"),
    "organisation": ("所在党组织", "Organisation"),
    "period": ("服务期间", "Period"),
    "span": ("{since}至{until}", "{since} to {until}"),
    "recorded": ("记录时长", "Recorded"),
    "late_entry": ("补录时长", "Entered late"),
    "star": ("志愿者星级", "Star level"),
    "purpose": ("用途", "Purpose"),
    "remark": (REMARK, REMARK_EN),
    "check": ("扫码核验真伪\n{code}", "Scan to check\n{code}"),
    "file": ("志愿服务证明-{name}-{number}", "Certificate-{name}-{number}"),
}


@dataclass(frozen=True)
class CertificateDocument:
    """The document and what its file is called, without its ending."""

    document: Printed
    name: str


async def certificate_document(
    session: AsyncSession, actor: Actor, certificate_id: UUID, *, origin: str, data_dir: Path,
    language: Language,
) -> CertificateDocument:  # fmt: skip
    """For those in reach, whose taking it away is recorded, and for the person concerned.

    Raises `certificate_not_issued` (409).
    """
    refuse_unready(actor)
    row = await own_certificate(session, actor, certificate_id)
    if row is None:
        row = await fetch(session, actor, Certificate, certificate_id, read=READ)
        record(session, actor, "certificate.export", row)
    if row.state is not CertificateState.ISSUED:
        zh, en = CERTIFICATE.words[row.state]
        raise NOT_ISSUED(state_zh=zh, state_en=en)
    async with as_oneself(session, actor) as oneself:
        reader = oneself if actor.person_id == row.person_id else actor
        seal = await seal_of(session, reader, row.issuer_id, data_dir)
        async with whole_tree(session, reader):
            names = await _names(session, row)
    return _described(row, names, seal, check_address(origin, row.code or ""), language)


@dataclass(frozen=True)
class _Names:
    person: str
    organisation: str
    issuer: str


async def _names(session: AsyncSession, row: Certificate) -> _Names:
    """Who it is about and who issued it. The issuer may stand above the reader."""
    people = select(Person.name).where(col(Person.id) == row.person_id)
    places = select(Organisation.id, Organisation.name).where(
        col(Organisation.id).in_((row.organisation_id, row.issuer_id))
    )
    names = dict((await session.exec(places)).all())
    own = names[row.organisation_id]
    issuer = names.get(row.issuer_id, own) if row.issuer_id else own
    return _Names((await session.exec(people)).one(), own, issuer)


def _described(
    row: Certificate, names: _Names, seal: str, address: str, language: Language
) -> CertificateDocument:
    def said(key: str, **values: object) -> str:
        return WORDS[key][1 if language == "en" else 0].format(**values)

    assert row.issued_at is not None
    since, until = (day_in_words(day, language) for day in (row.from_on, row.until_on))
    pairs = (
        (said("name"), names.person),
        (said("organisation"), names.organisation),
        (said("period"), said("span", since=since, until=until)),
        (said("recorded"), duration(row.recorded_minutes, language)),
        (said("late_entry"), duration(row.late_entry_minutes, language)),
        (said("star"), stars(star_level(row.recorded_minutes), language)),
        *([(said("purpose"), row.purpose)] if row.purpose else []),
    )
    document = Printed(
        title=said("title"),
        number=said("number", number=row.number),
        body=said("body", name=names.person, since=since, until=until),
        pairs=pairs,
        remark=said("remark"),
        issuer=names.issuer,
        dated=day_in_words(clock.day_of(row.issued_at), language),
        check=said("check", code=row.code),
        pictures={"check": check_picture(address), "seal": seal},
        language=language,
    )
    return CertificateDocument(document, said("file", name=names.person, number=row.number))


def check_picture(address: str) -> str:
    """The address as a QR code (ISO/IEC 18004), drawn as SVG."""
    drawn = BytesIO()
    segno.make(address, error="m", micro=False).save(
        drawn, kind="svg", border=2, xmldecl=False, svgns=True, omitsize=True
    )
    return drawn.getvalue().decode()
