"""Figures of a subtree on a day, put together from what each feature counts."""

from collections.abc import Mapping
from datetime import date
from typing import Literal
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import subtree_as_of
from gongwei.access.models import Organisation
from gongwei.core import clock
from gongwei.home.rollup import branches_of, member_counts
from gongwei.home.schemas import (
    LevelOut,
    MemberCountOut,
    MemberFiguresOut,
    OrganisationFiguresOut,
    SecretaryFiguresOut,
    ServiceSplitOut,
    SummaryOut,
    TermFiguresOut,
)
from gongwei.members.code_tables import EDUCATION
from gongwei.members.figures import UNKNOWN, MemberFigures, ServiceCounts, member_figures
from gongwei.organisations.counts import organisation_counts, term_counts
from gongwei.organisations.service import read
from gongwei.secretaries.figures import secretary_figures
from gongwei.secretaries.waiting import talks_due

Language = Literal["zh", "en"]
Words = tuple[str, str]

LARGE_ABOVE = 20
"""A second-level organisation with more members than this counts as large."""

AGE_WORDS: Mapping[str, Words] = {
    "to_35": ("35 岁及以下", "35 and under"),
    "36_45": ("36 至 45 岁", "36 to 45"),
    "46_55": ("46 至 55 岁", "46 to 55"),
    "56_60": ("56 至 60 岁", "56 to 60"),
    "from_61": ("61 岁及以上", "61 and over"),
    UNKNOWN: ("年龄不详", "Age unknown"),
}
EDUCATION_WORDS: Mapping[str, Words] = {
    **{one.code: (one.name, one.name_en) for one in EDUCATION.codes},
    UNKNOWN: ("学历不详", "Education unknown"),
}


async def summary(
    session: AsyncSession,
    actor: Actor,
    organisation_id: UUID,
    as_of: date | None,
    language: Language,
) -> SummaryOut:
    """Figures of an organisation and everything below it. 404 where it may not be known on that
    day."""
    root = await read(session, actor, organisation_id, as_of)
    day = as_of or clock.today()
    branches, group_id = await branches_of(session, root, as_of)
    members = await member_figures(session, actor, branches, day, group_id=group_id)
    secretaries = await secretary_figures(session, actor, subtree_as_of(root, as_of), day)
    due = await talks_due(session, actor, subtree_as_of(root, as_of), day)
    terms = await term_counts(session, root, as_of)
    return SummaryOut(
        as_of=day,
        organisations=await _organisations(session, actor, root, as_of),
        members=_members(members, language),
        secretaries=SecretaryFiguresOut(**vars(secretaries), talks_due=due),
        terms=TermFiguresOut.model_validate(terms),
    )


async def _organisations(
    session: AsyncSession, actor: Actor, root: Organisation, as_of: date | None
) -> OrganisationFiguresOut:
    counts = await organisation_counts(session, actor, root, as_of)
    rolled = await member_counts(session, actor, root, as_of)
    return OrganisationFiguresOut(
        total=counts.total,
        by_kind=counts.by_kind,
        second_level=LevelOut.model_validate(counts.second_level),
        third_level=LevelOut.model_validate(counts.third_level),
        large_threshold=LARGE_ABOVE,
        large=sum(child.members > LARGE_ABOVE for child in rolled.children.values()),
    )


def _members(figures: MemberFigures, language: Language) -> MemberFiguresOut:
    plain = {
        name: value
        for name, value in vars(figures).items()
        if name not in ("age_bands", "education")
    }
    return MemberFiguresOut(
        **plain,
        age_bands=_split(figures.age_bands, AGE_WORDS, language),
        education=_split(figures.education, EDUCATION_WORDS, language),
    )


def _split(
    counted: Mapping[str, ServiceCounts], words: Mapping[str, Words], language: Language
) -> list[ServiceSplitOut]:
    return [
        ServiceSplitOut(
            code=code,
            label=words[code][language == "en"],
            in_service=counts.in_service,
            retired=counts.retired,
        )
        for code, counts in counted.items()
    ]


async def counts_with_children(
    session: AsyncSession, actor: Actor, organisation_id: UUID, as_of: date | None
) -> list[MemberCountOut]:
    """Members of the organisation's subtree, first, and of the subtree of each direct child."""
    root = await read(session, actor, organisation_id, as_of)
    rolled = await member_counts(session, actor, root, as_of)
    return [
        MemberCountOut(
            organisation_id=place,
            members=counts.members,
            in_service=counts.in_service,
            retired=counts.retired,
        )
        for place, counts in ((root.id, rolled.own), *rolled.children.items())
    ]
