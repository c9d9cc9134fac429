"""What the physicians are shown of what might be bought."""

from medoffice_xl.areas.equipment import page, ranking
from medoffice_xl.measure import Unit
from medoffice_xl.pages.fields import NUMBER_FORMATS
from medoffice_xl.pages.pack import Chapter, Excerpt, PackSection
from medoffice_xl.pages.shown import ShownPages
from medoffice_xl.pages.written import written


def lead(pages: ShownPages) -> str:
    """What the budget leaves, and what of the candidates is worth its price."""
    rows = pages.rows(page.NAME, "verdicts")
    left = pages.figure(page.NAME, "left", page.LEFT_NOW)
    if not rows:
        return ""
    worth = [str(row["Candidate"]) for row in rows if row["Verdict"] == ranking.BUY]
    said = f"Worth its price and within the budget: {', '.join(worth)}." if worth else "None is to be bought as it is."
    return f"{said} The budget leaves {written(left, NUMBER_FORMATS[Unit.MONEY])}." if left is not None else said


SECTIONS = (
    PackSection(
        Chapter.EQUIPMENT,
        "What might be bought",
        (
            Excerpt(page.NAME, "left"),
            Excerpt(
                page.NAME, "verdicts", ("Candidate", "Price", "NPV", "IRR", "Payback", "NPV at lower rates", "Verdict")
            ),
            Excerpt(
                page.NAME,
                "means",
                ("Candidate", "Procedures a month", "Done now a month", "Break-even a month", "Cash after", "Fits"),
            ),
            Excerpt(page.NAME, "years chart"),
        ),
        lead=lead,
    ),
)
