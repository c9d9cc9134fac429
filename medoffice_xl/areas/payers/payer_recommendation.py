"""What to do about a payer, with the reasons in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from medoffice_xl.areas.payers.payer_economics import Economics
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.money import show
from medoffice_xl.tables.thresholds import Threshold

BY_LAW = ("Medicare", "Medicaid", "Workers' comp")
"""Classes whose rates are set by law: there is nothing to negotiate."""
NO_CONTRACT = ("Self-pay",)

MARKED_UNDERPAID = Threshold(
    "Marked underpaid", "0.01", "%",
    "A payer that allowed so large a share of its payments below contract, or more, is one to watch.",
)  # fmt: skip
MARKED_SLOW = Threshold(
    "Marked slow", "1.5", "times",
    "A payer that takes longer than so many times the days to pay of all payers is one to watch.",
)  # fmt: skip
MARKED_DENYING = Threshold(
    "Marked denying", "1.5", "times",
    "A payer whose denial rate is above so many times that of all payers is one to watch.",
)  # fmt: skip


class Advice(StrEnum):
    """What the practice may do."""

    KEEP = "keep"
    WATCH = "watch"
    RENEGOTIATE = "renegotiate"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Standing:
    """A payer beside the practice; criteria by name, as the score has them."""

    payer: Economics
    whole: Economics
    criteria: Mapping[str, float | None]
    usual: Mapping[str, float | None]
    underpaid: int | None
    payer_class: str


def recommend(standing: Standing, judged: InForce) -> tuple[Advice, list[str]]:
    """The advice and its reasons, the weightiest first.

    leave: the payer does not even cover the variable cost of its visits. renegotiate: it covers that, but not its
    share of fixed cost. watch: it pays its way, but slower, with more denials or less than agreed. Where the rates
    are set by law, there is nothing to renegotiate: watch.
    """
    of = standing.payer
    remarks, marked = _behaviour(standing, judged)
    if standing.payer_class in NO_CONTRACT:
        return Advice.KEEP, ["No contract to end: these patients pay themselves.", *_margin_words(of), *remarks]
    if of.contribution < 0:
        away = f"Payments are {show(-of.contribution)} below the cost that would go with its visits."
        return Advice.LEAVE, [away, _yield_words(standing), *remarks]
    if of.margin < 0:
        words = [*_margin_words(of), _yield_words(standing), *remarks]
        if standing.payer_class in BY_LAW:
            return Advice.WATCH, [*words, "Its rates are set by law: they cannot be renegotiated."]
        return Advice.RENEGOTIATE, words
    return Advice.WATCH if marked else Advice.KEEP, [*remarks, *_margin_words(of)]


def _margin_words(of: Economics) -> list[str]:
    if of.margin >= 0:
        return [f"It leaves {show(of.margin)} after all cost."]
    if of.contribution < 0:
        return [f"Its visits cost {show(-of.contribution)} more than they bring, fixed cost left aside."]
    return [
        f"It leaves {show(of.contribution)} towards fixed cost, {show(-of.margin)} less than its share: "
        "leaving would save only the variable cost."
    ]


def _yield_words(standing: Standing) -> str:
    own = standing.payer.money / standing.payer.charges if standing.payer.charges else 0
    cost = standing.whole.spent / standing.whole.charges if standing.whole.charges else 0
    side = "below" if own < cost else "above"
    return f"Yield {own:.1%} is {side} the cost share of {cost:.1%}."


def _behaviour(standing: Standing, judged: InForce) -> tuple[list[str], bool]:
    """What stands out in how the payer pays, and whether that is a reason to watch it."""
    words = []
    days, usual_days = standing.criteria.get("days to pay"), standing.usual.get("days to pay")
    if days and usual_days and _ratio(days) > judged.exact(MARKED_SLOW) * _ratio(usual_days):
        words.append(f"It takes {days:.0f} days to pay; all payers {usual_days:.0f}.")
    denied, usual = standing.criteria.get("denials"), standing.usual.get("denials")
    if denied and usual and _ratio(denied) > judged.exact(MARKED_DENYING) * _ratio(usual):
        words.append(f"It denies {denied:.1%} of claims; all payers {usual:.1%}.")
    marked = bool(words)
    if standing.underpaid:
        share = standing.underpaid / standing.payer.money if standing.payer.money else 0.0
        words.append(f"It allowed {show(standing.underpaid)} below contract ({share:.1%} of its payments).")
        marked |= share >= judged.share(MARKED_UNDERPAID)
    return words, marked


def _ratio(figure: float) -> Fraction:
    """The ratio of counts that a float stands for, so that a figure exactly at a threshold is seen to be there."""
    return Fraction(figure).limit_denominator(1_000_000)
