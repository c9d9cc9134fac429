"""Whoever prices, prices by the same rulebook: the check, the reviews, Medicare's rate and what follows an import."""

from datetime import date, datetime
from typing import Any

import pandas as pd
import pytest
from acme_practice import AcmePractice
from contract_tables import contract, medicare, rate, rates, remit, remits, rvu, table
from example_sets import held
from payer_books import cost, costs, payer_list, prices
from practice_tables import charges, payments

from medoffice_xl.cells import CATALOGUE
from medoffice_xl.contracts.shared import CHECKED
from medoffice_xl.intake.underpayments import follow_up
from medoffice_xl.reports.practice import tables_of
from medoffice_xl.tables import CONVERSION_FACTORS, DRUG_PRICES, PROVIDERS

AS_OF = datetime(2025, 7, 1)
ACME = "Acme Health"


def practice(*lines: dict[str, Any], **other: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Lines of Acme Health of 2 June 2025, each a claim, as they were billed and answered; tables by name."""
    billed = [{"charge": 900.0, "code": "X1001", "units": 1.0, "npi": "", **line} for line in lines]
    sent = [{"claim_id": f"C{number}", "dos": "2025-06-02", "payer": ACME} for number in range(len(billed))]
    answered = [
        {"claim_id": f"C{number}", "claim_seq": number, "provider_npi": line["npi"], "paid": line["allowed"]}
        for number, line in enumerate(billed)
    ]
    keys = ("charge", "code", "units")
    return {
        "charges": charges(
            *(row | {name: line[name] for name in (*keys, "npi")} for row, line in zip(sent, billed, strict=True))
        ),
        "payments": payments({"claim_id": "C0", "post_date": "2025-06-20", "amount": 50}),
        "remits": remits(
            [
                remit(**row, allowed=line["allowed"], **{name: line[name] for name in keys})
                for row, line in zip(answered, billed, strict=True)
            ]
        ),
        "costs": costs(cost("2025-06-01", 10), cost("2025-06-01", 10, "fixed", "rent")),
        "payers": payer_list(ACME),
        "charge_master": prices(),
        "mpfs": medicare(rvu("X1001", 2.0)),
        **other,
    }


def underpaid(tables: dict[str, pd.DataFrame]) -> list[float]:
    """What Acme underpaid by the figure, the payer review, the voucher report and the appeals after an import."""
    practice = held(tables)
    headings, acme, *_ = CATALOGUE["PAYER_REVIEW"].call(practice, AS_OF, 365, 0, "visits")
    lines = tables_of(AcmePractice(tables)).shared(CHECKED)
    appeals = follow_up(tables, {"remits": tables["remits"]}, date(2025, 7, 1)).found
    short = -lines["variance"].clip(upper=0)
    assert appeals == lines["claim_id"][short > 0].nunique()
    figure = CATALOGUE["UNDERPAID"].call(practice, ACME)
    return [figure, acme[headings.index("Underpaid")], short.sum() / 100]


def test_a_non_physicians_share() -> None:
    # 100% of Medicare: 2.00 × 32.3465 = 64.693, a physician's 64.69, a nurse practitioner's 85% 54.989… = 54.99.
    # Allowed 60.00 and 50.00: short 4.69 + 4.99 = 9.68. Without the table Providers it would be 4.69 + 14.69.
    tables = practice(
        {"npi": "1111111111", "allowed": 60.0},
        {"npi": "2222222222", "allowed": 50.0},
        contracts=contract(method="% of Medicare", percent=1.0, npp_percent=0.85),
        providers=table(
            PROVIDERS, {"npi": "1111111111", "kind": "physician"}, {"npi": "2222222222", "kind": "non-physician"}
        ),
    )
    assert underpaid(tables) == [9.68, 9.68, 9.68]


def test_a_drug_at_its_price() -> None:
    # The limit of 106.00 is 106% of the price of 100.00; ASP + 10% is 110.00, of which 81.89 was allowed.
    limit = {"code": "J9999", "payment_limit": 106.0, "effective": "2025-04-01", "end": "2025-06-30"}
    tables = practice(
        {"code": "J9999", "allowed": 81.89},
        contracts=contract(method="ASP + %", percent=0.10),
        drug_prices=table(DRUG_PRICES, limit),
    )
    assert underpaid(tables) == [28.11, 28.11, 28.11]


def typed_factor(factor: float, first: str, last: str) -> pd.DataFrame:
    row = {"kind": "physician", "effective": first, "end": last, "factor": factor, "source": "typed"}
    return table(CONVERSION_FACTORS, row)


@pytest.mark.parametrize("first", ["2025-01-01", "2025-03-01"])
def test_a_typed_conversion_factor(first: str) -> None:
    # 2.00 × 40.00 = 80.00 wherever Medicare's amount is asked for; by the file's own factor it would be 64.69.
    tables = practice(
        {"allowed": 80.0},
        contracts=contract(method="% of Medicare", percent=1.0),
        conversion_factors=typed_factor(40.0, first, "2025-12-31"),
    )
    practice_set = held(tables)
    assert CATALOGUE["MPFS_RATE"].call(practice_set, "X1001", "", "", "NF", datetime(2025, 6, 2)) == 80.0
    headings, row = CATALOGUE["RATE_GRID"].call(practice_set, AS_OF)
    assert (row[headings.index("Medicare 2025")], row[headings.index(ACME)]) == (80.0, 1.0)
    assert (
        CATALOGUE["FEE_EXPECTED"].call(practice_set, ACME, "X1001", "", 1.0, datetime(2025, 6, 2), "11", None) == 80.0
    )
    assert CATALOGUE["PERCENT_OF_MEDICARE"].call(practice_set, AS_OF, ACME) == 1.0
    headings, row, _ = CATALOGUE["NEGOTIATION"].call(practice_set, AS_OF, ACME, 1.2)
    assert 80.0 in row
    assert underpaid(tables) == [0.0, 0.0, 0.0]


def test_a_factor_that_nobody_published_but_the_practice_typed() -> None:
    # A code of the practice's own, 3.00 RVU on Charge master: 3.00 × 50.00 = 150.00 in a year no factor is known of.
    tables = practice(
        {"code": "Z9", "allowed": 1.0},
        fee_schedules=rates(rate("Z9", 300.0)),
        charge_master=prices({"code": "Z9", "list_price": 900.0, "total_rvu": 3.0}),
        mpfs=medicare(rvu("X1001", 2.0, year=2031, effective="2031-01-01", cf=50.0)),
        conversion_factors=typed_factor(50.0, "2031-01-01", "2031-12-31"),
    )
    headings, row = CATALOGUE["RATE_GRID"].call(held(tables), AS_OF)
    found = dict(zip(headings, row, strict=True))
    assert (found["Medicare 2031"], found["Valued by"], found[ACME]) == (150.0, "own RVUs", 2.0)
