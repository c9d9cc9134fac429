"""Charts of a sheet."""

from collections.abc import Iterator, Mapping
from itertools import count
from typing import TYPE_CHECKING, Any

from xlwings import XlwingsError

from medoffice_xl.hosts.libreoffice.bridge import struct
from medoffice_xl.hosts.libreoffice.engine.looks import POINT
from medoffice_xl.hosts.libreoffice.engine.plain_errors import plain_errors
from medoffice_xl.hosts.libreoffice.engine.ranges import Range

if TYPE_CHECKING:
    from medoffice_xl.hosts.libreoffice.engine.sheets import Sheet

KINDS: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "column_clustered": ("Bar", {"Vertical": False}),
    "column_stacked": ("Bar", {"Vertical": False, "Stacked": True}),
    "bar_clustered": ("Bar", {"Vertical": True}),
    "bar_stacked": ("Bar", {"Vertical": True, "Stacked": True}),
    "line": ("Line", {}),
    "line_markers": ("Line", {"SymbolType": -1}),
    "pie": ("Pie", {}),
    "doughnut": ("Donut", {}),
    "area": ("Area", {}),
    "xy_scatter": ("XY", {}),
}
"""xlwings' chart types: LibreOffice's diagram and its settings. "Vertical" there speaks of the axis, not the bars."""


@plain_errors
class Charts:
    """The charts on one sheet."""

    def __init__(self, parent: "Sheet") -> None:
        self.parent = parent

    @property
    def api(self) -> Any:
        """LibreOffice's charts."""
        return self.parent.api.Charts

    def __call__(self, key: int | str) -> "Chart":
        """The chart of this place (from 1) or name."""
        names = self.api.ElementNames
        if isinstance(key, int):
            return Chart(self.parent, names[key - 1])
        if key not in names:
            raise KeyError(key)
        return Chart(self.parent, key)

    def __contains__(self, key: object) -> bool:
        names = self.api.ElementNames
        return 1 <= key <= len(names) if isinstance(key, int) else key in names

    def __len__(self) -> int:
        return len(self.api.ElementNames)

    def __iter__(self) -> Iterator["Chart"]:
        return iter([Chart(self.parent, name) for name in self.api.ElementNames])

    def add(
        self,
        left: float = 0,
        top: float = 0,
        width: float = 355,
        height: float = 211,
        *,
        chart_type: str | None = None,
        source: Range | None = None,
        name: str | None = None,
        anchor: Any = None,
        **_: Any,
    ) -> "Chart":
        """A chart at a place in points, or where `anchor` begins."""
        if anchor is not None:
            left, top = anchor.left, anchor.top
        place = struct(
            "com.sun.star.awt.Rectangle",
            X=round(left * POINT),
            Y=round(top * POINT),
            Width=round(width * POINT),
            Height=round(height * POINT),
        )
        name = name or self._free_name()
        self.api.addNewByName(name, place, (source.api.RangeAddress,) if source is not None else (), True, True)
        chart = Chart(self.parent, name)
        chart.chart_type = chart_type or "column_clustered"
        return chart

    def _free_name(self) -> str:
        """A chart's name must be unique among all shapes of the workbook."""
        sheets = [sheet.api for sheet in self.parent.book.sheets]
        used = {name for sheet in sheets for name in sheet.Charts.ElementNames}
        used |= {shape.Name for sheet in sheets for shape in sheet.DrawPage}
        return next(name for name in (f"Chart {number}" for number in count(1)) if name not in used)


@plain_errors
class Chart:
    """One chart."""

    def __init__(self, parent: "Sheet", name: str) -> None:
        self.parent = parent
        self.name = name

    @property
    def api(self) -> Any:
        """LibreOffice's chart."""
        return self.parent.api.Charts.getByName(self.name)

    @property
    def _document(self) -> Any:
        return self.api.EmbeddedObject

    def set_source_data(self, source: Range, plot_by: str | None = None) -> None:
        """The range it shows, with headings."""
        place = (source.api.RangeAddress,)
        if self.api.Ranges:
            self.api.setRanges(place)
            return
        # LibreOffice 25.2 crashes when a chart without data is given some: make it anew instead.
        kind, box = self.chart_type, self._box()
        self.parent.api.Charts.removeByName(self.name)
        self.parent.api.Charts.addNewByName(self.name, box, place, True, True)
        self.chart_type = kind

    def _box(self) -> Any:
        shape = self._shape()
        return struct(
            "com.sun.star.awt.Rectangle",
            X=shape.Position.X,
            Y=shape.Position.Y,
            Width=shape.Size.Width,
            Height=shape.Size.Height,
        )

    def _shape(self) -> Any:
        for shape in self.parent.api.DrawPage:
            if getattr(shape, "PersistName", "") == self.name:
                return shape
        raise XlwingsError(f"The chart {self.name} is gone.")

    @property
    def chart_type(self) -> str:
        """Its kind, such as column_clustered."""
        diagram = self._document.Diagram
        named = str(diagram.getDiagramType()).rpartition(".")[2].removesuffix("Diagram")
        for kind, (name, settings) in KINDS.items():
            if name == named and all(getattr(diagram, key) == value for key, value in settings.items()):
                if name == "Bar" and bool(diagram.Stacked) != ("Stacked" in settings):
                    continue
                return kind
        return named

    @chart_type.setter
    def chart_type(self, kind: str) -> None:
        if kind not in KINDS:
            raise XlwingsError(f"No chart of type {kind} here. There are: {', '.join(KINDS)}.")
        name, settings = KINDS[kind]
        document = self._document
        document.setDiagram(document.createInstance(f"com.sun.star.chart.{name}Diagram"))
        for key, value in settings.items():
            setattr(document.Diagram, key, value)

    @property
    def title(self) -> str | None:
        """What stands above it; None when nothing does."""
        document = self._document
        return str(document.Title.String) if document.HasMainTitle else None

    @title.setter
    def title(self, title: str | None) -> None:
        document = self._document
        document.HasMainTitle = title is not None
        if title is not None:
            document.Title.String = title

    @property
    def left(self) -> float:
        """Points from the sheet's left edge."""
        return float(self._shape().Position.X / POINT)

    @property
    def top(self) -> float:
        """Points from the sheet's upper edge."""
        return float(self._shape().Position.Y / POINT)

    @property
    def width(self) -> float:
        """Points."""
        return float(self._shape().Size.Width / POINT)

    @property
    def height(self) -> float:
        """Points."""
        return float(self._shape().Size.Height / POINT)

    def delete(self) -> None:
        """Take it off the sheet."""
        self.parent.api.Charts.removeByName(self.name)
