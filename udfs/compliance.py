"""Are payers paying what they agreed to?"""

from datetime import date
from typing import Annotated, Any

from medoffice_xl.areas.compliance import compliance, late_interest
from medoffice_xl.areas.compliance.appeals_open import underpaid_claims
from medoffice_xl.areas.compliance.inferred import inferred_rate, inferred_rows
from medoffice_xl.cells import cell_function
from medoffice_xl.cells.results import Block
from medoffice_xl.cells.whole_columns import as_long, cents, days, numbers, side_by_side, texts
from medoffice_xl.contracts.expected import Services, explained, in_words, price_services
from medoffice_xl.contracts.shared import CHECKED, RULEBOOK
from medoffice_xl.contracts.status import Status
from medoffice_xl.measure import Breakdown, Measure
from medoffice_xl.tables.appeals import DETECTED
from udfs.sets import OfDenials, OfPractice, OfPricing

Payer = Annotated[str, "One payer, as on the payer list; empty for all."]
From = Annotated[date | None, "First day of payment that counts; empty for the beginning."]
To = Annotated[date | None, "Last day of payment that counts; empty for today's end."]


@cell_function("Fee schedules", uses=(RULEBOOK,), spills=True)
def FEE_EXPECTED(
    Pricing: OfPricing,
    payer: Annotated[
        list[list[Any]],
        "Payer, or a column of payers. Beside it, in a second and third column, the plan and the provider's NPI, where "
        "a contract or a rate depends on them.",
    ],
    code: Annotated[list[Any], "Procedure code, or a column of codes."],
    mods: Annotated[list[Any], "Modifiers, parted by a blank."],
    units: Annotated[list[Any], "Units; minutes for anesthesia. Empty is 1."],
    dos: Annotated[list[Any], "Date of service: it picks the contract."],
    pos: Annotated[list[Any], "Place of service, such as 11. Empty is the office."],
    charge: Annotated[list[Any], "Billed charge in dollars, for contracts that pay the lesser of both. May be empty."],
) -> Measure | Block:
    """What a service should be allowed under its contract, to the cent.

    Takes single cells, or whole columns and then spills one amount a row. Each row is priced on its own; rules that
    look at the whole day apply in the voucher check. A single service without a contract or a rate is #N/A, never 0;
    in a column its row says why.
    """
    book = Pricing.shared(RULEBOOK)
    columns = {"code": code, "mods": mods, "units": units, "dos": dos, "pos": pos, "charge": charge}
    rows = as_long({**side_by_side("payer", payer, ("payer", "plan", "npi")), **columns})
    who, what = texts(rows["payer"]), texts(rows["code"])
    places = [place.zfill(2) if place else "11" for place in texts(rows["pos"])]
    services = Services(
        who,
        what,
        texts(rows["mods"]),
        numbers("units", rows["units"], 1.0),
        days("dos", rows["dos"]),
        places,
        cents("charge", rows["charge"]),
        texts(rows["plan"]),
        texts(rows["npi"]),
    )
    priced = price_services(book, services)
    if len(what) == 1:
        return explained(book, priced, who[0], what[0])
    return [
        [amount / 100 if status == Status.PRICED else in_words(status)]
        for amount, status in zip(priced.cents.tolist(), priced.status.tolist(), strict=True)
    ]


@cell_function("Fee schedules", needs=(CHECKED,), spills=True)
def FEE_VARIANCE(
    Practice: OfPractice,
    by: Annotated[str, "payer or code. Left out: payer."] = "payer",
    from_day: From = None,
    to_day: To = None,
) -> Breakdown:
    """What was allowed against what the contracts say, by payer or code, with a total.

    Spills a heading and one row each: lines compared and underpaid, allowed, expected, underpaid, overpaid, recovered.
    """
    return compliance.fee_variance(Practice.shared(CHECKED), by, from_day, to_day)


