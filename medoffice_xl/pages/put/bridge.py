"""A bridge: from zero over one change after another to a result.

A floating column is an invisible one with a visible one on it, above zero and below it apart.
"""

from collections.abc import Sequence

from medoffice_xl.pages.blocks import Bridge, Listing
from medoffice_xl.pages.canvas import Places
from medoffice_xl.pages.chart_data import Block, ChartData
from medoffice_xl.pages.colors import GAIN, LOSS, RESULT
from medoffice_xl.pages.contents import Content, Formula
from medoffice_xl.pages.placed import DrawnSeries
from medoffice_xl.pages.references import column, row, total

_HEADINGS = ("From", "To", "Base", "Base below zero", "Gain", "Loss", "Result", "Below zero")
_FROM, _TO, _BASE, _BASE_BELOW, _GAIN, _LOSS, _RESULT, _BELOW = range(1, 9)


def bridge_series(bridge: Bridge, page: str, listing: Listing, places: Places, data: ChartData) -> list[DrawnSeries]:
    """The steps on the sheet of chart data, and the columns that show them."""
    for field in (bridge.across, bridge.change):
        if (page, bridge.block, field) not in places.columns:
            raise ValueError(f"the bridge {bridge.name} asks for {field}, which {bridge.block} does not have")
    steps = listing.rows + len(bridge.then) + 1
    block = data.block(steps)
    data.put(block, bridge.title, _HEADINGS, [_step(bridge, page, listing, block, step) for step in range(steps)])
    drawn = (
        (_BASE, "Base", None),
        (_BASE_BELOW, "Base below zero", None),
        (_GAIN, "Gain", GAIN),
        (_LOSS, "Loss", LOSS),
        (_RESULT, bridge.result[0], RESULT),
        (_BELOW, "Below zero", LOSS),
    )
    return [
        DrawnSeries(
            name,
            block.span(0),
            block.span(place),
            color,
            "column",
            in_legend=color is not None and place != _BELOW,
        )
        for place, name, color in drawn
    ]


def _step(bridge: Bridge, page: str, listing: Listing, block: Block, step: int) -> Sequence[Content]:
    """Name, from, to, and the columns' heights of one step. The steps after the rows move up to the last row."""
    names = column(bridge.block, bridge.across, page)
    shown = f'SUMPRODUCT(--({names}<>""))'
    of_row = step < listing.rows
    name = str(row(step + 1, bridge.block, bridge.across, page)) if of_row else ""
    change = str(row(step + 1, bridge.block, bridge.change, page)) if of_row else "0"
    begun, end = block.cell(step - 1, _TO) if step else "0", [block.cell(step, place) for place in range(9)]
    after = f"{step + 1}-{shown}"
    label, value = '""', begun
    later = [*bridge.then, bridge.result]
    for number in range(len(later), 0, -1):
        words, field = later[number - 1]
        whole = total(bridge.block, field, page)
        there = str(whole) if number == len(later) else f"{begun}-{whole}"
        label, value = f'IF({after}={number},"{words}",{label})', f"IF({after}={number},{there},{value})"
    if of_row:
        label, value = f"IF({after}<=0,{name},{label})", f"IF({after}<=0,{begun}+{change},{value})"
    label, value = f'IF({shown}=0,"",{label})', f"IF({shown}=0,0,{value})"
    is_result, blank = f'{end[0]}="{bridge.result[0]}"', f'{end[0]}=""'
    low, high = f"MIN({end[_FROM]},{end[_TO]})", f"MAX({end[_FROM]},{end[_TO]})"
    above, below = f"(MAX(0,{high})-{end[_BASE]})", f"(MIN(0,{low})-{end[_BASE_BELOW]})"
    down = f"{end[_TO]}<{end[_FROM]}"
    return [
        Formula(f"={label}"),
        Formula(f"=IF({is_result},0,{begun})", 0),
        Formula(f"={value}", 0),
        Formula(f"=IF({blank},0,MAX(0,{low}))", 0),
        Formula(f"=IF({blank},0,MIN(0,{high}))", 0),
        Formula(f"=IF(OR({blank},{is_result},{down}),0,{above})", 0),
        Formula(f"=IF(AND(NOT({blank}),NOT({is_result}),{down}),{above},0)", 0),
        Formula(f"=IF({is_result},{above},0)", 0),
        Formula(f"=IF({blank},0,{below})", 0),
    ]
