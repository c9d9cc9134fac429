"""What the area Worklists brings to the house."""

from medoffice_xl.area import Area
from medoffice_xl.areas.worklists import page
from medoffice_xl.areas.worklists.ar_worklist import worklist
from medoffice_xl.areas.worklists.tables import WORK_KINDS, WORKLIST
from medoffice_xl.sets import DENIALS, TableSet

WORK = TableSet(
    "Work",
    "what is worked and by whom: notes, minutes and usual success of each kind, with all of Denials",
    (WORKLIST, WORK_KINDS),
    (DENIALS,),
)

AREA = Area(
    name="worklists",
    title="Worklists",
    duty="What to work today, in which order, and why.",
    tables=(WORKLIST, WORK_KINDS),
    sets=(WORK,),
    pages=(page.PAGE,),
    figures={"worklist": worklist},
)