@cell_function("Fee schedules", needs=(CHECKED,), spills=True)
def VOUCHER_CHECK(
    Practice: OfPractice,
    show: Annotated[
        str, "findings, units (more than Medicare's limit), all, or one class such as denied. Left out: findings."
    ] = "findings",
    payer: Payer = "",
    from_day: From = None,
    to_day: To = None,
    top: Annotated[int, "How many lines to show, the largest underpayment first. Left out: all."] = 0,
) -> Breakdown:
    """The remitted lines that are not as contracted, the largest underpayment first, each with its reason in words.

    Spills a heading and one row a line: expected beside allowed, variance, class, the payer's reasons, what was
    recovered and the last day to appeal.
    """
    lines, book = Practice.shared(CHECKED), Practice.shared(RULEBOOK)
    return compliance.voucher_check(lines, book.reasons, show, payer, from_day, to_day, top)


@cell_function("Fee schedules", needs=(CHECKED,))
def UNDERPAID(
    Practice: OfPractice,
    payer: Payer = "",
    from_day: From = None,
    to_day: To = None,
) -> Measure:
    """Dollars that payers allowed less than their contracts say, of lines paid in the time.

    Denied, bundled, capitated, reversed and secondary lines do not count: they are other work.
    """
    return compliance.underpaid(Practice.shared(CHECKED), payer, from_day, to_day)


@cell_function("Fee schedules", needs=("remits", "charges"), uses=("appeals", RULEBOOK))
def UNDERPAID_CLAIMS(
    Denials: OfDenials,
    AsOf: Annotated[date, "The day that counts, such as AsOf: no later answer and no later step does."],
    status: Annotated[
        str, "detected (not appealed yet), sent, reviewed, rejected, invalid or recovered. Left out: detected."
    ] = DETECTED,
) -> Measure:
    """How many claims allowed below their contract have come so far with their appeal, by the sheet Appeals.

    What they are short is among its parts.
    """
    return underpaid_claims(Denials, AsOf, status)


@cell_function("Fee schedules", needs=(CHECKED,))
def COMPLIANCE_RATE(
    Practice: OfPractice,
    payer: Payer = "",
    from_day: From = None,
    to_day: To = None,
) -> Measure:
    """Share of the lines that could be compared which were allowed as contracted, within each contract's tolerance."""
    return compliance.compliance_rate(Practice.shared(CHECKED), payer, from_day, to_day)


@cell_function("Fee schedules", needs=(CHECKED,))
def INTEREST_OWED(
    Practice: OfPractice,
    payer: Payer = "",
    from_day: From = None,
    to_day: To = None,
) -> Measure:
    """Dollars of interest that payers still owe on claims they paid later than agreed.

    Paid × yearly rate × days late ÷ 365, by the fields “Prompt pay” and “Late interest” of Contracts, less the
    interest that came with the claim. #N/A where no contract has both fields.
    """
    lines = Practice.shared(CHECKED)
    return late_interest.interest_owed(lines, Practice.shared(RULEBOOK), payer, from_day, to_day)


@cell_function("Fee schedules", needs=(CHECKED,), spills=True)
def INFERRED_RATE(
    Practice: OfPractice,
    payer: Annotated[list[Any], "Payer, or a column of payers."],
    code: Annotated[list[Any], "Procedure code, or a column of codes."],
) -> Measure | Block:
    """What a payer usually allows for one unit of a code, from its remittances: the commonest amount of late.

    For payers without a contract at hand. EXPLAIN shows how many lines agree, the spread and the period. Takes whole
    columns too, and spills one rate a row.
    """
    lines = Practice.shared(CHECKED)
    rows = as_long({"payer": payer, "code": code})
    who, what = texts(rows["payer"]), texts(rows["code"])
    if len(what) == 1:
        return inferred_rate(lines, who[0], what[0], Practice.shared(RULEBOOK).thresholds)
    return inferred_rows(lines, who, what)
