"""What patients say: top box, net promoter score, complaints, themes, focus groups."""

from datetime import date
from typing import Annotated

from medoffice_xl.areas.satisfaction import complaints as complained
from medoffice_xl.areas.satisfaction import themes
from medoffice_xl.areas.satisfaction.answers import answers
from medoffice_xl.areas.satisfaction.focus_findings import focus_findings
from medoffice_xl.areas.satisfaction.satisfaction_by import satisfaction_by
from medoffice_xl.areas.satisfaction.top_box import net_promoter_score, top_box
from medoffice_xl.cells import cell_function
from medoffice_xl.contracts.thresholds import limits_on
from medoffice_xl.measure import Breakdown, Measure
from medoffice_xl.sets import Tables
from udfs.arguments import Day

OfSatisfaction = Annotated[
    Tables,
    "Surveys, complaints and focus groups: the name Satisfaction, or tables of your own put together by SATISFACTION.",
]
OneProvider = Annotated[str, "A provider, as on Surveys. Left out: all."]
OneMeasure = Annotated[
    str, "rating, recommend, access, communication, office staff, coordination or other. Left out: rating."
]
Days = Annotated[int, "How many days that end on the day. Left out: 365."]

_JUDGED = ("answer_words", "thresholds")


@cell_function("Satisfaction", needs=("surveys",), uses=_JUDGED)
def NPS(Satisfaction: OfSatisfaction, AsOf: Day, provider: OneProvider = "", days: Days = 365) -> Measure:
    """Net promoter score in points, -100 to 100: share of 9 and 10 less share of 0 to 6.

    EXPLAIN shows how many answered and the interval of 95%. #N/A under 11 answers; under 30 they are called few.
    """
    return net_promoter_score(answers(Satisfaction, AsOf), provider, days)


@cell_function("Satisfaction", needs=("surveys",), uses=_JUDGED)
def TOP_BOX(
    Satisfaction: OfSatisfaction, AsOf: Day, measure: OneMeasure = "rating", provider: OneProvider = "",
    days: Days = 365,
) -> Measure:  # fmt: skip
    """Share of the best answers, such as Always or 9 and 10; of several questions the mean of their shares.

    EXPLAIN shows how many answered and Wilson's interval of 95%. Answers “not applicable” do not count. #N/A under 11
    answers; under 30 they are called few.
    """
    return top_box(answers(Satisfaction, AsOf), measure, provider, days)


@cell_function("Satisfaction", needs=("surveys",), uses=_JUDGED, spills=True)
def SATISFACTION_BY(
    Satisfaction: OfSatisfaction,
    AsOf: Day,
    by: Annotated[str, "provider, month, measure or question. Left out: provider."] = "provider",
    measure: OneMeasure = "rating",
    days: Days = 365,
) -> Breakdown:
    """Top box with its interval by provider, month, measure or question, as many days before beside it, and NPS.

    Spills a heading and one row each. Rows of fewer than 11 answers are hidden (*), with one more where the figure of
    all would give it away. “fallen” and “risen” where the intervals of now and before do not meet.
    """
    return satisfaction_by(answers(Satisfaction, AsOf), by, measure, days)


@cell_function("Satisfaction", needs=("surveys",), uses=(*_JUDGED, "comment_themes"), spills=True)
def COMMENT_THEMES(Satisfaction: OfSatisfaction, AsOf: Day, days: Days = 365) -> Breakdown:
    """What comments speak of, by count alone; the words of each theme stand on Comment themes.

    Spills a heading and one row a theme, most first. #N/A under 11 comments.
    """
    return themes.comment_themes(answers(Satisfaction, AsOf), Satisfaction.get("comment_themes"), days)


@cell_function("Satisfaction", needs=("complaints",), uses=("thresholds",))
def COMPLAINTS_OPEN(Satisfaction: OfSatisfaction, AsOf: Day) -> Measure:
    """How many complaints are open on the day; EXPLAIN shows how many are late and how old the oldest is."""
    return complained.complaints_open(_complaints(Satisfaction, AsOf))


@cell_function("Satisfaction", needs=("complaints",), uses=("thresholds",))
def COMPLAINTS_LATE(Satisfaction: OfSatisfaction, AsOf: Day) -> Measure:
    """How many complaints have been open for longer than they may be: 30 days, a row of Thresholds."""
    return complained.complaints_late(_complaints(Satisfaction, AsOf))


@cell_function("Satisfaction", needs=("complaints",), uses=("thresholds",), spills=True)
def COMPLAINT_LIST(Satisfaction: OfSatisfaction, AsOf: Day) -> Breakdown:
    """The open complaints, oldest first, with days open, owner, and whether the same account complained before.

    Spills a heading and one row a complaint. #N/A where none is open.
    """
    return complained.complaint_list(_complaints(Satisfaction, AsOf))


@cell_function("Satisfaction", needs=("complaints",), uses=("thresholds",), spills=True)
def COMPLAINT_KINDS(Satisfaction: OfSatisfaction, AsOf: Day, days: Days = 365) -> Breakdown:
    """Complaints of the days by kind: made, open, answered, median of days to the answer, repeats; and the total."""
    return complained.complaint_kinds(_complaints(Satisfaction, AsOf), days)


@cell_function("Satisfaction", needs=("focus_groups",), spills=True)
def FOCUS_FINDINGS(Satisfaction: OfSatisfaction, AsOf: Day) -> Breakdown:
    """What focus groups brought, with theme and action: overdue actions first, then those to do, then the others.

    Spills a heading and one row a finding. #N/A where nothing was written down by the day.
    """
    return focus_findings(Satisfaction["focus_groups"], AsOf)


def _complaints(tables: Tables, as_of: date) -> complained.Complaints:
    limits = limits_on(as_of, tables)
    return complained.complaints(tables["complaints"], limits, as_of)
