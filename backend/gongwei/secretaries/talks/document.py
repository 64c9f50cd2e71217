"""A talk on paper: a letter after GB/T 9704-2012, or the record of a talk to be signed."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import literal, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, OrganisationKind, Person
from gongwei.access.narrowing import as_oneself, whole_tree
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope, refuse_unready, visible
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.errors import NOT_FOUND
from gongwei.documents.description import (
    Block,
    Document,
    Facts,
    Heading,
    Language,
    Letter,
    Paragraphs,
    Record,
    Signatures,
    Table,
    TableRow,
)
from gongwei.documents.words import day_in_words
from gongwei.secretaries.models import Appointment
from gongwei.secretaries.naming import post_in_words
from gongwei.secretaries.talks.models import Talk, TalkKind
from gongwei.secretaries.talks.naming import KINDS

READ = Permission.TALKS_READ
NAMELESS = "—"
NO_NUMBER = "〔　　　　〕　　号"
NO_DAY = "　　　　年　　月　　日"

WORDS = {
    "title": ("{kind}记录", "{kind}: record"),
    "talked_to": ("谈话对象", "With"),
    "asked": ("函询对象", "To"),
    "organisation": ("所在党组织", "Organisation"),
    "post": ("职务", "Post"),
    "held_on": ("谈话日期", "Held on"),
    "sent_on": ("发函日期", "Sent on"),
    "due_on": ("应谈日期", "Due on"),
    "reply_by": ("答复期限", "Reply due on"),
    "place": ("地点", "Place"),
    "talker": ("谈话人", "Talker"),
    "asker": ("签发人", "Signed by"),
    "number": ("文号", "Number"),
    "subject": ("事由", "Subject"),
    "content": ("谈话内容", "What was said"),
    "letter": ("函询内容", "The inquiry"),
    "issues": ("指出的问题和整改要求", "Issues and demands"),
    "no": ("序号", "No."),
    "issue": ("问题", "Issue"),
    "demand": ("整改要求", "Demand"),
    "deadline": ("整改期限", "Deadline"),
    "statement": ("本人说明", "Statement of the person"),
    "reply": ("答复", "Reply"),
    "acknowledged": ("本人于 {day} 在系统中确认。", "Acknowledged in the system on {day}."),
    "sign_talker": ("谈话人：", "Talker: "),
    "sign_person": ("谈话对象：", "Person: "),
}


@dataclass(frozen=True)
class TalkDocument:
    """The document and what its file is called, without its ending."""

    document: Document
    name: str


@dataclass(frozen=True)
class _Around:
    """The names around a talk."""

    organisation: str
    person: str
    post: str


async def talk_document(
    session: AsyncSession, actor: Actor, talk_id: UUID, language: Language
) -> TalkDocument:
    """A letter in Chinese, whatever the caller's language, or the record of a talk.

    For who may read talks of the subtree and for the person talked to; 404 for others. Taking it
    away is recorded, one's own talk excepted.
    """
    refuse_unready(actor)
    talk = (await session.exec(visible(actor, Talk, READ).where(col(Talk.id) == talk_id))).first()
    if talk is None:
        return await _own_talk(session, actor, talk_id, language)
    record(session, actor, "talk.export", talk)
    return await _document(session, actor, talk, language)


async def _own_talk(
    session: AsyncSession, actor: Actor, talk_id: UUID, language: Language
) -> TalkDocument:
    if actor.person_id is None:
        raise NOT_FOUND()
    async with as_oneself(session, actor) as oneself:
        own = (col(Talk.id) == talk_id, col(Talk.person_id) == actor.person_id)
        talk = (await session.exec(visible(oneself, Talk, READ).where(*own))).first()
        if talk is not None:
            return await _document(session, oneself, talk, language)
    raise NOT_FOUND()


async def _document(
    session: AsyncSession, reader: Actor, talk: Talk, language: Language
) -> TalkDocument:
    around = await _around(session, reader, talk, language)
    if talk.kind is TalkKind.LETTER:
        issuer = await _issuer(session, reader, talk)
        return TalkDocument(_letter(talk, issuer), talk.title)
    title = _said("title", language, kind=KINDS[talk.kind][language == "en"])
    parts: list[Block] = [_facts(talk, around, language), *_parts(talk, language)]
    document = Record(title, "", f"{title}　{around.person}", tuple(parts), language)
    return TalkDocument(document, f"{title}-{around.person}")


async def _around(session: AsyncSession, reader: Actor, talk: Talk, language: Language) -> _Around:
    query = (
        select(col(Organisation.name), col(Person.name), col(Appointment.post))
        .select_from(Talk)
        .join(Organisation, col(Organisation.id) == col(Talk.organisation_id))
        .outerjoin(Person, col(Person.id) == col(Talk.person_id))
        .outerjoin(Appointment, col(Appointment.id) == col(Talk.appointment_id))
        .where(in_scope(reader, Talk, READ), col(Talk.id) == talk.id)
    )
    organisation, person, post = (await session.execute(query)).one()
    called = post_in_words(post, language) if post else ""
    return _Around(organisation, person or NAMELESS, called)


async def _issuer(session: AsyncSession, actor: Actor, talk: Talk) -> str:
    """The working committee above the organisation that the letter is about."""
    async with whole_tree(session, actor):
        about = select(col(Organisation.path)).where(col(Organisation.id) == talk.organisation_id)
        path = await session.scalar(about)
        above = (
            select(col(Organisation.name))
            .where(
                literal(path).startswith(col(Organisation.path)),
                col(Organisation.kind) == OrganisationKind.WORKING_COMMITTEE,
            )
            .order_by(col(Organisation.depth).desc())
            .limit(1)
        )
        return (await session.scalar(above)) or ""


def _letter(talk: Talk, issuer: str) -> Letter:
    dated = day_in_words(talk.held_on) or NO_DAY
    issues = [f"{number}．{_sentence(issue)}" for number, issue in enumerate(talk.issues, start=1)]
    return Letter(
        issuer=issuer,
        number=talk.number or NO_NUMBER,
        title=talk.title,
        addressee=talk.addressee or "",
        body="\n".join((talk.content, *issues)),
        signer=issuer,
        dated=dated,
        printed_by=issuer,
        printed_on=f"{dated}印发",
    )


def _sentence(issue: dict[str, str]) -> str:
    text, demand = issue.get("text") or "", issue.get("demand") or ""
    return f"{text}（整改要求：{demand}）" if demand else text


def _facts(talk: Talk, around: _Around, language: Language) -> Facts:
    inquiry = talk.kind is TalkKind.INQUIRY
    held = "sent_on" if inquiry else "held_on"

    def pair(key: str, value: str) -> tuple[str, str]:
        return _said(key, language), value

    pairs = [
        pair("asked" if inquiry else "talked_to", around.person),
        pair("post", around.post),
        pair("organisation", around.organisation),
        pair("asker" if inquiry else "talker", talk.talker or ""),
        pair(held, day_in_words(talk.held_on, language)),
        pair("reply_by" if inquiry else "due_on", day_in_words(talk.due_on, language)),
    ]
    if inquiry or talk.number:
        pairs.append(pair("number", talk.number or ""))
    if not inquiry:
        pairs.append(pair("place", talk.place or ""))
    if talk.deadline:
        pairs.append(pair("deadline", day_in_words(talk.deadline, language)))
    return Facts(tuple(pairs), (pair("subject", talk.title),))


def _parts(talk: Talk, language: Language) -> list[Block]:
    inquiry = talk.kind is TalkKind.INQUIRY
    content = "letter" if inquiry else "content"
    parts: list[Block] = [Heading(_said(content, language)), Paragraphs(talk.content)]
    if talk.issues:
        heads = tuple(_said(key, language) for key in ("no", "issue", "demand"))
        rows = tuple(
            TableRow((str(number), issue.get("text") or "", issue.get("demand") or ""))
            for number, issue in enumerate(talk.issues, start=1)
        )
        parts += [Heading(_said("issues", language)), Table(heads, (0.7, 4, 4), rows)]
    acknowledged = ""
    if talk.acknowledged_at is not None:
        day = day_in_words(clock.day_of(talk.acknowledged_at), language)
        acknowledged = _said("acknowledged", language, day=day)
    stated = "\n".join(text for text in (talk.statement, acknowledged) if text)
    parts += [Heading(_said("reply" if inquiry else "statement", language)), Paragraphs(stated)]
    signed = ("sign_person",) if inquiry else ("sign_talker", "sign_person")
    parts.append(Signatures(tuple(_said(key, language) for key in signed)))
    return parts


def _said(key: str, language: Language, **values: object) -> str:
    return WORDS[key][language == "en"].format(**values)
