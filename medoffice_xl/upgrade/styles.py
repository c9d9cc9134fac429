"""The former workbook's formats, put behind those of the new one: a style's number changes, its looks do not."""

import copy

from medoffice_xl.book.package import Package
from medoffice_xl.book.trees import Tree, as_bytes, main, read_tree

PART = "xl/styles.xml"
_FIRST_OWN_FORMAT = 164
_POOLS = {"fontId": "fonts", "fillId": "fills", "borderId": "borders"}


class Styles:
    """Gives each format of the former workbook a number in the new one; `save` writes those that were asked for."""

    def __init__(self, former: Package, new: Package) -> None:
        self._package = new
        self._old, self._new = read_tree(former, PART), read_tree(new, PART)
        self._numbers: dict[str, int] = {}
        self._parts: dict[tuple[str, int], int] = {}
        self._xfs: dict[tuple[int, int | None], int] = {}
        self._dxfs: dict[int, int] = {}

    def cell(self, style: int, onto: int | None = None) -> int:
        """The new number of a former cell format.

        With `onto`, a format of the new workbook, it keeps the new one's number format and takes the former's fill,
        font, borders and alignment.
        """
        if (style, onto) not in self._xfs:
            xf = copy.deepcopy(self._xf(self._old, style))
            for attribute, pool in _POOLS.items():
                xf.set(attribute, str(self._pooled(pool, int(xf.get(attribute, "0")))))
            xf.set("xfId", "0")
            under = self._xf(self._new, onto) if onto is not None else None
            xf.set("numFmtId", under.get("numFmtId", "0") if under is not None else self._number_format(xf))
            for applied in ("Font", "Fill", "Border", "NumberFormat"):
                xf.set(f"apply{applied}", "1")
            self._xfs[style, onto] = self._append("cellXfs", xf)
        return self._xfs[style, onto]

    def looks(self, style: int) -> tuple[bytes, ...]:
        """What a former format looks like, apart from how it writes numbers: equal looks compare equal."""
        xf = self._xf(self._old, style)
        parts = (self._member(self._old, pool, int(xf.get(attribute, "0"))) for attribute, pool in _POOLS.items())
        return tuple(as_bytes(part) for part in parts if part is not None)

    def conditional(self, number: int) -> int:
        """The new number of a former conditional (differential) format."""
        if number not in self._dxfs:
            found = self._member(self._old, "dxfs", number)
            self._dxfs[number] = 0 if found is None else self._append("dxfs", copy.deepcopy(found))
        return self._dxfs[number]

    def save(self) -> None:
        """Write the formats into the new workbook."""
        if self._xfs or self._dxfs:
            self._package.replace(PART, as_bytes(self._new))

    def _xf(self, root: Tree, style: int) -> Tree:
        found = root.find(main("cellXfs"))
        return found[style] if 0 <= style < len(found) else found[0]

    def _pooled(self, pool: str, number: int) -> int:
        if (pool, number) not in self._parts:
            found = self._member(self._old, pool, number)
            self._parts[pool, number] = 0 if found is None else self._append(pool, copy.deepcopy(found))
        return self._parts[pool, number]

    def _member(self, root: Tree, pool: str, number: int) -> Tree | None:
        members = root.find(main(pool))
        return members[number] if members is not None and 0 <= number < len(members) else None

    def _append(self, pool: str, element: Tree) -> int:
        members = self._new.find(main(pool))
        members.append(element)
        members.set("count", str(len(members)))
        return len(members) - 1

    def _number_format(self, xf: Tree) -> str:
        """A former number format's new id: Excel's own are the same everywhere, others are made anew."""
        number = xf.get("numFmtId", "0")
        if int(number) < _FIRST_OWN_FORMAT:
            return str(number)
        formats = self._old.find(main("numFmts"))
        code = next((one.get("formatCode") for one in formats if one.get("numFmtId") == number), "General")
        if code == "General":
            return "0"
        if code not in self._numbers:
            known = self._new.find(main("numFmts"))
            if known is None:
                known = self._new.makeelement(main("numFmts"))
                self._new.insert(0, known)
            taken = {one.get("formatCode"): int(one.get("numFmtId")) for one in known}
            self._numbers[code] = taken.get(code) or max([_FIRST_OWN_FORMAT - 1, *taken.values()]) + 1
            if code not in taken:
                known.append(known.makeelement(main("numFmt"), numFmtId=str(self._numbers[code]), formatCode=code))
                known.set("count", str(len(known)))
        return str(self._numbers[code])
