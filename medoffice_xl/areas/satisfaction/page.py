"""The page Patient satisfaction: how it stands, by whom and when, and what comments speak of."""

from medoffice_xl.areas.satisfaction import satisfaction_by, themes
from medoffice_xl.areas.satisfaction.top_box import FEW_ANSWERS, TOO_FEW
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Axis, Chart, Figure, Figures, Listing, Note, Series, Shape, spill
from medoffice_xl.pages.colors import ACCENT
from medoffice_xl.pages.contents import Formula, ours, ours_or
from medoffice_xl.pages.fields import Field, Tone, count, month, percent, text
from medoffice_xl.pages.page import KeyFigure, Page
from medoffice_xl.pages.references import column, figure
from medoffice_xl.pages.to_do import ToDo, Urgency

NAME = "Patient satisfaction"
PROVIDERS, MONTHS, MEASURES, THEMES = 24, 13, 8, 12
DAYS = 180
"""Days that a provider's answers are taken over, and those before."""

SCORE = "Net promoter score"
POINTS = "0;-0"
NONE_YET = "Nobody has answered: bring in the export of the survey."
_TONES = {
    satisfaction_by.FALLEN: Tone.POOR,
    f"{satisfaction_by.FALLEN}, {FEW_ANSWERS}": Tone.POOR,
    satisfaction_by.RISEN: Tone.GOOD,
    f"{satisfaction_by.RISEN}, {FEW_ANSWERS}": Tone.GOOD,
    FEW_ANSWERS: Tone.FAIR,
    TOO_FEW: Tone.FAIR,
}

STANDS = Figures(
    "stands",
    (
        Figure(SCORE, ours("=NPS(Satisfaction,AsOf)"), Unit.POINTS, number_format=POINTS,
               says="9 and 10 less 0 to 6, of 100 answers, 365 days"),
        Figure("Rating of the provider", ours('=TOP_BOX(Satisfaction,AsOf,"rating")'), Unit.PERCENT,
               says="9 and 10 of ten, 365 days"),
        Figure("Rating, 90 days", ours_or('=TOP_BOX(Satisfaction,AsOf,"rating","",90)', "too few"), Unit.PERCENT,
               says="9 and 10 of ten"),
    ),
    title="How patients see the practice",
)  # fmt: skip


def _fields(first: Field) -> tuple[Field, ...]:
    return (
        first,
        count("Answers"),
        percent("Top box"),
        percent("Low"),
        percent("High"),
        percent("Before"),
        count("NPS answers", 13),
        *(Field(name, Unit.POINTS, number_format=POINTS, width=7) for name in ("NPS", "NPS low", "NPS high")),
        text("Says", 18, tones=_TONES),
    )


BY_MEASURE = Listing(
    "by measure",
    _fields(text("Measure", 20)),
    spill('=SATISFACTION_BY(Satisfaction,AsOf,"measure","rating",365)', satisfaction_by.columns("measure")),
    title="By what was asked, 365 days",
    room=MEASURES,
    empty=NONE_YET,
    note="Low and High: the interval of 95%. Before: the 365 days before.",
)
BY_PROVIDER = Listing(
    "by provider",
    _fields(text("Provider", 20)),
    spill(f'=SATISFACTION_BY(Satisfaction,AsOf,"provider","rating",{DAYS})', satisfaction_by.columns("provider")),
    title=f"Rating by provider, {DAYS} days",
    room=PROVIDERS,
    empty=NONE_YET,
    note=f"Before: the {DAYS} days before. “fallen” where the two intervals do not meet: more than chance.",
)
BY_MONTH = Listing(
    "by month",
    tuple(field for field in _fields(month("Month", 10)) if field.name != "Before"),
    spill('=SATISFACTION_BY(Satisfaction,AsOf,"month","rating",365)', satisfaction_by.columns("month")),
    title="Rating by month",
    room=MONTHS,
    empty=NONE_YET,
)
MONTHS_CHART = Chart(
    "months chart",
    "Rating by month: share of 9 and 10",
    "by month",
    "Month",
    (Series("Top box", "Top box", ACCENT, Shape.COLUMN),),
    bottom=Axis("Month", "mmm yy"),
    side=Axis("Top box", "0%"),
    height=260,
)
SPOKEN = Listing(
    "themes",
    (text("Theme", 28), count("Comments"), percent("Share")),
    spill("=COMMENT_THEMES(Satisfaction,AsOf)", themes.COLUMNS),
    title="What comments speak of, 365 days",
    room=THEMES,
    empty="Fewer than 11 comments.",
    note="One comment may speak of several. The words of each theme stand on Comment themes.",
)

FALLEN = ToDo(
    "Providers whose rating has fallen",
    Formula(f'=COUNTIF({column("by provider", "Says", NAME)},"{satisfaction_by.FALLEN}*")'),
    NAME,
    "Talk with the provider; look at complaints and the schedule of those months.",
    Urgency.LOOK,
)

PAGE = Page(
    NAME,
    "What patients say",
    Formula('="As of "&TEXT(AsOf,"mmmm d, yyyy")'),
    (
        STANDS,
        BY_MEASURE,
        BY_PROVIDER,
        BY_MONTH,
        MONTHS_CHART,
        SPOKEN,
        Note(
            "Fewer than 11 answers are hidden (*), with one more where the figure of all would give them away; 11 to "
            "29 are “few answers”. With few, the score swings: read it with its interval."
        ),
    ),
    key=KeyFigure("net promoter score", f"={figure('stands', SCORE, NAME)}", Unit.POINTS, POINTS),
    reading=(
        "Look at the interval, not at the figure: where intervals of now and before meet, nothing is shown to have "
        "changed. Few answers are hidden or marked."
    ),
    then=(
        "What comments speak of and what is rated low together name the cause; open *Patient voices* for single "
        "complaints, and make it a goal on *Goals* with its owner."
    ),
)
