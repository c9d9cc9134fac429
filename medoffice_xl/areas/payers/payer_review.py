"""The payer review: everything that says whether to stay with a payer, one row each, with a recommendation."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from medoffice_xl.area import figure
from medoffice_xl.areas.payers.payer_economics import Books, Economics, Practice, Terms, economics, together
from medoffice_xl.areas.payers.payer_margin import left_out
from medoffice_xl.areas.payers.payer_recommendation import Standing, recommend
from medoffice_xl.areas.payers.payer_score import CRITERIA, read_weights, score
from medoffice_xl.areas.payers.payer_score import DEFINITION as SCORE_DEFINITION
from medoffice_xl.areas.payers.unlisted_payers import payer_classes, told, unlisted_payers
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.ledger.ranking import OTHERS
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Measure, Part, Unit, Value
from medoffice_xl.production.underpaid import underpaid
from medoffice_xl.production.work_rvus import SCALE

DEFINITION = Definition(
    "Payer review",
    "shares of charges, payments, visits and work RVUs over the same services; margins before and after fixed cost; "
    "cost share = what was spent ÷ charges, without the interest imputed on money awaited; "
    "score against the practice as a whole. Leave: visits cost more than they bring, fixed cost left aside; "
    "renegotiate: fixed cost is not covered; watch: slow, denying or underpaying; keep: none of these",
    "Texas Medical Association, contract screen; AAFP, Family Practice Management 1999: cost per visit and plan",
)

COLUMNS = (
    BreakdownColumn("Payer", Unit.TEXT),
    BreakdownColumn("Charges", Unit.MONEY),
    BreakdownColumn("Share of charges", Unit.PERCENT),
    BreakdownColumn("Revenue", Unit.MONEY),
    BreakdownColumn("Share of revenue", Unit.PERCENT),
    BreakdownColumn("Mix gap", Unit.PERCENT),
    BreakdownColumn("Visits", Unit.COUNT),
    BreakdownColumn("Share of visits", Unit.PERCENT),
    BreakdownColumn("Work RVUs", Unit.RATIO),
    BreakdownColumn("Share of RVUs", Unit.PERCENT),
    BreakdownColumn("Yield", Unit.PERCENT),
    BreakdownColumn("Cost share", Unit.PERCENT),
    BreakdownColumn("Days to pay", Unit.DAYS),
    BreakdownColumn("Denial rate, initial", Unit.PERCENT),
    BreakdownColumn("Underpaid", Unit.MONEY),
    BreakdownColumn("Variable cost", Unit.MONEY),
    BreakdownColumn("Rework of denials", Unit.MONEY),
    BreakdownColumn("Contribution margin", Unit.MONEY),
    BreakdownColumn("Fixed cost", Unit.MONEY),
    BreakdownColumn("Full-cost margin", Unit.MONEY),
    BreakdownColumn("Score", Unit.RATIO),
    BreakdownColumn("Recommendation", Unit.TEXT),
    BreakdownColumn("Reasons", Unit.TEXT),
    BreakdownColumn("Imputed interest", Unit.MONEY),
)

ONLY_VARIABLE = (
    "Dropping a payer saves its variable cost only: its share of fixed cost stays and falls on the other payers."
)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What the review's rows are made of; criteria by payer, "" for the practice."""

    practice: Practice
    criteria: Mapping[str, Mapping[str, float | None]]
    underpaid: Mapping[str, int] | None
    classes: Mapping[str, str]
    unlisted: Mapping[str, str]
    judged: InForce


def payer_review(
    books: Books,
    payers: Frame,
    book: Rulebook,
    terms: Terms,
    weights: Sequence[object] | None = None,
    top: int = 0,
) -> Breakdown:
    """One row a payer, most charges first, and the practice as a whole.

    Only the `top` payers are shown where it is not 0; the others become one row. `book` are the contracts that
    underpayments are told by; without any, they are left empty.
    """
    weighed = read_weights(weights)
    reviewed = look(books, payers, book, terms)
    practice = reviewed.practice
    order = sorted(practice.payers, key=lambda name: (-practice.payers[name].charges, name))
    if top < 0:
        raise OutOfRange(f"You asked for the largest {top}; give a number from 1 on, or 0 for all.")
    shown = order[:top] if top else order
    body = [_row(name, reviewed, weighed) for name in shown]
    if rest := order[len(shown) :]:
        body.append(_others(rest, reviewed))
    whole = practice.whole
    return Breakdown(
        columns=COLUMNS,
        body=[
            *body,
            (
                *_figures("Total", whole, reviewed.criteria[""], _short(reviewed, ""), whole),
                50.0,
                "",
                "",
                whole.financing,
            ),
        ],
        definition=DEFINITION,
        parts=[
            Part("Practice's cost", whole.spent, Unit.MONEY),
            Part("Imputed interest on money awaited", whole.financing, Unit.MONEY),
            Part("of it fixed", whole.fixed, Unit.MONEY),
            Part("Cost shared out by", practice.basis, Unit.TEXT),
            *practice.period.parts,
        ],
        rows_used=practice.claims,
        left_out=left_out(practice),
        notes=[
            ONLY_VARIABLE,
            *practice.notes,
            *told(dict(reviewed.unlisted)),
            *([] if reviewed.underpaid is not None else ["No contract or fee schedule is entered: nothing underpaid."]),
        ],
    )


