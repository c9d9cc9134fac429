"""What a payer leaves: before fixed cost (contribution) and after it (full)."""

from enum import StrEnum

from medoffice_xl.areas.payers.payer_economics import Books, Economics, Practice, Terms, economics
from medoffice_xl.ledger.choices import choose
from medoffice_xl.ledger.cost_allocation import Basis
from medoffice_xl.measure import Definition, LeftOut, Measure, Part, Unit
from medoffice_xl.production.work_rvus import SCALE


class Margin(StrEnum):
    """Which margin: before or after the share of fixed cost."""

    CONTRIBUTION = "contribution"
    FULL = "full"


DEFINITIONS = {
    Margin.CONTRIBUTION: Definition(
        "Contribution margin",
        "payments − variable cost − rework of denials − cost of money awaited. It is what is lost when the payer "
        "leaves: fixed cost stays",
        "AAFP, Family Practice Management 1999: cost per visit, per service, per plan",
    ),
    Margin.FULL: Definition(
        "Full-cost margin",
        "contribution margin − the payer's share of fixed cost",
        "AAFP, Family Practice Management 1999: cost per visit, per service, per plan",
    ),
}


def payer_margin(books: Books, terms: Terms, payer: str = "", margin: str = Margin.CONTRIBUTION) -> Measure:
    """A payer's margin in cents; the practice's where no payer is named.

    Over the services of the period with all money matched to them; cost is shared out by the chosen basis.
    """
    which = choose(Margin, margin, "margin")
    practice = economics(books, terms)
    of = practice.of(payer)
    return Measure(
        of.contribution if which is Margin.CONTRIBUTION else of.margin,
        Unit.MONEY,
        DEFINITIONS[which],
        parts=margin_parts(of, practice),
        rows_used=practice.claims,
        left_out=left_out(practice),
        notes=practice.notes,
    )


def margin_parts(of: Economics, practice: Practice) -> list[Part]:
    """What a margin was made of."""
    return [
        Part("Payments", of.money, Unit.MONEY),
        Part("Variable cost", of.variable, Unit.MONEY),
        Part("Rework of denials", of.rework, Unit.MONEY),
        Part("Cost of money awaited", of.financing, Unit.MONEY),
        Part("Contribution margin", of.contribution, Unit.MONEY),
        Part("Fixed cost", of.fixed, Unit.MONEY),
        Part("Full-cost margin", of.margin, Unit.MONEY),
        Part("Visits", of.visits, Unit.COUNT),
        Part("Work RVUs", of.work / SCALE, Unit.RATIO),
        Part("Denied claims", of.denials, Unit.COUNT),
        Part("Cost shared out by", practice.basis, Unit.TEXT),
        *practice.period.parts,
    ]


def left_out(practice: Practice) -> list[LeftOut]:
    """Services that carry no cost because nobody values their code."""
    return practice.work.left_out if practice.basis is Basis.RVU else []
