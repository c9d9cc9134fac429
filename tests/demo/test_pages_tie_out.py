"""On the invented practice every total is the sum of its rows, and figures of one name agree across the pages."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import openpyxl
import pytest
from invented_practice import Invented

from medoffice_xl.build.pages import pages, placed
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
def shown(invented: Invented) -> Any:
    """The workbook as a manager opens it: the values that were written into its cells."""
    return openpyxl.load_workbook(invented.workbook, data_only=True)


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


@dataclass(frozen=True)
class At:
    """Where a page shows a number: a figure by its label, or of a list the total, the last row, or the row so named."""

    page: str
    block: str
    name: str
    row: str = "Total"
    sign: int = 1

    def of(self, book: Any) -> float:
        if self.row == FIGURE:
            return self.sign * figure(book, self.page, self.block, self.name)
        listing = listed(self.page, self.block)
        of, total = parted(book, self.page, listing)
        if self.row == "Total":
            return self.sign * total[self.name]
        if self.row == SUM:
            return self.sign * sum(each[self.name] for each in of)
        key = listing.fields[0].name
        return (
            self.sign * (of[-1] if self.row == LAST else next(each for each in of if each[key] == self.row))[self.name]
        )


FIGURE, LAST, SUM = "its figure", "its last row", "all of its rows"


def fig(page: str, block: str, label: str) -> At:
    return At(page, block, label, FIGURE)


TIES: Mapping[str, Sequence[At]] = {
    "A/R": (
        At("Receivables", "ageing", "Total"), At("Receivables", "months", "A/R", LAST),
        At("AR bridge", "bridge", "Amount", "Closing A/R"), At("AR bridge", "bridge by payer", "Closing A/R"),
        *(At("AR breakdown", f"by {by}", "A/R") for by in ("responsible", "provider", "location")),
        At("Forecast", "worth", "A/R"),
    ),
    "A/R at the month's beginning": (
        At("AR bridge", "bridge", "Amount", "Opening A/R"), At("AR bridge", "bridge by payer", "Opening A/R"),
    ),
    "A/R over 90 days": (
        fig("Dashboard", "key figures", "A/R over 90 days"), fig("Receivables", "speed", "A/R over 90 days"),
        At("Receivables", "ageing", "Share over 90"),
        *(At("AR breakdown", f"by {by}", "Share over 90") for by in ("responsible", "provider", "location")),
    ),
    "A/R over 120 days": (
        fig("Receivables", "speed", "A/R over 120 days"), At("Receivables", "ageing", "Share over 120"),
    ),
    "credits": (
        At("Receivables", "ageing", "Credits"), At("AR breakdown", "by provider", "Credits"),
        At("AR breakdown", "credits", "Credit", sign=-1),
    ),
    "charges of the month": (
        fig("Dashboard", "key figures", "Charges of the month"), At("Receivables", "months", "Charges", LAST),
        At("AR bridge", "bridge by payer", "Charges"),
    ),
    "payments of the month": (
        fig("Dashboard", "key figures", "Payments of the month"), At("Receivables", "months", "Payments", LAST),
    ),
    "adjustments of the month": (
        At("Receivables", "months", "Contractual adjustments", LAST),
        At("AR bridge", "bridge by payer", "Contractual adjustments", sign=-1),
    ),
    "days in A/R": (
        fig("Dashboard", "key figures", "Days in A/R"), At("Receivables", "months", "Days in A/R", LAST),
        At("Receivables", "definitions", "90 days", "Gross (MGMA)"),
    ),
    "days to pay": (
        fig("Dashboard", "key figures", "Days to pay"), fig("Receivables", "speed", "Days to pay (mean)"),
    ),
    "denial rate of the year": (
        fig("Denials by cause", "rates", "Denial rate, initial, year"),
        At("Payer review", "shares", "Denial rate, initial"),
    ),
    "net against plan": (
        fig("Budget", "year", "Variance, year to date"), fig("Dashboard", "budget", "Against plan, year to date"),
    ),
    "net against plan of the month": (
        fig("Budget", "year", "Variance, last closed month"), fig("Dashboard", "key figures", "Net against plan"),
    ),
    "accounts payable": (
        fig("Accounts payable", "owed", "Accounts payable"), At("Accounts payable", "ageing", "Total"),
    ),
    "cash after the bills": (
        At("Accounts payable", "pay now", "Cash after", LAST), At("Accounts payable", "pay now", "Cash after"),
    ),
    "no-shows": (
        fig("Dashboard", "key figures", "No-show rate"), fig("Access", "access", "No-show rate"),
        *(At("Access", f"by {by}", "No-show rate") for by in ("provider", "type", "weekday", "lead time")),
    ),
    "cancelled": (
        fig("Access", "access", "Cancelled"),
        *(At("Access", f"by {by}", "Cancelled") for by in ("provider", "type", "weekday", "lead time")),
    ),
    "fill": (
        fig("Dashboard", "key figures", "Fill of slots"), fig("Access", "access", "Fill of slots"),
        At("Access", "by provider", "Fill"), At("Access", "by weekday", "Fill"),
    ),
    "visits of the month": (
        fig("Dashboard", "key figures", "Visits"), At("Access", "by month", "Kept", LAST),
    ),
    "turnover": (fig("Staffing", "leaving", "Turnover"), At("Staffing", "by kind", "Turnover")),
    "voluntary turnover": (fig("Staffing", "leaving", "Voluntary turnover"), At("Staffing", "by kind", "Voluntary")),
    "new patients": (
        fig("Marketing", "come", "New patients, 365 days"), At("Marketing", "by source", "New patients"),
        At("Marketing", "by referrer", "New patients"), At("Marketing", "by month", "New patients", SUM),
    ),
    "margin of new patients": (At("Marketing", "by source", "Margin"), At("Marketing", "by referrer", "Margin")),
    "return of campaigns": (
        fig("Marketing", "come", "Return of all campaigns"), At("Marketing", "returns", "Return 180 days"),
    ),
    "patients": tuple(At("Demographics", by, "Patients") for by in ("ages", "sexes", "areas", "payers")),
    "net promoter score": (
        fig("Dashboard", "key figures", "Net promoter score"),
        fig("Patient satisfaction", "stands", "Net promoter score"),
        At("Patient satisfaction", "by measure", "NPS", "recommend"),
    ),
    "rating": (
        fig("Patient satisfaction", "stands", "Rating of the provider"),
        At("Patient satisfaction", "by measure", "Top box", "rating"),
    ),
    "open complaints": (fig("Patient voices", "standing", "Open complaints"), At("Patient voices", "kinds", "Open")),
}  # fmt: skip


@pytest.mark.parametrize("name", TIES)
def test_a_number_is_the_same_wherever_it_is_shown(shown: Any, name: str) -> None:
    found = {f"{each.page}: {each.block}, {each.row}": each.of(shown) for each in TIES[name]}
    first, *others = found.values()
    assert others == pytest.approx([first] * len(others), abs=1e-9), found


SUMS: Mapping[str, tuple[At, Sequence[At]]] = {
    "past due": (
        fig("Accounts payable", "owed", "Past due"),
        [At("Accounts payable", "ageing", each) for each in ("1 - 30", "31 - 60", "61 - 90", "91 and over")],
    ),
    "not on the bank": (
        fig("Controls", "undeposited", "Not on the bank"),
        [fig("Controls", "undeposited", each) for each in ("Remittances", "Patient receipts")],
    ),
    "people by hours": (
        At("Staffing", "by kind", "FTE"),
        [fig("Staffing", "ratios", each) for each in ("FTE of providers", "FTE of support staff")],
    ),
    "insurance and patient": (
        At("AR breakdown", "by provider", "A/R"),
        [At("AR breakdown", "by provider", each) for each in ("Insurance", "Patient")],
    ),
}


@pytest.mark.parametrize("name", SUMS)
def test_parts_on_the_pages_add_up(shown: Any, name: str) -> None:
    whole, parts = SUMS[name]
    assert sum(each.of(shown) for each in parts) == pytest.approx(whole.of(shown), abs=1e-9)


OTHER_WINDOW = {("Access", "by month")}
"""Thirteen months, where the others are of the page's days."""


