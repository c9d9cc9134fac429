"""What the physicians are shown of the staff: ratios, never a person."""

from medoffice_xl.areas.staff import page
from medoffice_xl.pages.pack import Chapter, Excerpt, PackSection

SECTIONS = (
    PackSection(
        Chapter.PRODUCTIVITY,
        "Staff for each provider",
        (
            Excerpt(
                page.NAME,
                "ratios",
                (page.PER_PROVIDER, "Front and business office per physician", "Clinical support per physician"),
            ),
        ),
        order=6,
    ),
    PackSection(
        Chapter.PRODUCTIVITY,
        "Leaving, vacancies and overtime",
        (Excerpt(page.NAME, "leaving", ("Turnover", "Vacancy rate", "Overtime")),),
        order=7,
        beside=True,
    ),
)
