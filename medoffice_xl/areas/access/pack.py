"""What the physicians are shown of the appointments: who came, how full the time was, how long patients wait."""

from medoffice_xl.areas.access import page, productivity_page
from medoffice_xl.measure import Unit
from medoffice_xl.pages.fields import NUMBER_FORMATS
from medoffice_xl.pages.pack import Chapter, Excerpt, PackSection
from medoffice_xl.pages.shown import ShownPages, as_number
from medoffice_xl.pages.written import written

PEOPLE = "Appointments"


def lead(pages: ShownPages) -> str:
    """How full the time was and how many did not come; a cause is named by the budget alone."""
    shares = {name: pages.figure(page.NAME, "access", name) for name in ("Fill of slots", "No-show rate")}
    fill, missed = (
        "" if as_number(share) is None else written(share, NUMBER_FORMATS[Unit.PERCENT]) for share in shares.values()
    )
    if not fill or not missed:
        return ""
    return f"Slots were filled to {fill}; {missed} of those who were to be seen did not show up."


SECTIONS = (
    PackSection(
        Chapter.PRODUCTIVITY,
        "Appointments",
        (
            Excerpt(page.NAME, "access"),
            Excerpt(page.NAME, "fill by month", people=PEOPLE, rows=13),
        ),
        order=1,
        lead=lead,
    ),
    PackSection(
        Chapter.PRODUCTIVITY,
        "Productivity by clinical FTE, twelve months",
        (
            Excerpt(
                productivity_page.NAME,
                "providers",
                (
                    "Provider",
                    "Clinical FTE",
                    "Visits",
                    "Visits per FTE",
                    "Work RVUs per FTE",
                    "Charges per FTE",
                    "Collections per FTE",
                ),
                people="Visits",
                rows=8,
            ),
        ),
        order=2,
    ),
)
