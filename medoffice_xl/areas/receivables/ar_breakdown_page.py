"""The page AR breakdown: who owes the A/R, for whose work and where, and what is to be paid back."""

from medoffice_xl.areas.receivables.ageing import BUCKETS
from medoffice_xl.areas.receivables.ar_by import columns
from medoffice_xl.areas.receivables.credit_balances import COLUMNS as CREDIT_COLUMNS
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Listing, spill
from medoffice_xl.pages.contents import Formula
from medoffice_xl.pages.fields import cents, count, day, dollars, percent, text
from medoffice_xl.pages.page import KeyFigure, Page
from medoffice_xl.pages.references import total

NAME = "AR breakdown"
NAMES, CREDITS = 10, 15


def _by(by: str, title: str) -> Listing:
    headings = columns(by)
    return Listing(
        f"by {by}",
        (
            text(headings[0].header, 22),
            *(dollars(bucket) for bucket in BUCKETS),
            dollars("Credits"),
            dollars("A/R"),
            percent("Share over 90", heading="Over 90 days"),
            dollars("Insurance"),
            dollars("Patient"),
        ),
        spill(f'=AR_BY(Practice,AsOf,"{by}","all",{NAMES})', headings),
        title=title,
        room=NAMES + 2,
        has_total=True,
        empty="No charge has been entered by this day.",
    )


CREDIT_LIST = Listing(
    "credits",
    (
        text("Owed to", 22),
        text("Claim", 11),
        text("Payer", 22),
        day("Since"),
        count("Days"),
        cents("Credit"),
        day("Refund by"),
        count("Days left"),
    ),
    spill(f'=CREDIT_BALANCES(Practice,AsOf,"",{CREDITS})', CREDIT_COLUMNS),
    title="Credit balances and unapplied cash: what is to be paid back first",
    room=CREDITS,
    has_total=True,
    empty="No claim is in credit, and all cash is posted to claims.",
    note="Medicare's own money is due within 60 days (42 CFR 401.305); the total is of all credits.",
)

PAGE = Page(
    NAME,
    "A/R by who owes it, provider and location",
    Formula('="As of "&TEXT(AsOf,"mmmm d, yyyy")'),
    (
        _by("responsible", "By who owes it now"),
        _by("provider", "By provider"),
        _by("location", "By location"),
        CREDIT_LIST,
    ),
    key=KeyFigure("to be paid back", f"={total('credits', 'Credit', NAME)}", Unit.MONEY),
    reading=(
        "Insurance and patient stand apart, because they are collected in different ways. A provider or a place with "
        "much older A/R than the others has a cause of its own: enrolment, coding, or a desk that asks for nothing."
    ),
    then=(
        "Pay back credit balances before their last day, the payers' first. Send statements for what patients owe, "
        "and work the rest on *Worklist*."
    ),
)
