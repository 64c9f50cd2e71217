"""What the handlers of one change share: who acts on which day, and what the change touched so
far."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.edges import OrganisationEdge
from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import visible
from gongwei.audit.record import record
from gongwei.core.models import Row
from gongwei.organisations.changes.followers import Words, path_followers
from gongwei.organisations.planting import lead, next_position, transplant
from gongwei.organisations.problems import TARGET_UNKNOWN


@dataclass(frozen=True)
class Effect:
    """One thing that a change does, in Chinese and English."""

    code: str
    words: Words


@dataclass
class Applied:
    """What a change did: `touched` are the organisations that it changed, `around` their
    parents."""

    effects: list[Effect] = field(default_factory=list)
    touched: set[UUID] = field(default_factory=set)
    around: set[UUID] = field(default_factory=set)
    created: list[Organisation] = field(default_factory=list)


@dataclass
class Work:
    """One change under way. `on` is the day on which it takes effect, `today` or not."""

    session: AsyncSession
    actor: Actor
    organisation: Organisation
    on: date
    reason: str
    applied: Applied = field(default_factory=Applied)

    async def target(self, organisation_id: UUID | None) -> Organisation:
        """Another organisation that the payload names. Raises `target_unknown` (409)."""
        query = visible(self.actor, Organisation, Permission.ORGANISATIONS_READ)
        found = (await self.session.exec(query.where(Organisation.id == organisation_id))).first()
        if found is None:
            raise TARGET_UNKNOWN()
        return found

    def effect(self, code: str, zh: str, en: str) -> None:
        """Tell the preview about something that the change does."""
        self.applied.effects.append(Effect(code, (zh, en)))

    def note(self, action: str, organisation: Organisation, *parts: Row) -> None:
        """Record what happened to an organisation, with the dated rows that belong to it."""
        self.applied.touched.add(organisation.id)
        if organisation.parent_id is not None:
            self.applied.around.add(organisation.parent_id)
        record(
            self.session, self.actor, f"organisation.{action}", organisation,
            reason=self.reason, parts=parts,
        )  # fmt: skip

    async def lead_anew(
        self, organisation: Organisation, edge: OrganisationEdge, parent: Organisation
    ) -> int:
        """End `edge` and put the organisation, with its subtree, under `parent`; answers how many
        moved."""
        self.applied.around.add(edge.parent_id)
        edge.valid_to = self.on
        await self.session.flush()
        begun = lead(organisation.id, parent.id, self.on)
        self.session.add(begun)
        organisation.position = await next_position(self.session, parent.id)
        organisation.parent_id = parent.id
        left = organisation.path
        moved = await transplant(self.session, organisation, parent)
        for follower in path_followers():
            await follower(self.session, left, organisation.path)
        self.note("moved", organisation, edge, begun)
        return moved
