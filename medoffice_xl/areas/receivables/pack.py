"""What the physicians are shown of the receivables."""

from medoffice_xl.areas.receivables import ar_bridge_page, page
from medoffice_xl.pages.fields import CENTS
from medoffice_xl.pages.pack import Chapter, Excerpt, PackSection, Verdict
from medoffice_xl.pages.shown import ShownPages, as_number
from medoffice_xl.pages.written import written

DAYS = "0.0"
ENDS = ("Opening A/R", "Restated opening", "Closing A/R")
DAYS_ENDS = ("Opening days in A/R", "Closing days in A/R")


def moved(pages: ShownPages) -> str:
    """How the A/R and its days moved since the last month's end."""
    lines = {row["Line"]: row["Amount"] for row in pages.rows(ar_bridge_page.NAME, "bridge")}
    days = {row["Line"]: row["Days"] for row in pages.rows(ar_bridge_page.NAME, "days change")}
    opening, closing = (as_number(lines.get(line)) for line in ("Restated opening", "Closing A/R"))
    if opening is None or closing is None:
        return ""
    change = round(closing - opening, 2)
    went = "fell by" if change < 0 else "rose by"
    said = f"A/R {went} {written(abs(change), CENTS)} in the month to {written(closing, CENTS)}"
    begun, ended = days.get("Opening days in A/R"), days.get("Closing days in A/R")
    if begun is None or ended is None:
        return f"{said}."
    return f"{said}; days in A/R went from {written(begun, DAYS)} to {written(ended, DAYS)}."


def basis(_: ShownPages) -> str:
    """What A/R counts."""
    return "A/R: every charge less what is posted to it, by the day of posting; gross of what contracts will take."


SECTIONS = (
    PackSection(
        Chapter.RECEIVABLES,
        "Receivables and what moved them",
        (
            Excerpt(page.NAME, "trend", rows=13),
            Excerpt(ar_bridge_page.NAME, "bridge", title="A/R bridge of the month", rows=20, sums=ENDS),
            Excerpt(ar_bridge_page.NAME, "days change", beside=True, sums=DAYS_ENDS),
            Excerpt("Dashboard", "by age", beside=True),
            Excerpt(
                page.NAME,
                "ageing",
                ("Payer", "0-30", "31-60", "61-90", "91-120", "Over 120", "Credits", "Total", "Share over 90"),
            ),
        ),
        lead=moved,
        verdicts={Verdict.MOVED: moved},
        basis=basis,
    ),
)
