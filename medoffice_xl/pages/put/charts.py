"""Charts: what each draws, and its place."""

from collections.abc import Mapping

from medoffice_xl.pages.blocks import Bridge, Chart, Drawn, Listing, TotalChart
from medoffice_xl.pages.canvas import Places
from medoffice_xl.pages.chart_data import ChartData
from medoffice_xl.pages.contents import Formula
from medoffice_xl.pages.page import Page
from medoffice_xl.pages.placed import Box, DrawnSeries, Span, Spot
from medoffice_xl.pages.put.bridge import bridge_series
from medoffice_xl.pages.references import Part, Reference, resolved, row
from medoffice_xl.pages.tracks import Track

_NARROWEST = 44.0


def chart_tracks(_: Drawn) -> list[Track]:
    """One column, over whatever there is."""
    return [Track(_NARROWEST, grows=True, spreads=True)]


def series_of(
    chart: Drawn, sheet: str, pages: Mapping[str, Page], places: Places, data: ChartData
) -> list[DrawnSeries]:
    """What a chart draws, when every page has its place."""
    page = chart.page or sheet
    listing = pages[page].block(chart.block)
    if not isinstance(listing, Listing):
        raise ValueError(f"the chart {chart.name} of {sheet} draws {chart.block}, which is no list")
    if isinstance(chart, Bridge):
        return bridge_series(chart, page, listing, places, data)
    if isinstance(chart, TotalChart):
        return _of_a_total(chart, page, places)
    if chart.label:
        return _with_labels(chart, page, listing, data)
    categories = Span(page, places.columns[page, chart.block, chart.across])
    return [
        DrawnSeries(
            each.name,
            categories,
            Span(page, places.columns[page, chart.block, each.field]),
            each.color,
            each.shape,
            each.second_axis,
        )
        for each in chart.series
    ]


def _of_a_total(chart: TotalChart, page: str, places: Places) -> list[DrawnSeries]:
    first, last = chart.fields[0], chart.fields[-1]
    headings = [places.headings[page, chart.block, field] for field in (first, last)]
    totals = [places.totals[page, chart.block, field] for field in (first, last)]
    if totals[-1].column - totals[0].column != len(chart.fields) - 1:
        raise ValueError(f"the fields of the chart {chart.name} do not stand side by side in {chart.block}")
    return [
        DrawnSeries(
            chart.title,
            Span(page, _from_to(*headings)),
            Span(page, _from_to(*totals)),
            chart.colors[0],
            "column",
            colors=chart.colors,
            in_legend=False,
        )
    ]


def _from_to(first: Spot, last: Spot) -> Box:
    return Box(first.row, first.column, last.row, last.column)


def _with_labels(chart: Chart, page: str, listing: Listing, data: ChartData) -> list[DrawnSeries]:
    """Names that are worked out stand on a sheet of their own, the values beside them."""
    block = data.block(listing.rows)
    rows = []
    for number in range(listing.rows):
        begun = row(number + 1, chart.block, chart.across, page)

        def of_row(reference: Reference, number: int = number) -> str:
            if reference.part is not Part.THIS:
                return str(reference)
            return str(row(number + 1, chart.block, reference.field, page))

        name = Formula(f'=IF({begun}="","",{resolved(chart.label, of_row)})')
        values = [
            Formula(f'=IF({block.cell(number, 0)}="","",{row(number + 1, chart.block, each.field, page)})')
            for each in chart.series
        ]
        rows.append([name, *values])
    data.put(block, chart.title, [each.name for each in chart.series], rows)
    return [
        DrawnSeries(each.name, block.span(0), block.span(number), each.color, each.shape, each.second_axis)
        for number, each in enumerate(chart.series, start=1)
    ]
