"""What the physicians are shown of how patients come: counts of new patients, none of few."""

from medoffice_xl.areas.marketing import page
from medoffice_xl.pages.pack import Chapter, Excerpt, PackSection

PEOPLE = "New patients"

SECTIONS = (
    PackSection(
        Chapter.PRODUCTIVITY,
        "How patients come",
        (
            Excerpt(page.NAME, "come", title="New patients", people=PEOPLE),
            Excerpt(
                page.NAME,
                "by source",
                ("Source", PEOPLE, "Share", "Collected", "Margin", "Margin a patient"),
                people=PEOPLE,
                rows=8,
            ),
            Excerpt(
                page.NAME,
                "returns",
                ("Campaign", "Spent", PEOPLE, "Cost a patient", "Return 180 days", "Verdict"),
                title="What campaigns cost and brought",
                people=PEOPLE,
                rows=6,
            ),
        ),
        order=8,
    ),
)
