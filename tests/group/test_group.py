"""A group of practices: their figures add up to each practice's own, on DuckDB and on Spark alike."""

from datetime import date
from functools import partial

import pytest

from medoffice_xl.areas.compliance.compliance import underpaid
from medoffice_xl.areas.receivables.days_in_ar import ar_total
from medoffice_xl.book import open_book
from medoffice_xl.book.master import copy_master
from medoffice_xl.contracts.check import check
from medoffice_xl.contracts.checked_lines import checked_lines
from medoffice_xl.demo.files import payer_list, write_practice
from medoffice_xl.errors import BookError, CannotRead
from medoffice_xl.group.check import checked_here, rulebook_of
from medoffice_xl.group.figures import YEAR, group_figures
from medoffice_xl.group.practice import GroupPractice, read_practices
from medoffice_xl.group.report import group_report
from medoffice_xl.intake.files import bring_in
from medoffice_xl.lake import make_lake
from medoffice_xl.ledger.activity import activity
from medoffice_xl.ledger.entries import accounts
from medoffice_xl.ledger.period import days_up_to
from medoffice_xl.money import show
from medoffice_xl.pages.blocks import Listing
from medoffice_xl.tables import TABLES, empty_frame

pytestmark = pytest.mark.whole

LARGE = [table.name for table in TABLES.values() if table.by_month]
PRICING = ("contracts", "fee_schedules", "payers")


def tables_of(folder, seed):
    """A small invented practice's tables, and its day."""
    raw = write_practice(folder, doctors=1, months=3, seed=seed)
    empty = {name: empty_frame(table) for name, table in TABLES.items()} | {"payers": payer_list()}
    paths = [raw.charges, raw.fee_schedule, *raw.remittances]
    return empty | dict(bring_in(paths, empty, today=raw.as_of).frames), raw.as_of


@pytest.fixture(scope="module")
def practices(tmp_path_factory):
    """North and South have the same claim and patient numbers for other claims; South has no contracts at all."""
    folder = tmp_path_factory.mktemp("group")
    north, day = tables_of(folder / "north files", 5)
    south = north | {name: empty_frame(TABLES[name]) for name in ("contracts", "fee_schedules")}
    half = {name: south[name].iloc[: len(south[name]) // 2].reset_index(drop=True) for name in LARGE}
    made = [("North", north), ("South", south | half)]
    return [
        (
            GroupPractice(
                number,
                name,
                make_lake(folder / name).staged({large: tables[large] for large in LARGE}).published(),
                day,
                {each: tables[each] for each in PRICING},
            ),
            tables,
        )
        for number, (name, tables) in enumerate(made, 1)
    ]


@pytest.fixture(scope="module")
def here(practices):
    """Figures and check of the group on this machine."""
    group = [practice for practice, _ in practices]
    charges, payments = (
        {each.mark: each.lake.shelved(name).relation() for each in group} for name in ("charges", "payments")
    )
    return group_figures(charges, payments, group, group[0].as_of), checked_here(group)


def test_each_practice_has_its_own_figures(practices, here):
    """What AR_TOTAL and the activity of the year say of each practice alone."""
    figures, _ = here
    for practice, tables in practices:
        alone = tables["charges"], tables["payments"]
        assert figures.receivable(practice.mark) == ar_total(*alone, practice.as_of).value
        year = activity(accounts(*alone, practice.as_of), days_up_to(practice.as_of, YEAR))
        mine = [owing for (mark, _), owing in figures.by_payer.items() if mark == practice.mark]
        assert sum(owing.charged for owing in mine) == year.charges > 0
        assert sum(owing.received for owing in mine) == year.money > 0


def test_each_line_is_judged_by_the_contracts_of_its_own_practice(practices, here):
    """North's underpaid lines are those of UNDERPAID; South has agreed nothing, so nothing can be compared there."""
    _, checked = here
    (north, tables), (south, _) = practices
    book = rulebook_of(north.pricing)
    lines = checked_lines(tables["remits"], check(tables["remits"], book, tables["charges"]), book)
    of = {mark: [sums for (whose, _), sums in checked.items() if whose == mark] for mark in (north.mark, south.mark)}
    assert sum(sums.short for sums in of[north.mark]) == underpaid(lines).value > 0
    assert sum(sums.lines for sums in of[north.mark]) == len(tables["remits"])
    assert sum(sums.compared for sums in of[south.mark]) == 0


def test_the_report_adds_up(practices, here):
    figures, checked = here
    group = [practice for practice, _ in practices]
    page = group_report(group, figures, checked, group[0].as_of)
    by_practice, by_payer, both = (block.source for block in page.blocks if isinstance(block, Listing))
    assert by_practice.total[1:3] == by_payer.total[1:3] == both.total[2:4]
    assert by_practice.total[4:] == by_payer.total[4:] == both.total[5:]
    assert by_practice.total[3] == sum(figures.receivable(each.mark) for each in group)
    assert by_payer.total[3] - by_practice.total[3] == sum(figures.unapplied.values())
    assert [row[0] for row in by_practice.body] == ["North", "South"]


def workbook(folder, name, lake=None):
    book = open_book(copy_master(folder))
    book.set_setting("PracticeName", name)
    book.set_setting("AsOf", date(2026, 6, 30))
    if lake:
        book.keep_in(lake)
    book.save()
    return book.path


def test_practices_are_read_from_their_workbooks(practices, tmp_path):
    (north, _), (south, _) = practices
    first = workbook(tmp_path / "one", "First", north.lake)
    workbook(tmp_path / "two", "Second", south.lake)
    found = read_practices([first, tmp_path / "two"])
    assert [(each.mark, each.name, each.as_of) for each in found] == [
        ("0001", "First", date(2026, 6, 30)), ("0002", "Second", date(2026, 6, 30)),
    ]  # fmt: skip
    assert found[1].lake.state == south.lake.state
    workbook(tmp_path / "three", "First", north.lake)
    with pytest.raises(BookError, match="Two practices are called First"):
        read_practices([first, tmp_path / "three"])
    with pytest.raises(BookError, match="has no ledger"):
        read_practices([workbook(tmp_path / "four", "Fourth")])
    with pytest.raises(BookError, match="holds 0 workbooks"):
        read_practices([tmp_path])


@pytest.mark.spark
def test_spark_gives_the_same_cents(practices, here):
    try:
        from medoffice_xl.group import spark
    except CannotRead as missing:
        pytest.skip(str(missing))
    group = [practice for practice, _ in practices]
    with pytest.MonkeyPatch.context() as few, spark.session("local[2]") as session:
        few.setattr(spark, "LINES_A_TASK", 100)
        rows = partial(spark.rows_on, session, group)
        assert spark.checked_on(session, group) == here[1]
        assert group_figures(rows("charges"), rows("payments"), group, group[0].as_of) == here[0]


def test_the_command_writes_a_report_and_says_what_each_is_owed(practices, tmp_path):
    from typer.testing import CliRunner

    from medoffice_xl.cli.app import load_commands

    places = [workbook(tmp_path / each.name, each.name, each.lake) for each, _ in practices]
    day = practices[0][0].as_of
    words = ["group", *map(str, places), "--as-of", f"{day}", "--out", str(tmp_path / "out")]
    result = CliRunner().invoke(load_commands(), words)
    assert result.exit_code == 0, result.output
    for each, tables in practices:
        owed = ar_total(tables["charges"], tables["payments"], day).value
        assert f"{each.name}: A/R {show(owed)}, underpaid" in result.output
    assert (tmp_path / "out" / f"Group {day}.xlsx").stat().st_size > 5_000
