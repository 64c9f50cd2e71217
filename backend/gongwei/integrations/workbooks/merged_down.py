"""A value that was merged down over several rows stands in each of them."""

from collections import defaultdict
from collections.abc import Iterable

from gongwei.integrations.workbooks.cells import Cell, Merge, Row


class MergedDown:
    """Gives rows, in their order, what people see in them: below the first cell of a merge that
    goes straight down the file holds nothing.

    Merges that begin above `first_row`, from 0, are heads and titles, and merges across columns
    are headings between the rows: both are left alone.
    """

    def __init__(self, merges: Iterable[Merge], first_row: int) -> None:
        self._beginning: dict[int, list[Merge]] = defaultdict(list)
        for merge in merges:
            if merge.first_column == merge.last_column and first_row <= merge.first_row:
                self._beginning[merge.first_row].append(merge)
        self._open: list[tuple[Merge, Cell]] = []

    def seen(self, index: int, row: Row) -> Row:
        """The row with the values that reach down into it."""
        self._open = [one for one in self._open if index <= one[0].last_row]
        seen = list(row)
        for merge, cell in self._open:
            seen.extend([None] * (merge.first_column + 1 - len(seen)))
            seen[merge.first_column] = seen[merge.first_column] or cell
        for merge in self._beginning.pop(index, ()):
            corner = row[merge.first_column] if merge.first_column < len(row) else None
            if corner is not None:
                self._open.append((merge, corner))
        return seen
