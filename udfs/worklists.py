"""What to work today, in which order, and why."""

from typing import Annotated

from medoffice_xl.areas.worklists.ar_worklist import WORKED, ar_worklist
from medoffice_xl.cells import cell_function
from medoffice_xl.measure import Breakdown
from medoffice_xl.sets import Tables
from udfs.arguments import Day

OfWork = Annotated[Tables, "What is worked and by whom: the name Work, or tables of your own put together by WORK."]


@cell_function("Worklists", needs=(WORKED,), spills=True)
def AR_WORKLIST(
    Work: OfWork,
    AsOf: Day,
    lane: Annotated[
        str,
        "Due now, Follow-up, To work, Write-off review, Lost, Refund, With an agency, Not yet due, Done, or all. "
        "Left out: the first three.",
    ] = "",
    owner: Annotated[str, "Whose list: his claims and those nobody has. Left out: everybody's."] = "",
    minutes: Annotated[float, "Minutes of the day to fill, such as 360. Left out: all of the list."] = 0,
    top: Annotated[int, "How many claims to show; the others are added up in one row. Left out: all."] = 0,
) -> Breakdown:
    """Claims to work, in order: deadlines first, then follow-ups, then what brings in most a minute, and why.

    Spills a heading, one row a claim and the total. Denied, underpaid, unanswered, patient and credit balances; the
    balances of all lanes add up to A/R without unapplied cash.
    """
    return ar_worklist(Work, AsOf, lane, owner, minutes, top)