def ways() -> list[tuple[str, str, list[Listing]]]:
    """Columns that several lists of a page add up, each another way."""
    found: dict[tuple[str, str], list[Listing]] = defaultdict(list)
    for page, each in WITH_TOTAL:
        if each.name.startswith("by ") and (page, each.name) not in OTHER_WINDOW:
            for one in each.fields[1:]:
                found[page, one.name].append(each)
    return [(page, name, lists) for (page, name), lists in found.items() if len(lists) > 1]


@pytest.mark.parametrize(("page", "name", "lists"), ways(), ids=[f"{page}: {name}" for page, name, _ in ways()])
def test_whichever_way_a_page_adds_up_the_total_is_the_same(
    shown: Any, page: str, name: str, lists: list[Listing]
) -> None:
    totals = [parted(shown, page, each)[1][name] for each in lists]
    known = [each for each in totals if isinstance(each, int | float)]
    assert known == pytest.approx([known[0]] * len(known), abs=1e-9) if known else not any(totals)


def test_every_page_with_figures_is_held() -> None:
    """By its totals or by name; what Equipment and Fee review show as figures stands on no other page."""
    held = {each.page for ties in TIES.values() for each in ties} | {whole.page for whole, _ in SUMS.values()}
    held |= {page for page, _ in WITH_TOTAL}
    assert {page for page, _, _ in placed().places.figures} - held == {"Home", "Equipment", "Fee review"}


def test_no_figure_of_a_page_is_an_error(shown: Any) -> None:
    """The invented practice has what every page asks for."""
    figures = {place: figure(shown, *place) for place in placed().places.figures}
    assert {place: value for place, value in figures.items() if str(value).startswith("#")} == {}


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


@pytest.mark.parametrize("page", sorted({page for page, _ in LISTS}))
def test_only_a_list_without_rows_says_so(page: str, shown: Any) -> None:
    """Also where its rows come from another list, which spilled after the sentence was worked out first."""
    said = [cell.value for row in shown[page].iter_rows() for cell in row if isinstance(cell.value, str)]
    own = [listing for each, listing in LISTS if each == page]
    for sentence in {listing.empty for listing in own}:
        without = [listing for listing in own if listing.empty == sentence and not rows(shown, page, listing)]
        assert said.count(sentence) <= len(without), sentence
