"""What the physicians are shown of the cash to come."""

from medoffice_xl.areas.forecast import page
from medoffice_xl.pages.fields import CENTS
from medoffice_xl.pages.pack import Chapter, Excerpt, PackSection
from medoffice_xl.pages.shown import ShownPages, as_number
from medoffice_xl.pages.written import written


def lead(pages: ShownPages) -> str:
    """What comes in over the months ahead, and where the bank stands then."""
    cash = pages.rows(page.NAME, "cash")
    if not cash:
        return ""
    expected = sum(as_number(row["Expected"]) or 0.0 for row in cash)
    months = f"{written(cash[0]['Month'], 'mmmm yyyy')} to {written(cash[-1]['Month'], 'mmmm yyyy')}"
    said = f"Payers and patients are expected to pay {written(expected, CENTS)} in {months}."
    bank = pages.rows(page.NAME, "bank")
    if not bank:
        return said
    last = bank[-1]
    return (
        f"{said} The bank then holds {written(last['Bank at the end'], CENTS)}, {last['Standing']} of "
        f"{written(last['Floor'], CENTS)}."
    )


SECTIONS = (
    PackSection(
        Chapter.CASH,
        "Cash to come",
        (
            Excerpt(page.NAME, "cash chart"),
            Excerpt(
                page.NAME, "cash", ("Month", "Of services billed", "Of services to come", "Expected", "Low", "High")
            ),
            Excerpt(page.NAME, "bank"),
        ),
        order=1,
        lead=lead,
    ),
)
