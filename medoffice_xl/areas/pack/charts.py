"""Charts of a page as the pack draws them, and what they show in words."""

from collections.abc import Sequence

from medoffice_xl.areas.pack.axes import ticks
from medoffice_xl.areas.pack.document import BridgeBlock, ChartBlock, Drawing, Step, Tick
from medoffice_xl.areas.pack.tables import Names, under_other_names, without_few
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Axis, Bridge, Chart, Shape, TotalChart
from medoffice_xl.pages.fields import NUMBER_FORMATS
from medoffice_xl.pages.pack import Excerpt
from medoffice_xl.pages.shown import ShownPages, as_number
from medoffice_xl.pages.written import written

LOOKS = ("dark", "pale", "middle")
"""How series are filled, from the first on: told apart in grey."""

_TOLD_ONE_BY_ONE = 7
_MOST_STEPS = 12


def chart_block(excerpt: Excerpt, chart: Chart, pages: ShownPages, fewest: int) -> ChartBlock | None:
    """A chart of a list's rows; None where there are none. Raises ValueError for one whose names are worked out."""
    if chart.label:
        raise ValueError(f"the pack does not draw {chart.name}: the names of its categories are worked out")
    page = chart.page or excerpt.page
    rows = pages.rows(page, chart.block)
    if excerpt.people:
        rows, _ = without_few(rows, excerpt.people, fewest)
    rows = rows[-excerpt.rows :]
    if not rows:
        return None
    across = next(each for each in pages.listing(page, chart.block).fields if each.name == chart.across)
    number_format = chart.bottom.number_format or across.shown_format
    categories = [written(row[chart.across], number_format) for row in rows]
    columns = [each for each in chart.series if each.shape is not Shape.LINE]
    lies = across.unit is Unit.TEXT and len(columns) == len(chart.series)
    drawings = []
    for each in chart.series:
        values = [as_number(row[each.field]) for row in rows]
        axis = chart.second_side if each.second_axis and chart.second_side else _values_axis(chart)
        look = "line" if each.shape is Shape.LINE else LOOKS[columns.index(each) % len(LOOKS)]
        labels = [written(value, _whole(axis)) for value in values] if lies else []
        drawings.append(Drawing(each.name, values, str(each.shape), look, labels, each.second_axis))
    first = [value for each in drawings if not each.second for value in each.values if value is not None]
    second = [value for each in drawings if each.second for value in each.values if value is not None]
    axis = _values_axis(chart)
    return ChartBlock(
        excerpt.title or chart.title,
        _told(excerpt.title or chart.title, categories, drawings, axis, chart.second_side),
        categories,
        drawings,
        ticks(first or [0.0], axis.number_format or "#,##0"),
        axis.title,
        _second_ticks(second, chart),
        chart.second_side.title if chart.second_side else "",
        lies,
    )


def total_chart_block(excerpt: Excerpt, chart: TotalChart, pages: ShownPages) -> ChartBlock | None:
    """A chart of a list's total, one column a field; None where there is no total."""
    total = pages.total(chart.page or excerpt.page, chart.block)
    if total is None:
        return None
    values = [as_number(total[name]) for name in chart.fields]
    labels = [written(value, NUMBER_FORMATS[Unit.MONEY]) for value in values]
    drawing = Drawing(chart.title, values, "column", LOOKS[0], labels)
    known = [value for value in values if value is not None]
    title = excerpt.title or chart.title
    return ChartBlock(
        title,
        _told(title, chart.fields, [drawing], chart.side, None),
        chart.fields,
        [drawing],
        ticks(known or [0.0], chart.side.number_format or "#,##0"),
        chart.side.title,
    )


def bridge_block(excerpt: Excerpt, bridge: Bridge, pages: ShownPages, names: Names) -> BridgeBlock | None:
    """A bridge; None where it has no steps. More steps than can be read are one step of their own."""
    page = bridge.page or excerpt.page
    fields = [each for each in pages.listing(page, bridge.block).fields if each.name in (bridge.across, bridge.change)]
    rows = under_other_names(pages.rows(page, bridge.block), fields, names)
    total = pages.total(page, bridge.block)
    if not rows or total is None:
        return None
    changes = [(str(row[bridge.across]), as_number(row[bridge.change]) or 0.0) for row in rows]
    changes += [(words, -(as_number(total[field]) or 0.0)) for words, field in bridge.then]
    steps: list[Step] = []
    at = 0.0
    for name, change in _readable(changes):
        steps.append(Step(name, at, at + change, _signed(change, steps)))
        at += change
    result, field = bridge.result
    end = as_number(total[field]) or 0.0
    steps.append(Step(result, 0.0, end, written(end, NUMBER_FORMATS[Unit.MONEY]), is_result=True))
    reached = [value for step in steps for value in (step.begins, step.ends)]
    title = excerpt.title or bridge.title
    told = f"{title}. " + "; ".join(f"{step.name} {step.label}" for step in steps) + "."
    return BridgeBlock(title, told, steps, ticks(reached, bridge.side.number_format or "#,##0"), bridge.side.title)


def _readable(changes: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """The first step, the largest of the others in their order, and the rest of them as one."""
    if len(changes) <= _MOST_STEPS:
        return [change for place, change in enumerate(changes) if place == 0 or round(change[1], 2)]
    first, *others = changes
    kept = sorted(others, key=lambda change: -abs(change[1]))[: _MOST_STEPS - 2]
    rest = sum(change for name, change in others if (name, change) not in kept)
    return [first, *(change for change in others if change in kept), ("All other", rest)]


def _signed(change: float, before: Sequence[Step]) -> str:
    """The first step as an amount, the others as changes."""
    shown = written(change, NUMBER_FORMATS[Unit.MONEY])
    return f"+{shown}" if before and change > 0 else shown


def _values_axis(chart: Chart) -> Axis:
    """The axis that counts: of bars, the one below."""
    return chart.bottom if any(each.shape is Shape.BAR for each in chart.series) else chart.side


def _whole(axis: Axis) -> str:
    """Amounts in words and labels are whole dollars, not thousands."""
    return NUMBER_FORMATS[Unit.MONEY] if "$" in axis.number_format else axis.number_format or "#,##0"


def _second_ticks(values: Sequence[float], chart: Chart) -> list[Tick]:
    return ticks(values, chart.second_side.number_format or "#,##0") if values and chart.second_side else []


def _told(title: str, categories: Sequence[str], drawings: Sequence[Drawing], side: Axis, second: Axis | None) -> str:
    """The chart in words: every value where there are few, else the first, the last, the lowest and the highest."""
    said = [f"{title}, {categories[0]} to {categories[-1]}." if len(categories) > 1 else f"{title}."]
    for each in drawings:
        number_format = _whole(second if each.second and second else side)
        known = [(c, v) for c, v in zip(categories, each.values, strict=True) if v is not None]
        if not known:
            continue
        if len(known) <= _TOLD_ONE_BY_ONE:
            told = ", ".join(f"{category} {written(value, number_format)}" for category, value in known)
        else:
            low, high = min(known, key=lambda one: one[1]), max(known, key=lambda one: one[1])
            parts = (("first", known[0]), ("last", known[-1]), ("lowest", low), ("highest", high))
            told = ", ".join(f"{word} {written(one[1], number_format)} ({one[0]})" for word, one in parts)
        said.append(f"{each.name}: {told}.")
    return " ".join(said)
