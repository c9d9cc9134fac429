"""After any edits of single rows, figures are what the same tables give from nothing.

What an edit left as it was is not worked out again; here every figure is asked of promised tables, edit after edit, and
of copies of which nothing is remembered.
"""

from datetime import date
from typing import Any

import pandas as pd
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from practice_tables import charges, payments, remits

from medoffice_xl.areas.denials.denial_rate import denial_rate, initial_denial_rates
from medoffice_xl.areas.receivables.ageing import share_over
from medoffice_xl.areas.receivables.ar_bridge import ar_bridge_by_payer
from medoffice_xl.areas.receivables.collections import collection_rate
from medoffice_xl.areas.receivables.days_in_ar import ArDefinition, ar_total, days_in_ar
from medoffice_xl.areas.receivables.days_to_pay import days_to_pay, mean_days_to_pay
from medoffice_xl.areas.receivables.month_by_month import net_collection, older
from medoffice_xl.claims.reason_codes import ReasonCodes
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.sets.unchanging import unchanging

AS_OF, BEFORE = date(2026, 6, 30), date(2026, 5, 31)
PAYERS = ("Acme", "Best", "Care")
DAYS = st.dates(date(2026, 1, 1), date(2026, 7, 15)).map(pd.Timestamp)
CENTS = st.integers(0, 40_000)
EDITS = st.one_of(
    st.tuples(st.just(0), st.just("charge"), CENTS),
    st.tuples(st.just(0), st.just("payer"), st.sampled_from(PAYERS)),
    st.tuples(st.just(0), st.just("post_date"), DAYS),
    st.tuples(st.just(1), st.just("amount"), CENTS),
    st.tuples(st.just(1), st.just("post_date"), DAYS),
    st.tuples(st.just(1), st.just("kind"), st.sampled_from(("contractual adjustment", "refund", "patient payment"))),
    st.tuples(st.just(2), st.just("paid"), CENTS | st.just(0)),
    st.tuples(st.just(2), st.just("allowed"), CENTS),
    st.tuples(st.just(2), st.just("paid_date"), DAYS),
    st.tuples(st.just(2), st.just("claim_status"), st.sampled_from(("1", "2", "4", "22"))),
    st.tuples(st.just(2), st.just("adjustments"), st.sampled_from(("", "CO-97 50.00", "PR-1 20.00", "CO-18 50.00"))),
)
Tables = tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]


def ledger() -> Tables:
    """Ten claims of two lines each, of three payers, partly paid, some answered with nothing."""
    claims = [(f"c{n}", PAYERS[n % 3], f"2026-0{1 + n % 6}-{10 + n}") for n in range(10)]
    lines = [
        {"claim_id": claim, "line_id": str(line), "payer": payer, "dos": day, "charge": 100 + 10 * line, "code": "A1"}
        for claim, payer, day in claims for line in (1, 2)
    ]  # fmt: skip
    posted = [
        {"claim_id": claim, "line_id": "1", "payer": payer, "post_date": f"2026-0{2 + n % 5}-20", "amount": 40 + n}
        for n, (claim, payer, _) in enumerate(claims)
    ]
    answered = [
        {
            "claim_id": claim, "payer": payer, "paid_date": f"2026-0{2 + n % 5}-20", "dos": day, "code": "A1",
            "charge": 110, "paid": 0 if n % 4 == 0 else 40 + n, "allowed": 0 if n % 4 == 0 else 40 + n,
            "adjustments": "CO-97 110.00" if n % 4 == 0 else "", "trace": f"t{n}", "remittance": f"r{n}",
        }
        for n, (claim, payer, day) in enumerate(claims)
    ]  # fmt: skip
    return charges(*lines), payments(*posted), remits(*answered)


def figures(tables: Tables) -> list[Any]:
    """What the tables give, of all and of single payers."""
    billed, posted, answered = tables
    reasons = ReasonCodes.of(None)
    scopes = [Scope(), *map(Scope, PAYERS[:2])]
    asked = [
        *(
            lambda scope=scope, figure=figure: figure(billed, posted, AS_OF, scope=scope)
            for figure in (ar_total, share_over, collection_rate)
            for scope in scopes
        ),
        *(lambda scope=scope: days_in_ar(billed, posted, AS_OF, 90, ArDefinition.NET, scope=scope) for scope in scopes),
        lambda: ar_bridge_by_payer(billed, posted, AS_OF, 1),
        lambda: older(billed, posted, [BEFORE, AS_OF]),
        lambda: net_collection(billed, posted, [BEFORE, AS_OF], 365, 0),
        lambda: mean_days_to_pay(billed, answered, reasons, [BEFORE, AS_OF]),
        lambda: initial_denial_rates(answered, reasons, [BEFORE, AS_OF], 365),
        *(
            lambda payer=payer, which=which: denial_rate(answered, reasons, AS_OF, 365, payer=payer, answer=which)
            for payer, which in (("", "initial"), ("Acme", "initial"), ("Best", "final"))
        ),
        lambda: days_to_pay(billed, answered, reasons, AS_OF, 365),
    ]
    return [_given(ask) for ask in asked]


def _given(ask: Any) -> Any:
    try:
        found = ask()
    except NoData as none:
        return str(none)
    rows = getattr(found, "rows_behind", None)
    return (found, rows().collect().to_pandas().to_dict("records")) if rows else found


def edited(tables: Tables, place: int, column: str, value: Any, row: int) -> Tables:
    """The tables with one cell changed, each promised."""
    frame = tables[place].copy()
    frame.loc[row % len(frame), column] = value
    return tuple(unchanging(frame) if n == place else each for n, each in enumerate(tables))  # type: ignore[return-value]


BEFORE_EDITS: Tables = tuple(map(unchanging, ledger()))  # type: ignore[assignment]


@settings(max_examples=4, deadline=None, phases=(Phase.generate,))
@given(EDITS, st.integers(0, 19))
def test_edited_tables_give_what_they_give_from_nothing(edit, row):
    figures(BEFORE_EDITS)
    tables = edited(BEFORE_EDITS, *edit, row)
    fresh: Tables = tuple(each.copy() for each in tables)  # type: ignore[assignment]
    assert repr(figures(tables)) == repr(figures(fresh))
