"""The figure of satisfaction that the Dashboard shows month by month."""

from medoffice_xl.areas.satisfaction.answers import answers
from medoffice_xl.areas.satisfaction.top_box import net_promoter_score
from medoffice_xl.headlines import Headline, each_end
from medoffice_xl.measure import Unit
from medoffice_xl.tables.benchmarks import HIGHER

YEAR = 365

HEADLINES = (
    Headline(
        "Net promoter score", "Share of 9 and 10 less share of 0 to 6, a year's answers", Unit.POINTS, HIGHER,
        "Patient satisfaction",
        each_end(lambda tables, day, terms: net_promoter_score(answers(tables, day), "", YEAR)),
        ("surveys",), ("answer_words", "thresholds"), place=15,
    ),
)  # fmt: skip
