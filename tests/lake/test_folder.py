"""A ledger's folder: what was written is read, month by month, and a next state replaces the one before as a whole."""

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal
from rows_of_a_ledger import payments, remittances
from small_book import frame_of

from medoffice_xl.errors import InUse, LedgerError
from medoffice_xl.lake import make_lake, only_writer_of, open_lake
from medoffice_xl.lake.shown import newest, rows_asked, told_on_sheet
from medoffice_xl.tables import PAYMENTS, REMITS

OUT_OF_ORDER = payments(
    ("C1", "2026-03-31", 100), ("C2", "2026-02-28", 200), ("C3", "", -300), ("C4", "2026-04-01", 400),
    ("C5", "2026-03-01", 500),
)  # fmt: skip
"""Two days of March, the last of February, the first of April, and a row without a day."""


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "ledger"


def keep(folder, **frames):
    """A new ledger with these tables."""
    return make_lake(folder).staged(frames).published()


def follow(folder, **frames):
    """The next state of a ledger."""
    return open_lake(folder).staged(frames).published()


def files(folder):
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*.parquet")}


def test_rows_come_back_in_their_order_with_their_types(folder):
    keep(folder, payments=OUT_OF_ORDER)
    assert_frame_equal(open_lake(folder).frame("payments"), OUT_OF_ORDER)


def test_an_amount_that_is_missing_stays_missing(folder):
    """Cents that are not there are no zero, and cents beyond 2^53 are exact: neither goes through a float."""
    remits = frame_of(REMITS, [{"remittance": "a", "paid": 2**53 + 1, "allowed_reported": None},
                               {"remittance": "b", "paid": 0, "allowed_reported": 2**53 + 1}])  # fmt: skip
    keep(folder, remits=remits)
    found = open_lake(folder).frame("remits", ["paid", "allowed_reported"])
    assert_frame_equal(found, remits[["paid", "allowed_reported"]])
    assert found["paid"].tolist() == [9_007_199_254_740_993, 0]


def test_each_month_is_a_file_and_rows_without_a_day_have_their_own(folder):
    lake = keep(folder, payments=OUT_OF_ORDER)
    assert [(part.month, part.rows) for part in lake.manifest.tables["payments"]] == [
        ("2026-02", 1), ("2026-03", 2), ("2026-04", 1), ("undated", 1),
    ]  # fmt: skip
    assert {name.split("/")[1] for name in files(folder)} == {
        "month=2026-02", "month=2026-03", "month=2026-04", "month=undated",
    }  # fmt: skip


def test_a_table_without_rows_has_no_files_and_its_columns(folder):
    keep(folder, payments=payments())
    assert_frame_equal(open_lake(folder).frame("payments"), payments())
    assert not files(folder)
    assert open_lake(folder).shelved("payments").relation().fetchall() == []


def test_a_month_without_a_change_is_not_written_again(folder):
    keep(folder, payments=OUT_OF_ORDER)
    before = files(folder)
    more = pd.concat([OUT_OF_ORDER, payments(("C6", "2026-04-30", 600))], ignore_index=True)
    follow(folder, payments=more)
    after = files(folder)
    assert {name for name in after if after[name] != before.get(name)} == {
        name for name in after if "2026-04" in name and name not in before
    }
    assert_frame_equal(open_lake(folder).frame("payments"), more)


def test_a_row_that_is_taken_out_leaves_the_other_months_as_they_are(folder):
    keep(folder, payments=OUT_OF_ORDER)
    before = files(folder)
    fewer = OUT_OF_ORDER.iloc[1:].reset_index(drop=True)
    follow(folder, payments=fewer)
    assert_frame_equal(open_lake(folder).frame("payments"), fewer)
    assert {name for name in before if "2026-03" not in name} <= files(folder).keys()


def test_rows_in_another_order_come_back_in_it(folder):
    keep(folder, payments=OUT_OF_ORDER)
    turned = OUT_OF_ORDER.iloc[::-1].reset_index(drop=True)
    follow(folder, payments=turned)
    assert_frame_equal(open_lake(folder).frame("payments"), turned)


def test_two_rows_of_one_key_stay_two(folder):
    twice = payments(("C1", "2026-03-31", 100), ("C1", "2026-03-31", 100))
    keep(folder, payments=twice)
    thrice = pd.concat([twice, twice.head(1)], ignore_index=True)
    assert_frame_equal(follow(folder, payments=thrice).frame("payments"), thrice)


def test_the_state_is_that_of_the_content(folder, tmp_path):
    first = keep(folder, payments=OUT_OF_ORDER)
    other = keep(tmp_path / "other", payments=OUT_OF_ORDER)
    assert first.state == other.state
    changed = OUT_OF_ORDER.assign(amount=OUT_OF_ORDER["amount"].replace(400, 401))
    assert follow(folder, payments=changed).state != first.state
    assert follow(folder, payments=OUT_OF_ORDER).state == first.state


