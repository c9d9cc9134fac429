"""The pages Marketing and Demographics: where new patients come from, what they bring, and who the patients are."""

from medoffice_xl.areas.marketing import campaign_return, demographics, new_patients_by
from medoffice_xl.areas.marketing.cohort_margin import HORIZONS
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Across, Axis, Chart, Figure, Figures, Listing, Note, Series, Shape, spill
from medoffice_xl.pages.colors import ACCENT
from medoffice_xl.pages.contents import Formula, ours
from medoffice_xl.pages.fields import Field, Tone, count, day, dollars, month, percent, text
from medoffice_xl.pages.page import KeyFigure, Page
from medoffice_xl.pages.references import column, figure, total
from medoffice_xl.pages.to_do import ToDo, Urgency

NAME, PEOPLE = "Marketing", "Demographics"
SOURCES, REFERRERS, CAMPAIGNS, MONTHS, ZIPS, PAYERS = 12, 8, 15, 14, 12, 12
NEW, SHARE_WITHOUT = "New patients, 365 days", "Without a source"
NONE_YET = "Bring in the list of registered patients, and the charges."
NO_CAMPAIGN = "No campaign has begun: type them on the sheet Campaigns."
_AS_OF = Formula('="As of "&TEXT(AsOf,"mmmm d, yyyy")')
_TONES = {
    campaign_return.PAID: Tone.GOOD,
    campaign_return.NOT_YET: Tone.FAIR,
    campaign_return.DID_NOT: Tone.POOR,
}

COME = Figures(
    "come",
    (
        Figure(NEW, ours("=NEW_PATIENTS(Marketing,AsOf,365)"), Unit.COUNT, says="First visits, by Registrations"),
        Figure("New patients, 30 days", ours("=NEW_PATIENTS(Marketing,AsOf,30)"), Unit.COUNT, says="First visits"),
        Figure(SHARE_WITHOUT, ours("=NO_SOURCE_RATE(Marketing,AsOf,365)"), Unit.PERCENT,
               says="Above 20% what campaigns cost and bring is not reliable"),
        Figure("Cost of a new patient", ours("=ACQUISITION_COST(Marketing,AsOf)"), Unit.MONEY,
               says="Spend of campaigns ÷ patients that they brought, 365 days", number_format="$#,##0.00"),
        Figure("Return of all campaigns", ours("=CAMPAIGN_ROI(Marketing,AsOf)"), Unit.PERCENT,
               says="Margin within 180 days of the first visit, less spend, ÷ spend"),
    ),
    title="New patients",
)  # fmt: skip


def _value_fields(name: Field) -> tuple[Field, ...]:
    return (
        name, count("New patients"), percent("Share"), count("Visits"), dollars("Collected"), dollars("Margin"),
        dollars("Margin a patient"),
    )  # fmt: skip


BY_SOURCE = Listing(
    "by source",
    _value_fields(text("Source", 26)),
    spill(f'=NEW_PATIENTS_BY(Marketing,AsOf,"source",365,{SOURCES - 2})', new_patients_by.columns("source")),
    title="By referral source, 365 days",
    room=SOURCES + 1,
    has_total=True,
    empty=NONE_YET,
)
BY_REFERRER = Listing(
    "by referrer",
    _value_fields(text("Referrer", 26)),
    spill(f'=NEW_PATIENTS_BY(Marketing,AsOf,"referrer",365,{REFERRERS - 2})', new_patients_by.columns("referrer")),
    title="Who sends patients, by what they leave, 365 days",
    room=REFERRERS + 1,
    has_total=True,
    empty=NONE_YET,
)
BY_MONTH = Listing(
    "by month",
    _value_fields(month("Month", 10)),
    spill('=NEW_PATIENTS_BY(Marketing,AsOf,"month",365)', new_patients_by.columns("month")),
    title="By month of the first visit",
    room=MONTHS,
    empty=NONE_YET,
    note="Younger months have had less time to leave anything.",
)
MONTHS_CHART = Chart(
    "months chart",
    "New patients by month",
    "by month",
    "Month",
    (Series("New patients", "New patients", ACCENT, Shape.COLUMN),),
    bottom=Axis("Month", "mmm yy"),
    side=Axis("Patients", "#,##0"),
    height=260,
)
RETURNS = Listing(
    "returns",
    (
        text("Campaign", 26),
        text("Kind", 13),
        day("From"),
        day("To"),
        dollars("Spent"),
        count("New patients"),
        dollars("Cost a patient"),
        *(dollars(f"Margin {days} days") for days in HORIZONS),
        *(percent(f"Return {days} days") for days in HORIZONS),
        text("Verdict", 12, tones=_TONES),
        count("Younger", heading="Younger than a year"),
    ),
    spill("=CAMPAIGN_RETURNS(Marketing,AsOf)", campaign_return.COLUMNS),
    title="What campaigns cost and brought, newest first",
    room=CAMPAIGNS,
    has_total=True,
    empty=NO_CAMPAIGN,
    note="Margin: collected for the patients it brought within so many days of the first visit, less the variable cost "
    "of their visits. What patients younger than that left so far counts.",
)