def payer_score(
    books: Books, payers: Frame, book: Rulebook, terms: Terms, payer: str, weights: Sequence[object] | None = None
) -> Measure:
    """A payer's score from 0 to 100; 50 is the practice as a whole."""
    weighed = read_weights(weights)
    reviewed = look(books, payers, book, terms)
    reviewed.practice.of(payer)
    name = next(name for name in reviewed.practice.payers if name.casefold() == payer.strip().casefold())
    found = score(reviewed.criteria[name], reviewed.criteria[""], weighed)
    own, usual = reviewed.criteria[name], reviewed.criteria[""]
    return Measure(
        found.points,
        Unit.RATIO,
        SCORE_DEFINITION,
        parts=[
            part
            for criterion, points in found.criteria.items()
            for part in (
                Part(f"{criterion.capitalize()}: points", points, Unit.RATIO),
                Part("    the payer's", own[criterion], Unit.RATIO),
                Part("    the practice's", usual[criterion], Unit.RATIO),
                Part("    weight", weighed[criterion], Unit.RATIO),
            )
        ],
        rows_used=reviewed.practice.claims,
        notes=[*reviewed.practice.notes, *(f"No figure for {name}." for name in CRITERIA if own[name] is None)],
    )


def look(books: Books, payers: Frame, book: Rulebook, terms: Terms) -> Reviewed:
    """Work out every payer's economics and how it pays."""
    practice = economics(books, terms)
    known = bool((book.terms.payer >= 0).any())
    short = underpaid(books.remits, books.charges, book, practice.period, terms.as_of) if known else None
    named = {"": practice.whole, **practice.payers}
    sums = None if short is None else {**short, "": sum(short.values())}
    return Reviewed(
        practice,
        {name: _criteria(name, of, books, terms.as_of, terms.window, sums) for name, of in named.items()},
        sums,
        payer_classes(payers),
        unlisted_payers(practice.payers, payers),
        book.thresholds.on(terms.as_of),
    )


def _criteria(
    name: str, of: Economics, books: Books, as_of: date, window: int, short: Mapping[str, int] | None
) -> dict[str, float | None]:
    return {
        "coverage": of.money / of.cost if of.cost else None,
        "yield": of.money / of.charges if of.charges else None,
        "days to pay": _or_none(
            lambda: figure("days_to_pay")(books.charges, books.remits, books.reasons, as_of, window, scope=Scope(name))
        ),
        "denials": _or_none(lambda: figure("denial_rate")(books.remits, books.reasons, as_of, window, payer=name)),
        "underpaid": None if short is None or not of.money else short.get(name, 0) / of.money,
    }


def _or_none(compute: Callable[[], Measure]) -> float | None:
    try:
        return float(compute().value)
    except NoData:
        return None


def _row(name: str, reviewed: Reviewed, weights: Mapping[str, float]) -> tuple[Value, ...]:
    of, whole = reviewed.practice.payers[name], reviewed.practice.whole
    short = _short(reviewed, name)
    standing = Standing(
        of, whole, reviewed.criteria[name], reviewed.criteria[""], short, reviewed.classes.get(name, "")
    )
    advice, reasons = recommend(standing, reviewed.judged)
    reasons += told({name: reviewed.unlisted[name]}) if name in reviewed.unlisted else []
    points = score(reviewed.criteria[name], reviewed.criteria[""], weights).points
    return (
        *_figures(name, of, reviewed.criteria[name], short, whole),
        points,
        str(advice),
        " ".join(reasons),
        of.financing,
    )


def _others(names: Sequence[str], reviewed: Reviewed) -> tuple[Value, ...]:
    """The payers that are not shown, as one; how they pay, and what to do about them, stays open."""
    of = together(reviewed.practice.payers[name] for name in names)
    short = None if reviewed.underpaid is None else sum(reviewed.underpaid.get(name, 0) for name in names)
    criteria = {"yield": _ratio(of.money, of.charges), "days to pay": None, "denials": None}
    return (*_figures(OTHERS, of, criteria, short, reviewed.practice.whole), None, "", "", of.financing)


def _short(reviewed: Reviewed, name: str) -> int | None:
    return None if reviewed.underpaid is None else reviewed.underpaid.get(name, 0)


def _figures(
    shown: str, of: Economics, criteria: Mapping[str, float | None], short: int | None, whole: Economics
) -> tuple[Value, ...]:
    of_charges, of_money = _ratio(of.charges, whole.charges), _ratio(of.money, whole.money)
    return (
        *(shown, of.charges, of_charges, of.money, of_money),
        None if of_charges is None or of_money is None else of_money - of_charges,
        *(of.visits, _ratio(of.visits, whole.visits), of.work / SCALE, _ratio(of.work, whole.work)),
        *(criteria["yield"], _ratio(whole.spent, whole.charges), criteria["days to pay"], criteria["denials"]),
        short,
        *(of.variable, of.rework, of.contribution, of.fixed, of.margin),
    )


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None