def test_a_change_of_one_table_leaves_the_version_of_the_other(folder):
    checks = remittances(("r1", "2026-03-31", 100))
    before = keep(folder, payments=OUT_OF_ORDER, remittances=checks)
    after = follow(folder, payments=payments(("C1", "2026-03-31", 1)))
    assert after.shelved("remittances").version == before.shelved("remittances").version
    assert after.shelved("payments").version != before.shelved("payments").version
    assert_frame_equal(after.frame("remittances"), checks)


def test_a_state_that_is_not_published_changes_nothing(folder):
    keep(folder, payments=OUT_OF_ORDER)
    open_lake(folder).staged({"payments": payments(("C9", "2026-05-01", 1))})
    assert_frame_equal(open_lake(folder).frame("payments"), OUT_OF_ORDER)


def test_whoever_reads_the_state_before_finds_it_until_the_next_but_one(folder):
    keep(folder, payments=OUT_OF_ORDER)
    reading = open_lake(folder)
    follow(folder, payments=payments(("C1", "2026-03-31", 1)))
    assert_frame_equal(reading.frame("payments"), OUT_OF_ORDER)
    follow(folder, payments=payments(("C1", "2026-03-31", 2)))
    with pytest.raises(LedgerError, match="lacks the file payments/month="):
        reading.frame("payments")
    assert len(files(folder)) == 2


def test_the_second_of_two_who_opened_the_same_state_is_refused(folder):
    keep(folder, payments=OUT_OF_ORDER)
    one, other = open_lake(folder), open_lake(folder)
    one.staged({"payments": payments(("C1", "2026-03-31", 1))}).published()
    with pytest.raises(LedgerError, match="changed by another run"):
        other.staged({"payments": payments(("C1", "2026-03-31", 2))}).published()
    assert open_lake(folder).frame("payments")["amount"].tolist() == [1]


def test_a_second_writer_is_told_to_wait(folder):
    import threading

    keep(folder, payments=OUT_OF_ORDER)
    said = []

    def write():
        try:
            with only_writer_of(folder):
                said.append("wrote")
        except InUse as error:
            said.append(str(error))

    with only_writer_of(folder):
        other = threading.Thread(target=write)
        other.start()
        other.join()
    assert "being written by another run" in said[0]


def test_what_was_published_can_be_taken_back(folder):
    keep(folder, payments=OUT_OF_ORDER)
    staged = open_lake(folder).staged({"payments": payments(("C1", "2026-03-31", 1))})
    staged.published()
    staged.taken_back()
    assert_frame_equal(open_lake(folder).frame("payments"), OUT_OF_ORDER)


def test_a_folder_that_holds_something_else_is_left_alone(folder):
    folder.mkdir()
    (folder / "letters.docx").write_text("mine")
    with pytest.raises(LedgerError, match="is not empty"):
        make_lake(folder)


def test_what_a_killed_run_left_of_a_new_ledger_is_no_obstacle(folder):
    make_lake(folder).staged({"payments": OUT_OF_ORDER})
    assert_frame_equal(keep(folder, payments=OUT_OF_ORDER).frame("payments"), OUT_OF_ORDER)


@pytest.mark.parametrize(
    ("most", "claims"),
    [(1, ["C4"]), (2, ["C1", "C4"]), (3, ["C1", "C4", "C5"]), (4, ["C1", "C2", "C4", "C5"]),
     (5, ["C1", "C2", "C3", "C4", "C5"]), (6, ["C1", "C2", "C3", "C4", "C5"])],
)  # fmt: skip
def test_the_newest_rows_are_shown_in_their_order_and_undated_ones_last(folder, most, claims):
    lake = keep(folder, payments=OUT_OF_ORDER)
    assert lake.newest("payments", most)["claim_id"].tolist() == claims
    assert newest(PAYMENTS, OUT_OF_ORDER, most)["claim_id"].tolist() == claims


@pytest.mark.parametrize(
    ("setting", "rows"), [(1.0, 1), (0, 50_000), (None, 50_000), ("many", 50_000), (2e9, 1_000_000)]
)
def test_how_many_rows_are_shown_is_a_setting(setting, rows):
    assert rows_asked(setting) == rows


def test_the_sheet_says_that_it_does_not_show_all(folder):
    assert told_on_sheet(PAYMENTS, 2, 3_000, folder).startswith("The newest 2 of 3,000 rows of Payments.")
    assert told_on_sheet(PAYMENTS, 3, 3, folder).startswith("All 3 rows of Payments.")


def test_duckdb_reads_the_same_rows(folder):
    """By hand: 100 + 200 − 300 + 400 + 500 = 900 cents; two of the days are in March."""
    rows = keep(folder, payments=OUT_OF_ORDER).shelved("payments").relation()
    assert rows.sum("amount").fetchall() == [(900,)]
    assert rows.filter("post_date between '2026-03-01' and '2026-03-31'").count("*").fetchall() == [(2,)]
