"""What the physicians are shown of the surveys: scores of all; of few answers none is given."""

from medoffice_xl.areas.satisfaction import page
from medoffice_xl.pages.pack import Chapter, Excerpt, PackSection

SECTIONS = (
    PackSection(Chapter.PRODUCTIVITY, "What patients say", (Excerpt(page.NAME, "stands"),), order=9, beside=True),
)
