"""What was paid to each vendor in a year that belongs on a form 1099.

Payments by card are reported by the card's company (form 1099-K) and do not count. From which sum on a form is due is a
dated threshold: the law raised it for payments from 2026 on.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

import narwhals as nw
import pandas as pd

from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.rows import Frame, Rows, fetch, take
from medoffice_xl.ledger.rows_behind import rows_behind
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit
from medoffice_xl.plain_name import plain_name
from medoffice_xl.tables import BILL_PAYMENTS, VENDORS
from medoffice_xl.tables.payables import BOXES, CARD, NO, YES
from medoffice_xl.tables.thresholds import Threshold, threshold_rows

_NAME = "Form 1099: a vendor's payments of a year"
_DOES = "A vendor paid so much in the year, or more, is reported on a form 1099."
THROUGH_2025 = Threshold(
    _NAME, "600", "$", _DOES, "Internal Revenue Code § 6041(a), § 6041A(a): $600 or more, for payments through 2025",
    date(2000, 1, 1),
)  # fmt: skip
FROM_2026 = Threshold(
    _NAME, "2000", "$", _DOES,
    "Public Law 119-21 (OBBBA) § 70433: $2,000 for payments made after December 31, 2025; indexed from 2027",
    date(2026, 1, 1),
)  # fmt: skip

DEFINITION = Definition(
    "Form 1099 by vendor",
    "payments of the calendar year up to the day, by check, ACH or cash, to vendors of form 1099; card payments apart",
    "IRS, instructions for forms 1099-NEC and 1099-MISC; card payments: form 1099-K",
)
COLUMNS = (
    BreakdownColumn("Vendor", Unit.TEXT),
    BreakdownColumn("Box", Unit.TEXT),
    BreakdownColumn("Paid", Unit.MONEY),
    BreakdownColumn("By card", Unit.MONEY),
    BreakdownColumn("On the form", Unit.MONEY),
    BreakdownColumn("W-9 on file", Unit.TEXT),
    BreakdownColumn("What to do", Unit.TEXT),
)

FILE, ASK_W9, BELOW = "file", "ask for form W-9, then file", "below the threshold"
DECIDE = "say on Vendors whether it is reported"


@dataclass(slots=True)
class _Year:
    """What one vendor was paid in the year, in cents."""

    name: str
    paid: int = 0
    card: int = 0

    @property
    def reported(self) -> int:
        """What is not paid by card."""
        return self.paid - self.card


def threshold_of(thresholds: pd.DataFrame | None, year: int) -> int:
    """From how many cents a year on a form is due: the sheet's rows, and the law's before them."""
    law = threshold_rows((THROUGH_2025, FROM_2026))
    rows = law if thresholds is None else pd.concat([law, thresholds], ignore_index=True)
    return Thresholds(rows).on(date(year, 12, 31)).cents(FROM_2026)


def form_1099(vendors: Frame, payments: Frame, thresholds: pd.DataFrame | None, as_of: date) -> Breakdown:
    """The vendors of form 1099, most money first, then those of whom nobody says whether they are reported.

    Of the latter only those that reach the threshold are shown. Raises NoData where no vendor was paid in the year.
    """
    first = date(as_of.year, 1, 1)
    columns = ("vendor", "paid_date", "number", "amount", "method")
    rows = [row for row in fetch(take(payments, BILL_PAYMENTS, *columns)) if first <= row["paid_date"] <= as_of]
    if not rows:
        raise NoData(f"No vendor was paid in {as_of.year} by this day. Import QuickBooks' Bill Payment List.")
    years: dict[str, _Year] = {}
    for row in rows:
        year = years.setdefault(plain_name(row["vendor"]), _Year(" ".join(row["vendor"].split())))
        year.paid += row["amount"]
        year.card += row["amount"] if row["method"] == CARD else 0
    said = fetch(take(vendors, VENDORS, "vendor", "form_1099", "box_1099", "w9"))
    known = {plain_name(row["vendor"]): row for row in said}
    least = threshold_of(thresholds, as_of.year)
    body: list[tuple[str, str, int, int, int, str, str]] = []
    unsaid = 0
    for key, year in sorted(years.items(), key=lambda item: (-item[1].reported, item[0])):
        vendor = known.get(key, defaultdict(str))
        is_due = year.reported >= least
        if vendor["form_1099"] == NO or (vendor["form_1099"] != YES and not is_due):
            continue
        unsaid += vendor["form_1099"] != YES
        todo = _todo(vendor["form_1099"], vendor["w9"], is_due)
        box = vendor["box_1099"] or (BOXES[0] if vendor["form_1099"] == YES else "")
        on_form = year.reported if todo in (FILE, ASK_W9) else 0
        body.append((year.name, box, year.paid, year.card, on_form, vendor["w9"], todo))
    sums = [sum(column) for column in zip(*(row[2:5] for row in body), strict=True)] or [0, 0, 0]
    return Breakdown(
        columns=COLUMNS,
        body=[*body, ("Total", "", *sums, "", "")],
        definition=DEFINITION,
        parts=[
            Part("Year", as_of.year, Unit.TEXT),
            Part("Form from", least, Unit.MONEY),
            Part("Forms", sum(row[-1] in (FILE, ASK_W9) for row in body), Unit.COUNT),
            Part("Vendors to decide on", unsaid, Unit.COUNT),
            Part("Paid to all vendors", sum(year.paid for year in years.values()), Unit.MONEY),
        ],
        rows_used=len(rows),
        rows_behind=lambda: _rows(rows),
    )


def _todo(said: str, w9: str, is_due: bool) -> str:
    if said != YES:
        return DECIDE
    if not is_due:
        return BELOW
    return FILE if w9 == YES else ASK_W9


def _rows(rows: list[dict[str, object]]) -> Rows:
    frame = pd.DataFrame(rows)[["vendor", "paid_date", "number", "amount"]]
    frame["paid_date"] = pd.to_datetime(frame["paid_date"]).astype("datetime64[us]")
    return rows_behind(nw.from_native(frame).lazy(), "vendor", "paid_date", "number", "amount")
