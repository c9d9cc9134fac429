"""What the area Satisfaction brings to the house."""

from medoffice_xl.actions import Action
from medoffice_xl.area import Area
from medoffice_xl.areas.satisfaction import page, report, voices_page
from medoffice_xl.areas.satisfaction.answers import answers
from medoffice_xl.areas.satisfaction.complaints import complaints, complaints_open
from medoffice_xl.areas.satisfaction.demo import demo
from medoffice_xl.areas.satisfaction.headlines import HEADLINES
from medoffice_xl.areas.satisfaction.pack import SECTIONS as PACK
from medoffice_xl.areas.satisfaction.satisfaction_by import satisfaction_by
from medoffice_xl.areas.satisfaction.survey_columns import COLUMNS
from medoffice_xl.areas.satisfaction.tables import ANSWER_WORDS, COMMENT_THEMES, COMPLAINTS, FOCUS_GROUPS, SURVEYS
from medoffice_xl.areas.satisfaction.top_box import net_promoter_score, top_box
from medoffice_xl.readers.reader import imported_later
from medoffice_xl.sets import PRICING, TableSet

TABLES = (SURVEYS, COMPLAINTS, FOCUS_GROUPS, ANSWER_WORDS, COMMENT_THEMES)

SATISFACTION = TableSet(
    "Satisfaction",
    "what patients say: surveys, complaints, focus groups and the words that judge them, with all of Pricing",
    TABLES,
    (PRICING,),
)

ACTIONS = (
    Action(
        "satisfaction",
        "Reports",
        "Satisfaction",
        "ReviewNewComment",
        "JS",
        "What patients say",
        "Top box and score by measure, provider and month with their intervals, complaints by age and kind, themes of "
        "comments by count, findings of focus groups. Fewer than 11 answers are hidden.",
    ),
)

AREA = Area(
    name="satisfaction",
    title="Satisfaction",
    duty="What patients say of the practice, and what is done about it.",
    tables=TABLES,
    readers=(imported_later("survey", "medoffice_xl.areas.satisfaction.survey_file", COLUMNS),),
    sets=(SATISFACTION,),
    reports={"satisfaction": report.build},
    report_sheets=(report.SHEET,),
    actions=ACTIONS,
    pages=(page.PAGE, voices_page.PAGE),
    to_do=(page.FALLEN, voices_page.TO_ANSWER),
    headlines=HEADLINES,
    figures={
        "complaints": complaints,
        "complaints_open": complaints_open,
        "net_promoter_score": net_promoter_score,
        "satisfaction_by": satisfaction_by,
        "survey_answers": answers,
        "top_box": top_box,
    },
    pack=PACK,
    demo=demo,
)
