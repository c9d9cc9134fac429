"""The voucher check of a ledger, batch by batch, is the check in one piece."""

import narwhals as nw
import pytest
from pandas.testing import assert_frame_equal

from medoffice_xl.contracts.check import check
from medoffice_xl.contracts.check_of_ledger import checked_batches
from medoffice_xl.contracts.checked_lines import checked_lines
from medoffice_xl.contracts.checked_rows import MONEY, extent, how_many, kept_lines, least, lines_of, payers, sums
from medoffice_xl.contracts.rulebook import compile_rulebook
from medoffice_xl.demo.files import payer_list, write_practice
from medoffice_xl.intake.files import bring_in
from medoffice_xl.lake import make_lake
from medoffice_xl.tables import TABLES, empty_frame

pytestmark = pytest.mark.whole


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    """The invented practice's tables, its rows of Remits in an order that is none, so that claims are torn apart."""
    raw = write_practice(tmp_path_factory.mktemp("practice"), doctors=1, months=4, seed=11)
    empty = {name: empty_frame(table) for name, table in TABLES.items()} | {"payers": payer_list()}
    paths = [raw.charges, raw.fee_schedule, *raw.remittances]
    tables = dict(bring_in(paths, empty, today=raw.as_of).frames)
    tables["remits"] = tables["remits"].sample(frac=1, random_state=7).reset_index(drop=True)
    return empty | tables


@pytest.fixture(scope="module")
def book(practice):
    names = ("contracts", "fee_schedules", "payers")
    return compile_rulebook({name: practice.get(name, empty_frame(TABLES[name])) for name in names})


@pytest.fixture(scope="module")
def lake(practice, tmp_path_factory):
    large = {name: practice[name] for name in ("charges", "remits")}
    return make_lake(tmp_path_factory.mktemp("beside") / "ledger").staged(large).published()


def rows(lake, name):
    return lake.shelved(name).relation()


def checked_whole(*given):
    """Every line of a ledger's check, read again from where it is kept."""
    return lines_of(kept_lines(checked_batches(*given)))


@pytest.mark.parametrize("batches", [1, 2, 7])
def test_batches_together_are_the_check_in_one_piece(practice, book, lake, batches):
    remits, charges = practice["remits"], practice["charges"]
    whole = checked_lines(remits, check(remits, book, charges), book)
    size = -(-len(remits) // batches)
    assert len(list(checked_batches(rows(lake, "remits"), rows(lake, "charges"), book, size))) == batches
    assert (whole["variance"] != 0).any()
    assert_frame_equal(checked_whole(rows(lake, "remits"), rows(lake, "charges"), book, size), whole)


def test_what_is_asked_of_kept_lines_is_what_a_frame_would_tell(practice, book, lake):
    whole = checked_lines(practice["remits"], check(practice["remits"], book, practice["charges"]), book)
    kept = kept_lines(checked_batches(rows(lake, "remits"), rows(lake, "charges"), book, 100))
    differ = (nw.col("variance") != 0, nw.col("leads"))
    mask = (whole["variance"] != 0) & whole["leads"]
    assert_frame_equal(
        lines_of(kept, differ, "payer", "variance").set_axis(whole.index[mask]), whole[mask][["payer", "variance"]]
    )
    assert how_many(kept, differ) == mask.sum() > 0
    # lines alike in both stand in the order of the table
    worst = whole[mask].sort_values(["finding", "paid_date"], kind="stable").head(7).reset_index(drop=True)
    assert_frame_equal(least(kept, differ, ("finding", "paid_date"), 7).reset_index(drop=True), worst)
    days = whole["paid_date"]
    assert extent(kept) == extent(whole) == (len(whole), days.min().date(), days.max().date())
    assert payers(kept) == payers(whole) == sorted(set(whole["payer"]))
    by_payer = sums(kept, differ, "payer").groupby("payer")[["lines", *MONEY]].sum()
    assert_frame_equal(by_payer[[*MONEY]], whole[mask].groupby("payer")[[*MONEY]].sum())
    assert by_payer["lines"].sum() == mask.sum()


def test_without_charges_each_claim_is_for_itself(practice, book, lake):
    whole = checked_lines(practice["remits"], check(practice["remits"], book), book)
    assert_frame_equal(checked_whole(rows(lake, "remits"), None, book, 100), whole)


def test_all_lines_of_a_patient_are_in_one_batch(practice, book, lake):
    """Of claims whose patient is known by the charges; a claim stands for a patient who is not."""
    account = practice["charges"].drop_duplicates("claim_id").set_index("claim_id")["patient_acct"]
    seen: dict[str, int] = {}
    for number, (_, found) in enumerate(checked_batches(rows(lake, "remits"), rows(lake, "charges"), book, 50)):
        for person in found["claim_id"].map(account).dropna().unique():
            assert seen.setdefault(person, number) == number
    assert len(set(seen.values())) > 3


def test_no_lines_are_no_findings(book, tmp_path):
    large = {name: empty_frame(TABLES[name]) for name in ("charges", "remits")}
    nothing = make_lake(tmp_path / "ledger").staged(large).published()
    found = checked_whole(rows(nothing, "remits"), rows(nothing, "charges"), book)
    assert found.empty
    assert_frame_equal(found, checked_lines(large["remits"], check(large["remits"], book), book), check_dtype=False)