DID_NOT_PAY = ToDo(
    "Campaigns that did not pay back",
    Formula(f'=COUNTIF({column("returns", "Verdict", NAME)},"{campaign_return.DID_NOT}")'),
    NAME,
    "Write down what was learned, and spend it elsewhere.",
    Urgency.LOOK,
)

PAGE = Page(
    NAME,
    "Where new patients come from",
    _AS_OF,
    (
        COME,
        BY_SOURCE,
        RETURNS,
        BY_REFERRER,
        BY_MONTH,
        MONTHS_CHART,
        Note(
            "A new patient counts for the campaign of his source that ran on the day of the first visit, or had ended "
            "up to 90 days before. The plan stands on Marketing plan, what is typed on Campaigns."
        ),
    ),
    key=KeyFigure("new patients in 365 days", f"={figure('come', NEW, NAME)}", Unit.COUNT),
    reading=(
        "Judge a campaign by the margin its patients left, after 365 days, not by how many came. Where many new "
        "patients have no source, no cost of a patient can be believed."
    ),
    then=(
        "Have the desk ask each new patient for the source. Thank the practices that send the best patients; end what "
        "did not pay back, and plan the next on *Marketing plan*."
    ),
)


def _people(name: str, by: str, heading: str, title: str, room: int, width: float = 12) -> Listing:
    return Listing(
        name,
        (text(heading, width), count("Patients"), percent("Share")),
        spill(f'=DEMOGRAPHICS(Marketing,AsOf,"{by}")', demographics.columns(by)),
        title=title,
        room=room,
        has_total=True,
        empty="Bring in the list of registered patients.",
    )


AGES = _people("ages", "age", "Age", "By age", 10)
SEXES = _people("sexes", "sex", "Sex", "By sex", 5)
AREAS = _people("areas", "zip3", "ZIP3", "By ZIP code, three digits", ZIPS)
OF_PAYERS = _people("payers", "payer", "Payer", "By payer", PAYERS, 24)
AGES_CHART = Chart(
    "ages chart",
    "Patients by age",
    "ages",
    "Age",
    (Series("Patients", "Patients", ACCENT, Shape.COLUMN),),
    bottom=Axis("Age"),
    side=Axis("Patients", "#,##0"),
    height=260,
)

PEOPLE_PAGE = Page(
    PEOPLE,
    "Who the patients are",
    _AS_OF,
    (
        Across((AGES, SEXES)),
        Across((AREAS, OF_PAYERS)),
        AGES_CHART,
        Note(
            "* is a group of fewer than 11 patients, or one that would give such a group away; no total shown here "
            "determines it. 000 is a ZIP code of an area where few people live. Do not hand out tables of two days "
            "that are near each other: their difference may be a small group."
        ),
    ),
    key=KeyFigure("registered patients", f"={total('ages', 'Patients', PEOPLE)}", Unit.COUNT),
    reading=(
        "Shares, never people: groups of fewer than eleven are hidden, and what would give them away. Compare with "
        "the neighbourhood, and with the year before."
    ),
    then="Choose whom *Marketing plan* is for. A payer's share that grows belongs on *Payer review*.",
)
