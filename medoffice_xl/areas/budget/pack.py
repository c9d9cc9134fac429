"""What the physicians are shown of the budget."""

import re
from collections.abc import Mapping

from medoffice_xl.areas.budget import page
from medoffice_xl.areas.budget.budget_variance import NET, NET_INCOME
from medoffice_xl.pages.pack import Chapter, Excerpt, PackSection, Verdict
from medoffice_xl.pages.shown import ShownPages
from medoffice_xl.tables.costs import PHYSICIANS, STAFF_CATEGORIES

STAFF = "Staff"
"""Stands for every account of pay: physicians see what staff cost together, nobody's own."""


_AFTER_A_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


def sentence(pages: ShownPages) -> str:
    """The alert's own sentence."""
    return _said(pages, "Sentence")


def verdict(pages: ShownPages) -> str:
    """Its first sentence alone."""
    return _AFTER_A_SENTENCE.split(sentence(pages))[0]


def basis(pages: ShownPages) -> str:
    """What net is, and which months are judged."""
    months, books = _said(pages, "Months"), _said(pages, "Basis of the books")
    if not months:
        return ""
    return (
        f"Budget: net before physician pay, {months}; basis of the books: {books}. A positive difference helps the "
        "practice."
    )


def _said(pages: ShownPages, what: str) -> str:
    rows = pages.rows(page.NAME, "alert")
    return next((str(row["Says"] or "") for row in rows if row["What"] == what), "")


def accounts_of_pay(pages: ShownPages) -> Mapping[str, str]:
    """The accounts that hold pay: those of staff are one; what physicians are paid is not told, nor what tells it."""
    others = dict.fromkeys(STAFF_CATEGORIES, STAFF) | {PHYSICIANS: ""}
    rows = pages.rows(page.NAME, "lines")
    of_pay = {str(row["Account"]): others[str(row["Category"])] for row in rows if row["Category"] in others}
    return of_pay | {NET_INCOME: ""}


SECTIONS = (
    PackSection(
        Chapter.BUDGET,
        "Budget against actual",
        (
            Excerpt(page.NAME, "year"),
            Excerpt(page.NAME, "bridge chart"),
            Excerpt(
                page.NAME,
                "lines",
                ("Account", "Budget", "Flexed", "Actual", "Variance", "Variance %"),
                title="Account by account, before physician pay; staff is one line",
                rows=16,
                sums=(NET,),
            ),
        ),
        lead=sentence,
        verdicts={Verdict.STANDS: verdict},
        basis=basis,
        unnamed=accounts_of_pay,
    ),
    PackSection(Chapter.CASH, "The practice's own ratios", (Excerpt(page.NAME, "ratios"),), order=9),
)
