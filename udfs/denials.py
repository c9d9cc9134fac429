"""Denials: by cause, what is at stake, what was overturned; how claims fare at the first try."""

from typing import Annotated

from medoffice_xl.areas.denials.causes import CAUSES
from medoffice_xl.areas.denials.denials_by import denials_by
from medoffice_xl.areas.denials.first_denials import DENIALS_READ, denial_tables
from medoffice_xl.areas.denials.resolution import clean_claim_rate, first_pass_rate, overturn_rate
from medoffice_xl.cells import cell_function
from medoffice_xl.contracts.shared import REASONS
from medoffice_xl.measure import Breakdown, Measure
from udfs.arguments import Day
from udfs.sets import OfDenials, OfPractice

Payer = Annotated[str, "One payer, as it answers; leave out for all."]
YearDays = Annotated[int, "Days up to AsOf in which the first denial came. Left out: 365."]


@cell_function("Denials", needs=("remits",), uses=DENIALS_READ, spills=True)
def DENIALS_BY(
    Denials: OfDenials,
    AsOf: Day,
    by: Annotated[
        str, "group (of causes), reason, payer, code, provider, location, level (of appeal) or month. Left out: group."
    ] = "group",
    YearDays: YearDays = 365,
    payer: Payer = "",
    top: Annotated[int, "How many names to show, most at stake first; the others become one row. Left out: all."] = 0,
) -> Breakdown:
    """Lines denied at first: claims, charges, what the contract would pay, what is still denied and what was recovered.

    Spills a heading, one row a name and the total. Causes are the groups of the sheet Denial reasons; what the front
    desk could have prevented is as Denial groups says.
    """
    return denials_by(denial_tables(Denials), AsOf, by, YearDays, payer, top)


@cell_function("Denials", needs=("remits",), uses=DENIALS_READ)
def OVERTURN_RATE(
    Denials: OfDenials,
    AsOf: Day,
    YearDays: YearDays = 365,
    count: Annotated[str, "claims, or dollars at stake. Left out: claims."] = "claims",
    payer: Payer = "",
    group: Annotated[str, "One group of causes, as on Denial groups; leave out for all."] = "",
) -> Measure:
    """Share of the denials that payers took back, of those that are closed: answered again, given up, or 90 days old.

    #N/A where no denial is closed. Steps of the sheet Appeals count up to AsOf; its explanation tells the days from
    denial to appeal and to payment.
    """
    return overturn_rate(denial_tables(Denials), AsOf, YearDays, count, payer, group)


@cell_function("Denials", needs=("remits",), uses=(REASONS,))
def FIRST_PASS_RATE(
    Practice: OfPractice,
    AsOf: Day,
    WindowDays: Annotated[int, "Days up to AsOf in which claims were first answered. Left out: 90."] = 90,
    payer: Payer = "",
) -> Measure:
    """First-pass resolution: share of the claims of which no line was denied in its first answer.

    #N/A where no claim was answered in the window.
    """
    return first_pass_rate(Practice.rows("remits"), Practice.shared(REASONS), AsOf, WindowDays, payer)


@cell_function("Denials", needs=("remits",), uses=(REASONS, CAUSES))
def CLEAN_CLAIM_RATE(
    Denials: OfDenials,
    AsOf: Day,
    WindowDays: Annotated[int, "Days up to AsOf in which claims were first answered. Left out: 90."] = 90,
    payer: Payer = "",
) -> Measure:
    """Clean-claim rate, a proxy: share of the claims whose first answer shows no fault of the practice's own.

    HFMA's counts claims that pass all edits untouched; without the clearinghouse's answers payers' answers stand in.
    """
    reasons, causes = Denials.shared(REASONS), Denials.shared(CAUSES)
    return clean_claim_rate(Denials.rows("remits"), reasons, causes, AsOf, WindowDays, payer)
