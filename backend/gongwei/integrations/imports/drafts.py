"""What an import of any kind does with its rows: read them, compare them with what is held, write
them.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.core.bulk import Progress
from gongwei.integrations.imports.faults import Fault
from gongwei.integrations.imports.models import Outcome
from gongwei.integrations.imports.row_reader import RowReader


@dataclass(frozen=True)
class Setting:
    """For whom and where an import works: `root` is the organisation at and below which it may
    reach.
    """

    session: AsyncSession
    actor: Actor
    root: Organisation
    as_of: date


@dataclass(frozen=True)
class Comparison:
    """What the rows would do: faults that only the records can tell, an outcome for each row."""

    faults: Sequence[Fault] = ()
    outcomes: Mapping[int, Outcome] = field(default_factory=dict)


class Draft(ABC):
    """The rows of one kind of import on their way. The methods are called in the order in which
    they stand here.
    """

    def __init__(self, setting: Setting) -> None:
        self.setting = setting

    @abstractmethod
    async def prepare(self) -> None:
        """Load what every row is checked against."""

    @abstractmethod
    def read(self, row: RowReader) -> None:
        """Take one row; its faults are left with the reader."""

    @abstractmethod
    async def compare(self, progress: Progress) -> Comparison:
        """Compare the rows without faults with what is held. Writes nothing."""

    @abstractmethod
    async def write(self, progress: Progress) -> None:
        """Write all rows, which are without faults, and record them. `progress` is told rows
        done.
        """
