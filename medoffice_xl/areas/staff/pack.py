"""What the physicians are shown of the staff: ratios, never a person."""

from medoffice_xl.areas.staff import page
from medoffice_xl.pages.pack import Chapter, Excerpt, PackSection

SECTIONS = (
    PackSection(
        Chapter.PRODUCTIVITY,
        "Staff",
        (
            Excerpt(
                page.NAME,
                "ratios",
                (page.PER_PROVIDER, "Front and business office per physician", "Clinical support per physician"),
            ),
            Excerpt(page.NAME, "leaving", ("Turnover", "Voluntary turnover", "Vacancy rate", "Overtime")),
        ),
        order=7,
    ),
)
