"""Bringing several files in: each counts alone, a bad one costs nothing but itself."""

from datetime import date

import pytest

from medoffice_xl.demo.files import payer_list, write_practice
from medoffice_xl.intake import files
from medoffice_xl.intake.files import bring_in
from medoffice_xl.tables import TABLES, empty_frame

pytestmark = pytest.mark.whole

TODAY = date(2026, 11, 1)


@pytest.fixture(scope="module")
def raw(tmp_path_factory):
    return write_practice(tmp_path_factory.mktemp("practice"), doctors=1, months=4, seed=5)


@pytest.fixture(scope="module")
def tables():
    return {name: empty_frame(table) for name, table in TABLES.items()} | {"payers": payer_list()}


@pytest.fixture(scope="module")
def brought(raw, tables):
    return bring_in(raw.all, tables, today=TODAY)


def test_every_file_is_told_of_with_its_rows(raw, brought):
    assert [outcome.file for outcome in brought.outcomes] == [path.name for path in raw.all]
    lines = len(raw.charges.read_text(encoding="utf-8").splitlines()) - 1
    assert brought.outcomes[0].kind == "charges"
    assert len(brought.frames["charges"]) == lines
    assert len(brought.frames["fee_schedules"]) == 120  # six payers, ten codes, two years


def test_what_payers_paid_is_what_was_posted(brought):
    paid = brought.frames["remits"]["paid"].sum()
    posted = brought.frames["payments"].query("source == '835' and kind == 'insurance payment'")["amount"].sum()
    assert posted == paid != 0


def test_twice_changes_nothing(raw, tables, brought):
    again = bring_in(raw.all, {**tables, **brought.frames}, today=TODAY)
    assert again.frames == {}
    assert all(outcome.already_there for outcome in again.outcomes)


def test_what_is_there_already_is_not_read_ahead(raw, tables, brought, monkeypatch):
    asked = []
    monkeypatch.setattr(files, "read_together", lambda paths: asked.append(list(paths)) or {})
    new = raw.remittances[0].with_name("new.835")
    new.write_bytes(raw.remittances[0].read_bytes() + b"\n")
    bring_in([*raw.remittances, new], dict(tables) | dict(brought.frames), today=TODAY)
    assert asked == [[new]]


def test_the_same_content_under_two_names_counts_once(raw, tables, tmp_path):
    copy = tmp_path / "copy.csv"
    copy.write_bytes(raw.fee_schedule.read_bytes())
    brought = bring_in([raw.fee_schedule, copy], tables, today=TODAY)
    assert [outcome.already_there for outcome in brought.outcomes] == [False, True]
    assert len(brought.frames["fee_schedules"]) == 120


def test_a_bad_file_costs_nothing_but_itself(raw, tables, tmp_path):
    bad, missing = tmp_path / "bad.csv", tmp_path / "missing.835"
    bad.write_text("what,is,this\n1,2,3\n", encoding="utf-8")
    brought = bring_in([bad, missing, raw.fee_schedule], tables, today=TODAY)
    refused = [outcome.refused for outcome in brought.outcomes]
    assert "headings" in refused[0]
    assert "missing.835" in refused[1]
    assert refused[2] == ""
    assert set(brought.frames) == {"fee_schedules", "imports", "problems"}


def test_nothing_but_bad_files_leaves_the_tables_alone(tables, tmp_path):
    bad = tmp_path / "bad.835"
    bad.write_bytes(b"\x00\x01\x02")
    brought = bring_in([bad], tables, today=TODAY)
    assert brought.frames == {}
    assert brought.outcomes[0].refused


def test_a_file_that_is_not_taken_in_as_it_was_understood_changes_nothing(raw, tables):
    asked = []

    def agree(file, understood):
        asked.append((file, understood))
        return False

    brought = bring_in([raw.fee_schedule, raw.costs], tables, today=TODAY, agree=agree)
    assert [file for file, _ in asked] == [raw.fee_schedule.name]
    assert "120 rates of 10 codes, in force 01/01/2025–12/31/2025 (60), 01/01/2026 on (60)" in asked[0][1]
    assert [bool(outcome.refused) for outcome in brought.outcomes] == [True, False]
    assert "fee_schedules" not in brought.frames
