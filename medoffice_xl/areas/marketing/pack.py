"""What the physicians are shown of how patients come: counts of new patients, none of few."""

from medoffice_xl.areas.marketing import page
from medoffice_xl.pages.pack import Chapter, Excerpt, PackSection

SECTIONS = (
    PackSection(
        Chapter.PRODUCTIVITY,
        "New patients",
        (
            Excerpt(
                page.NAME, "come", (page.NEW, "Cost of a new patient", "Return of all campaigns"), people="New patients"
            ),
        ),
        order=8,
    ),
)
