"""How long the common texts of an old Excel workbook are ([MS-XLS] 2.4.265): told without making them."""

from collections.abc import Iterator, Sequence

_WIDE, _EXTENDED, _RICH = 1, 4, 8
_HEADER = 8
_RUN = 4


def lengths_of_texts(records: Sequence[bytes]) -> Iterator[int]:
    """Characters of each text of an SST record and those that go on with it; raises IndexError where they break off.

    Where a text goes on in the next record, a byte before its characters says anew whether they are wide.
    """
    walk = _Walk(records)
    count = int.from_bytes(walk.take(_HEADER)[4:], "little")
    for _ in range(count):
        length = int.from_bytes(walk.take(2), "little")
        flags = walk.take(1)[0]
        runs = int.from_bytes(walk.take(2), "little") if flags & _RICH else 0
        extra = int.from_bytes(walk.take(4), "little") if flags & _EXTENDED else 0
        walk.skip_characters(length, flags)
        walk.skip(_RUN * runs + extra)
        yield length


class _Walk:
    """A place in records that follow each other."""

    def __init__(self, records: Sequence[bytes]) -> None:
        self._records = [record for record in records if record]
        self._record = self._place = 0

    def take(self, size: int) -> bytes:
        """The next bytes, which stand in one record."""
        if self._left() == 0:
            self._next()
        taken = self._records[self._record][self._place : self._place + size]
        if len(taken) < size:
            raise IndexError
        self._place += size
        return taken

    def skip(self, size: int) -> None:
        while size:
            if self._left() == 0:
                self._next()
            step = min(size, self._left())
            self._place += step
            size -= step

    def skip_characters(self, length: int, flags: int) -> None:
        while length:
            if self._left() == 0:
                self._next()
                flags = self.take(1)[0]
            width = 2 if flags & _WIDE else 1
            step = min(length, max(self._left() // width, 1))
            self._place = min(self._place + step * width, len(self._records[self._record]))
            length -= step

    def _left(self) -> int:
        return len(self._records[self._record]) - self._place

    def _next(self) -> None:
        self._record, self._place = self._record + 1, 0
        if self._record == len(self._records):
            raise IndexError
