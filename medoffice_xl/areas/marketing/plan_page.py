"""The page Marketing plan: it starts from the budget's alert, and says what is to be done, for whom, by whom."""

from medoffice_xl.areas.marketing import marketing_need, marketing_plan
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Listing, Note, spill
from medoffice_xl.pages.contents import Formula
from medoffice_xl.pages.fields import Tone, count, day, dollars, text
from medoffice_xl.pages.page import KeyFigure, Page
from medoffice_xl.pages.references import column

NAME = "Marketing plan"
ROOM = 24

NEED = Listing(
    "need",
    (text("What", 24), text("Says", 120, lines=2)),
    spill("=MARKETING_NEED(Marketing,AsOf,FiscalYearStart)", marketing_need.COLUMNS),
    title="What the budget asks of marketing",
    room=7,
    empty="Bring in the list of registered patients, and the budget.",
)
PLAN = Listing(
    "plan",
    (
        text("What", 26),
        text("Kind", 13),
        text("For whom", 24, lines=2),
        day("From"),
        day("To"),
        dollars("Planned spend"),
        dollars("Spent"),
        count("Expected visits"),
        count("Came", heading="Came so far"),
        text("Owner", 15),
        text("State", 9, tones={marketing_plan.PLANNED: Tone.FAIR, marketing_plan.RUNNING: Tone.GOOD}),
        text("Result", 44, lines=2),
    ),
    spill("=MARKETING_PLAN(Marketing,AsOf)", marketing_plan.COLUMNS),
    title="What is to be done, what runs, what came of it",
    room=ROOM,
    empty="No campaign is planned: type what is to be done on the sheet Campaigns.",
)

PAGE = Page(
    NAME,
    "Marketing plan",
    Formula('="As of "&TEXT(AsOf,"mmmm d, yyyy")'),
    (
        NEED,
        PLAN,
        Note(
            "A row is typed on the sheet Campaigns: what, for whom, when, planned spend, expected visits, owner; later "
            "the spend and, in your words, the result. Came so far are new patients that the campaign brought."
        ),
    ),
    key=KeyFigure("campaigns planned", f'=COUNTIF({column("plan", "State", NAME)},"{marketing_plan.PLANNED}")',
                  Unit.COUNT),
    reading=(
        "The first lines say whether the budget asks for marketing at all: where slots are full or payers are the "
        "cause, it does not help. Then each campaign: planned, spent, expected, come."
    ),
    then=(
        "Write one row a campaign on *Campaigns*, with spend, owner and expected visits, and what was learned when it "
        "is over."
    ),
)  # fmt: skip
