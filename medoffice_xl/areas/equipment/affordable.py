"""What the practice can afford: cash above its floor, and the debt that its earnings bear."""

from dataclasses import dataclass
from fractions import Fraction

from medoffice_xl.areas.equipment.break_even import monthly_payment
from medoffice_xl.areas.equipment.candidate import Candidate
from medoffice_xl.areas.equipment.flows import MONTHS, cash_flows
from medoffice_xl.areas.equipment.loan import principal_of
from medoffice_xl.areas.equipment.sources import Lookback, Sources
from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.ledger.calendar_months import first_day
from medoffice_xl.ledger.debt_cover import LEAST_COVER, DebtCover, cash_now, debt_cover
from medoffice_xl.ledger.period import days_up_to
from medoffice_xl.ledger.practice_costs import half_up, practice_costs
from medoffice_xl.measure import Definition, Measure, Part, Unit
from medoffice_xl.tables.thresholds import Threshold

YEAR = 365

FLOOR_DAYS = Threshold(
    "Cash floor", "30", "days",
    "So many days of spending stay in the bank where the sheet Cash says no floor.",
)  # fmt: skip

BUDGET = Definition(
    "What the budget leaves for equipment",
    "the lesser of cash above its floor, and the loan whose payments leave earnings ÷ debt service at the least "
    "coverage; never below zero",
    "debt service coverage as lenders count it; the floor is the practice's own",
)
DSCR = Definition(
    "Debt service coverage of twelve months",
    "(net income + interest + depreciation of twelve months + what the candidate brings in its first year) ÷ (debt "
    "service of the same months + twelve payments of its loan)",
    "debt service coverage as lenders count it; residencyadvisor.com works it for practices",
)


@dataclass(frozen=True, slots=True)
class AboveFloor:
    """Cash at the newest month-end and its floor, in cents."""

    balance: int
    floor: int
    month: int
    floor_said: str

    @property
    def cents(self) -> int:
        """What may be spent."""
        return max(self.balance - self.floor, 0)


def equipment_budget(sources: Sources, back: Lookback, loan_rate: float, loan_months: int) -> Measure:
    """What is left for equipment now, in cents: cash above its floor, or less where debt service bears less.

    The loan is one of `loan_months` equal payments at `loan_rate` a year. Raises NoData without *Cash* or *Ledger*.
    """
    if not 0 <= loan_rate <= 1 or not 1 <= loan_months <= 480:
        raise OutOfRange("Give a loan rate from 0% to 100% and 1 to 480 months.")
    spare = above_floor(sources, back)
    cover = debt_cover(sources.accounts, sources.ledger, sources.cash, back.as_of)
    least = sources.judging(back).exact(LEAST_COVER)
    room = max(Fraction(cover.earnings) / least - cover.debt_service, Fraction(0))
    bearable = half_up(principal_of(room / MONTHS, Fraction(str(loan_rate)), loan_months))
    return Measure(
        min(spare.cents, bearable),
        Unit.MONEY,
        BUDGET,
        parts=[
            Part("Cash above the floor", spare.cents, Unit.MONEY),
            Part("Loan that earnings bear", bearable, Unit.MONEY),
            Part("Cash on the bank", spare.balance, Unit.MONEY),
            Part("At the end of", f"{first_day(spare.month):%B %Y}", Unit.TEXT),
            Part(f"Floor: {spare.floor_said}", spare.floor, Unit.MONEY),
            *_cover_parts(cover),
            Part("Least coverage", float(least), Unit.RATIO),
            Part("Room for debt service a year", half_up(room), Unit.MONEY),
            Part("Loan rate", loan_rate, Unit.PERCENT),
            Part("Loan months", loan_months, Unit.COUNT),
        ],
        rows_used=cover.rows,
        notes=cover.notes,
    )


def equipment_dscr(sources: Sources, back: Lookback, name: str = "") -> Measure:
    """How many times earnings cover debt service, with a candidate bought by its loan; without a name, as it stands.

    420,000 ÷ 240,000 = 1.75; with 28,675.20 more earned and 19,465.34 more paid: 448,675.20 ÷ 259,465.34 = 1.73.
    Raises NoData where nothing is paid on loans.
    """
    cover = debt_cover(sources.accounts, sources.ledger, sources.cash, back.as_of)
    brings, takes = (
        _of_candidate(sources, back, sources.candidate(name)) if name.strip() else (Fraction(0), Fraction(0))
    )
    times = cover.times(brings, takes)
    if times is None:
        raise NoData("Nothing is paid on loans: there is no debt service to cover.")
    return Measure(
        float(times),
        Unit.RATIO,
        DSCR,
        parts=[
            *_cover_parts(cover),
            *([Part("First year of the candidate", half_up(brings), Unit.MONEY)] if name.strip() else []),
            *([Part("Its loan a year", half_up(takes), Unit.MONEY)] if name.strip() else []),
        ],
        rows_used=cover.rows,
        notes=cover.notes,
    )


def above_floor(sources: Sources, back: Lookback) -> AboveFloor:
    """Cash at the newest month-end that had come by the day, and the floor: as typed, or so many days of spending."""
    now = cash_now(sources.cash, back.as_of)
    if now.floor is not None:
        return AboveFloor(now.balance, now.floor, now.month, "as typed on Cash")
    days = sources.judging(back).whole(FLOOR_DAYS)
    spent = practice_costs(sources.costs, days_up_to(back.as_of, YEAR)).total
    return AboveFloor(now.balance, half_up(Fraction(spent * days, YEAR)), now.month, f"{days} days of spending")


def _of_candidate(sources: Sources, back: Lookback, of: Candidate) -> tuple[Fraction, Fraction]:
    """What a candidate brings in its first year before tax, and what its loan takes in a year."""
    brings = cash_flows(sources, back, of).years[0].net
    return brings, MONTHS * monthly_payment(of)[0] if of.loan else Fraction(0)


def _cover_parts(cover: DebtCover) -> list[Part]:
    return [
        Part("Net income of twelve months", cover.net_income, Unit.MONEY),
        Part("Interest", cover.interest, Unit.MONEY),
        Part("Depreciation", cover.depreciation, Unit.MONEY),
        Part("Debt service", cover.debt_service, Unit.MONEY),
        Part("To the end of", f"{first_day(cover.last):%B %Y}", Unit.TEXT),
    ]
