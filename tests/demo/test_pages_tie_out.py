"""On the invented practice every total is the sum of its rows, and figures of one name agree across the pages."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import openpyxl
import pytest
from typer.testing import CliRunner

from medoffice_xl.build.pages import pages, placed
from medoffice_xl.cli.app import load_commands
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Listing
from medoffice_xl.pages.page import every_block
from medoffice_xl.pages.placed import Box, Spot

pytestmark = pytest.mark.whole

NOT_ADDED = {"Score", "Cash after"}
"""Points of a payer have a mean, no sum; what is left after a bill is left, not added."""

A_HEAD = re.compile(r" (a|per) ")
"""Of a rate by something, such as Cost a patient, the total is the rate of all."""

COUNTED_ONCE = {("Denials by cause", "Claims")}
"""A claim that is denied for two reasons stands under both, and counts once in the total."""

LISTS = [
    (page.name, block) for page in pages() for block in every_block(page.blocks) if isinstance(block, Listing)
]  # fmt: skip
WITH_TOTAL = [(page, each) for page, each in LISTS if each.has_total]


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The workbook as a manager opens it: the values that were written into its cells."""
    out = tmp_path_factory.mktemp("demo") / "demo"
    done = CliRunner().invoke(load_commands(), ["demo", "--out", str(out), "--physicians", "2", "--months", "14"])
    assert done.exit_code == 0, done.output
    return openpyxl.load_workbook(out / "PracticeManager.xlsm", data_only=True)


def at(book: Any, page: str, spot: Spot) -> Any:
    return book[page].cell(spot.row + 1, spot.column + 1).value


def figure(book: Any, page: str, block: str, label: str) -> Any:
    return at(book, page, placed().places.figures[page, block, label])


def rows(book: Any, page: str, listing: Listing) -> list[dict[str, Any]]:
    """The rows that a list shows, the total among them, by the names of their fields."""
    boxes: dict[str, Box] = {
        each.name: placed().places.columns[page, listing.name, each.name] for each in listing.fields
    }
    first = boxes[listing.fields[0].name]
    found = [
        {name: at(book, page, Spot(row, box.left)) for name, box in boxes.items()}
        for row in range(first.top, first.bottom + 1)
    ]
    return [row for row in found if row[listing.fields[0].name] not in (None, "")]


def parted(book: Any, page: str, listing: Listing) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """The rows of a list without its total, and the total."""
    key = listing.fields[0].name
    every = rows(book, page, listing)
    spots = placed().places.totals
    apart = {each.name: spots.get((page, listing.name, each.name)) for each in listing.fields}
    total = next((row for row in every if row[key] == "Total"), None)
    if total is None:
        total = {name: at(book, page, spot) for name, spot in apart.items() if spot is not None}
    return [row for row in every if row[key] != "Total"], total


def listed(page: str, name: str) -> Listing:
    return next(each for of, each in LISTS if (of, each.name) == (page, name))


@pytest.mark.parametrize(("page", "listing"), WITH_TOTAL, ids=[f"{page}: {each.name}" for page, each in WITH_TOTAL])
def test_every_total_is_the_sum_of_its_rows(shown: Any, page: str, listing: Listing) -> None:
    of, total = parted(shown, page, listing)
    assert of
    added = 0
    for each in listing.fields:
        if (
            each.unit not in (Unit.MONEY, Unit.COUNT)
            or each.name in NOT_ADDED
            or (page, each.name) in COUNTED_ONCE
            or A_HEAD.search(each.name)
            or not isinstance(total.get(each.name), int | float)
        ):
            continue
        amounts = [row[each.name] for row in of if isinstance(row[each.name], int | float)]
        assert sum(amounts) == pytest.approx(total[each.name], abs=0.005), each.name
        added += 1
    assert added


