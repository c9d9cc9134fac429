"""Work RVUs: how much physician work was done, whatever it was paid."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from medoffice_xl.errors import NoData
from medoffice_xl.ledger.period import settled
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.measure import Definition, LeftOut, Measure, Part, Unit
from medoffice_xl.production.code_use import CodeUse, code_use
from medoffice_xl.production.relative_values import RelativeValues, relative_values
from medoffice_xl.production.visits import Cell

SCALE = 100_000
"""Work is counted in hundredths of an RVU times thousandths of a unit."""

DEFINITION = Definition(
    "Work RVUs",
    "sum of units × work RVU of the code, all services valued by one release of Medicare's file",
    "CMS, PFS relative value files; MGMA, provider productivity",
)


@dataclass(frozen=True, slots=True)
class Work:
    """Work by payer and month, in 1/SCALE RVU, and what could not be valued: code to lines and cents."""

    done: dict[Cell, int]
    unvalued: dict[str, tuple[int, int]]
    charges: int
    year: int

    @property
    def unvalued_charges(self) -> int:
        """Charges of codes without a value, in cents."""
        return sum(cents for _, cents in self.unvalued.values())

    @property
    def left_out(self) -> list[LeftOut]:
        """One entry a code that nobody values, the most money first."""
        largest = sorted(self.unvalued.items(), key=lambda item: (-item[1][1], item[0]))
        return [LeftOut(f"{code} has no work RVU", lines, cents) for code, (lines, cents) in largest]

    @property
    def notes(self) -> list[str]:
        """What to know of the values, in words."""
        told = [f"Valued by Medicare's file of {self.year}."] if self.year else ["No Medicare file is loaded."]
        if self.unvalued and self.charges:
            share = self.unvalued_charges / self.charges
            told.append(
                f"{len(self.unvalued)} codes with {share:.1%} of the charges have no work RVU and count as no work. "
                "Import CMS's file, or type their RVUs on Charge master."
            )
        return told


def work_done(uses: Iterable[CodeUse], values: RelativeValues) -> Work:
    """The work in a code mix. A code that nobody values is listed, not guessed."""
    done: dict[Cell, int] = defaultdict(int)
    unvalued: dict[str, tuple[int, int]] = {}
    charges = 0
    for use in uses:
        charges += use.charge
        work = values.work(use.code, use.mods)
        if work is None:
            lines, cents = unvalued.get(use.code, (0, 0))
            unvalued[use.code] = lines + use.lines, cents + use.charge
            continue
        done[use.payer, use.month] += use.units * work
    return Work(dict(done), unvalued, charges, values.year)


def work_rvus(
    charges: Frame,
    mpfs: Frame,
    charge_master: Frame,
    as_of: date,
    payer: str = "",
    window: int = 365,
    settle: int = 0,
    rvu_year: int = 0,
) -> Measure:
    """Work RVUs of the services of the `window` days that end `settle` days before `as_of`.

    Raises NoData where nothing was charged or no code has a value.
    """
    period = settled(as_of, window, settle)
    wanted = payer.strip().casefold()
    uses = [use for use in code_use(charges, period, as_of) if not wanted or use.payer.casefold() == wanted]
    if not uses:
        raise NoData(f"No services were charged{f' to {payer}' if payer else ''} from {period}.")
    work = work_done(uses, relative_values(mpfs, charge_master, rvu_year))
    if not work.done:
        raise NoData("No code of these services has a work RVU. " + work.notes[-1])
    return Measure(
        sum(work.done.values()) / SCALE,
        Unit.RATIO,
        DEFINITION,
        parts=[
            Part("Codes without a work RVU", len(work.unvalued), Unit.COUNT),
            Part("Their share of charges", work.unvalued_charges / work.charges if work.charges else 0, Unit.PERCENT),
            *period.parts,
        ],
        rows_used=sum(use.lines for use in uses) - sum(lines for lines, _ in work.unvalued.values()),
        left_out=work.left_out,
        notes=work.notes,
    )
