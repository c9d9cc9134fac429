"""What the physicians are shown of the denials."""

from medoffice_xl.areas.denials import page
from medoffice_xl.pages.fields import CENTS
from medoffice_xl.pages.pack import Chapter, Excerpt, PackSection
from medoffice_xl.pages.shown import ShownPages
from medoffice_xl.pages.written import written

COLUMNS = ("Claims", "At stake", "Still denied", "Recovered", "Front desk", "Overturned")


def lead(pages: ShownPages) -> str:
    """What was denied, what of it came back, and what the front desk could have prevented."""
    total = pages.total(page.NAME, "by group")
    if total is None:
        return ""
    stake, back, desk = (written(total[name], CENTS) for name in ("At stake", "Recovered", "Front desk"))
    return (
        f"Payers denied {stake} in the year, by what contracts pay; {back} of it came back. Checks before the visit "
        f"could have prevented {desk}."
    )


SECTIONS = (
    PackSection(
        Chapter.DENIALS,
        "Denials by cause",
        (
            Excerpt(page.NAME, "rates"),
            Excerpt(page.NAME, "stake by cause", people="Claims"),
            Excerpt(page.NAME, "by group", ("Cause", *COLUMNS), people="Claims"),
            Excerpt(page.NAME, "by payer", ("Payer", *COLUMNS), people="Claims"),
        ),
        lead=lead,
    ),
)