def test_the_totals_are_the_figures(shown: Any) -> None:
    dashboard = {label: figure(shown, "Dashboard", "key figures", label) for label in (
        "A/R over 90 days", "Charges of the month", "Payments of the month", "Days in A/R", "Days to pay",
    )}  # fmt: skip
    _, ageing = parted(shown, "Receivables", listed("Receivables", "ageing"))
    assert ageing["Share over 90"] == pytest.approx(dashboard["A/R over 90 days"])
    assert ageing["Share over 120"] == pytest.approx(figure(shown, "Receivables", "speed", "A/R over 120 days"))
    last = rows(shown, "Receivables", listed("Receivables", "months"))[-1]
    assert last["A/R"] == pytest.approx(ageing["Total"], abs=0.005)
    assert last["Charges"] == pytest.approx(dashboard["Charges of the month"], abs=0.005)
    assert last["Payments"] == pytest.approx(dashboard["Payments of the month"], abs=0.005)
    assert dashboard["Days to pay"] == pytest.approx(figure(shown, "Receivables", "speed", "Days to pay (mean)"))
    assert last["Days in A/R"] == pytest.approx(dashboard["Days in A/R"])


@pytest.mark.parametrize("by", ["by payer", "by code"])
def test_the_lists_of_fee_compliance_are_of_its_period(shown: Any, by: str) -> None:
    _, total = parted(shown, "Fee compliance", listed("Fee compliance", by))
    assert total["Underpaid"] == pytest.approx(figure(shown, "Fee compliance", "compliance", "Underpaid"), abs=0.005)
    assert total["As contracted"] == pytest.approx(figure(shown, "Fee compliance", "compliance", "Compliance rate"))


def test_payers_are_the_same_on_every_page(shown: Any) -> None:
    _, mix = parted(shown, "Payers", listed("Payers", "mix"))
    _, shares = parted(shown, "Payer review", listed("Payer review", "shares"))
    _, advice = parted(shown, "Payer review", listed("Payer review", "advice"))
    _, dropped = parted(shown, "What if", listed("What if", "dropped"))
    for one, other in (
        (mix["Charges"], shares["Charges"]), (mix["Payments"], shares["Revenue"]), (mix["Visits"], shares["Visits"]),
        (mix["Yield"], shares["Yield"]), (shares["Revenue"], advice["Revenue"]),
        (advice["Revenue"], dropped["Revenue today"]), (advice["Full-cost margin"], dropped["Margin today"]),
        (advice["Fixed cost"], dropped["Fixed cost (stays)"]),
    ):  # fmt: skip
        assert one == pytest.approx(other, abs=0.005)


def named(book: Any) -> Iterator[tuple[tuple[str, str], str, Any]]:
    """Every figure by its name and whose it is (of all: empty), with the page that shows it."""
    one = figure_payer(book)
    # What Home lists are sheets, each with a figure that refers to the page itself.
    figures = [place for place in placed().places.figures if place[0] != "Home"]
    labels = {label for _, _, label in figures}
    for page, block, label in figures:
        yield (
            (label, one if page == "Negotiation" and label != "Break-even payment" else ""),
            page,
            figure(book, page, block, label),
        )
    for page, listing in LISTS:
        key, *others = listing.fields
        if key.name != "Payer" or listing.name in ("calendar", "to file", "lines"):
            continue
        for row in rows(book, page, listing):
            for each in others:
                if each.shown_heading in labels:
                    whose = "" if row[key.name] == "Total" else row[key.name]
                    yield (each.shown_heading, whose), page, row[each.name]


def figure_payer(book: Any) -> str:
    """The payer whom the page Negotiation is for."""
    sheet, cell = next(book.defined_names["NegotiatePayer"].destinations)
    return str(book[sheet][cell.replace("$", "")].value)


def test_figures_of_one_name_agree_across_pages(shown: Any) -> None:
    found: dict[tuple[str, str], dict[str, Any]] = defaultdict(dict)
    for name, page, value in named(shown):
        if isinstance(value, int | float):
            found[name].setdefault(page, value)
    several = {name: values for name, values in found.items() if len(values) > 1}
    wrong = {
        name: values
        for name, values in several.items()
        if any(value != pytest.approx(next(iter(values.values())), abs=1e-9) for value in values.values())
    }
    assert wrong == {}
    assert len(several) >= 5
