"""Advice on one organisation: the facts are gathered here, the rules are pure
(organisations/advice.py)."""

from datetime import date
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, OrganisationKind
from gongwei.core import clock
from gongwei.home.rollup import branches_of
from gongwei.home.schemas import AdviceOut, ArticleOut, FindingOut
from gongwei.home.summary import Language
from gongwei.members.figures import member_figures
from gongwei.organisations.advice import Facts, Finding, TermFacts, advise
from gongwei.organisations.counts import current_term, organisation_counts
from gongwei.organisations.dated import depths_on, exists_on, parents_on
from gongwei.organisations.service import read
from gongwei.organisations.tree import items_of
from gongwei.secretaries.figures import secretary_facts


async def advice(
    session: AsyncSession,
    actor: Actor,
    organisation_id: UUID,
    as_of: date | None,
    language: Language,
) -> AdviceOut:
    """What the regulations ask of the organisation on a day. 404 where it may not be known then."""
    organisation = await read(session, actor, organisation_id, as_of)
    day = as_of or clock.today()
    if not await exists_on(session, organisation, as_of):  # dissolved: nothing is asked of it
        return AdviceOut(as_of=day, items=[])
    found = advise(await _facts(session, actor, organisation, as_of), day)
    return AdviceOut(as_of=day, items=[_finding_out(one, language) for one in found])


async def _facts(
    session: AsyncSession, actor: Actor, organisation: Organisation, as_of: date | None
) -> Facts:
    day = as_of or clock.today()
    branches, group_id = await branches_of(session, organisation, as_of)
    members = await member_figures(session, actor, branches, day, group_id=group_id)
    term = await current_term(session, organisation.id, as_of)
    posts = await secretary_facts(session, actor, organisation.id, day)
    counts = await organisation_counts(session, actor, organisation, as_of)
    return Facts(
        kind=organisation.kind,
        members=members.total,
        full_members=members.full,
        second_level=await _is_second_level(session, actor, organisation, as_of),
        term=TermFacts(term.elected_on, term.ends_on) if term else None,
        has_secretary=posts.has_secretary,
        has_full_time_secretary=posts.full_time_secretary,
        has_full_time_deputy=posts.full_time_deputies > 0,
        children=counts.second_level.total,
    )


async def _is_second_level(
    session: AsyncSession, actor: Actor, organisation: Organisation, as_of: date | None
) -> bool:
    """Whether a working committee leads it directly; by the depth where the caller may not see
    who does."""
    parent_id = (await parents_on(session, [organisation.id], as_of)).get(organisation.id)
    if parent_id is None:
        return False
    parent = (await items_of(session, actor, [parent_id], as_of)).get(parent_id)
    if parent is None:
        return (await depths_on(session, actor, [organisation.id], as_of))[organisation.id] == 1
    return parent.kind is OrganisationKind.WORKING_COMMITTEE


def _finding_out(finding: Finding, language: Language) -> FindingOut:
    at = int(language == "en")
    article = finding.article
    return FindingOut(
        code=finding.code,
        severity=finding.severity,
        title=finding.title[at],
        detail=finding.detail[at],
        article=ArticleOut(
            document=article.document[at], article=article.article[at], text=article.text[at]
        ),
    )
