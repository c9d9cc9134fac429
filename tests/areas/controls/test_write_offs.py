"""C2: write-offs against their own history."""

from datetime import date
from fractions import Fraction

import pandas as pd
import pytest

from medoffice_xl.areas.controls.write_offs import History, check, month_judged
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.tables import CHARGES, PAYMENTS
from tests.kinds_of_frame import every_kind
from tests.small_book import frame_of

AS_OF = date(2026, 6, 30)
JUDGED = Thresholds().on(AS_OF)


def history(month, cents=50_000, entries=30, before=None):
    """Twelve months of mean 2.0% and standard deviation 0.3%: six at 2% + d, six at 2% - d.

    The sample variance of them is 12 d² / 11, so d² = 0.3² · 11 / 12; squares need no root here, as the shares are
    given as 2% ± d with d = 0.3% · sqrt(11/12), to twelve figures.
    """
    d = Fraction("0.00287228132327")
    shares = before or [Fraction(2, 100) + d] * 6 + [Fraction(2, 100) - d] * 6
    return History(shares, Fraction(month), cents, entries)


def test_history_of_two_percent_and_a_month_of_three_point_one():
    """MINE: 2.0% + 3 · 0.3% = 2.9%; 3.1% is above it, 2.8% is not."""
    assert history("0.031").stands_out(JUDGED)
    assert not history("0.028").stands_out(JUDGED)


def test_at_the_limit_itself_nothing_stands_out():
    """Twelve months of one share deviate by nothing: the limit is their mean."""
    flat = [Fraction(2, 100)] * 12
    assert not history("0.02", before=flat).stands_out(JUDGED)
    assert history("0.0200001", before=flat).stands_out(JUDGED)


def test_at_the_limit_with_a_deviation():
    """Mean 0; the squares of ±3 twice and ±2 once add up to 44, over 11 is 4: sd 2%, so the limit is 6%."""
    before = [Fraction(each, 100) for each in (3, -3, 3, -3, 2, -2, 0, 0, 0, 0, 0, 0)]
    assert not history("0.06", before=before).stands_out(JUDGED)
    assert history("0.0600001", before=before).stands_out(JUDGED)


@pytest.mark.parametrize(("cents", "entries", "out"), [(50_000, 30, True), (49_999, 30, False), (50_000, 29, False)])
def test_from_500_dollars_and_30_entries_on(cents, entries, out):
    assert history("0.05", cents, entries).stands_out(JUDGED) == out


@pytest.mark.parametrize(
    ("as_of", "month"), [(date(2026, 6, 30), "2026-06"), (date(2026, 6, 29), "2026-05"), (date(2026, 7, 1), "2026-06")]
)
def test_the_last_month_that_is_over(as_of, month):
    assert month_judged(as_of) == pd.Period(month)


def book(june, user="ron", source="PM"):
    """Charges of $10,000 a month for 13 months to June 2026; three write-offs of $50.00 a month, in June others."""
    charges, posted = [], []
    for back in range(13):
        month = pd.Period("2026-06") - back
        day = month.start_time.date()
        charges.append({"claim_id": f"C{back}", "line_id": "1", "dos": day, "post_date": day, "payer": "Acme",
                        "code": "X1001", "units": 1, "charge": 1_000_000})  # fmt: skip
        amounts = june if back == 0 else [5_000 + 100 * (back % 3)] * 3
        posted += [
            {"claim_id": f"C{back}", "post_date": day, "payer": "Acme", "kind": "bad debt", "amount": cents,
             "reason": "old", "source": source, "posted_by": user}
            for cents in amounts
        ]  # fmt: skip
    return frame_of(CHARGES, charges), frame_of(PAYMENTS, posted)


def test_a_month_above_its_history_is_told_by_user_payer_and_reason():
    checks = check(*book([40_000, 30_000, 20_000]), AS_OF, JUDGED)
    assert [len(each.findings) for each in checks] == [1, 1, 1]
    (finding,) = checks[0].findings
    assert (finding.cents, finding.count) == (90_000, 3)
    assert "of user ron were 9.00% of charges in June 2026" in finding.what
    assert [row.cents for row in finding.rows] == [40_000, 30_000, 20_000]


def test_a_usual_month_is_not():
    assert not any(each.findings for each in check(*book([5_000] * 3), AS_OF, JUDGED))


def test_what_a_remittance_posts_nobody_here_decided():
    assert all(
        each.not_tested == "Nothing was written off." for each in check(*book([90_000], source="835"), AS_OF, JUDGED)
    )


def test_what_cannot_be_tested_says_why():
    charges, posted = book([90_000], user="")
    assert check(charges, posted, AS_OF, JUDGED)[0].not_tested.startswith("No entry says its user")
    short = check(charges[:12], posted, AS_OF, JUDGED)
    assert short[1].not_tested == "1 of the 13 months that are compared have no charges here."


@every_kind
def test_every_kind_of_frame(on):
    charges, posted = book([40_000, 30_000, 20_000])
    assert [len(each.findings) for each in check(on(charges), on(posted), AS_OF, JUDGED)] == [1, 1, 1]
