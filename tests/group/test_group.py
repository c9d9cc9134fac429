"""A group of practices: their figures add up to each practice's own, on DuckDB and on Spark alike."""

from dataclasses import replace
from datetime import date
from functools import partial
from io import BytesIO

import pyarrow.parquet as pq
import pytest
from pypdf import PdfReader
from rows_of_a_ledger import payments

from medoffice_xl.areas.compliance.compliance import underpaid
from medoffice_xl.areas.receivables.days_in_ar import ar_total
from medoffice_xl.book import open_book
from medoffice_xl.book.master import copy_master
from medoffice_xl.contracts.check import check
from medoffice_xl.contracts.checked_lines import checked_lines
from medoffice_xl.demo.files import payer_list, write_practice
from medoffice_xl.errors import BookError, CannotRead, LedgerError
from medoffice_xl.group.check import checked_here, rulebook_of
from medoffice_xl.group.figures import YEAR, group_figures
from medoffice_xl.group.key_figures import from_ledger, key_figures, on_dashboard
from medoffice_xl.group.pack import group_pack
from medoffice_xl.group.practice import GroupPractice, read_practices
from medoffice_xl.group.remittances import files_of, read_here
from medoffice_xl.group.report import group_report
from medoffice_xl.headlines import Terms
from medoffice_xl.intake.files import bring_in
from medoffice_xl.lake import make_lake
from medoffice_xl.lake.parts import part_of
from medoffice_xl.ledger.activity import activity
from medoffice_xl.ledger.entries import accounts
from medoffice_xl.ledger.period import days_up_to
from medoffice_xl.money import show
from medoffice_xl.pages.blocks import Listing
from medoffice_xl.render.pack.pack_pdf import pack_pdf
from medoffice_xl.sets import Tables
from medoffice_xl.tables import PAYMENTS, TABLES, empty_frame

pytestmark = pytest.mark.whole

LARGE = [table.name for table in TABLES.values() if table.by_month]


def tables_of(folder, seed):
    """A small invented practice's tables, and its day."""
    raw = write_practice(folder, doctors=1, months=3, seed=seed)
    empty = {name: empty_frame(table) for name, table in TABLES.items()} | {"payers": payer_list()}
    paths = [raw.charges, raw.fee_schedule, *raw.remittances]
    return empty | dict(bring_in(paths, empty, today=raw.as_of).frames), raw.as_of


@pytest.fixture(scope="module")
def practices(tmp_path_factory):
    """North and South have the same claim and patient numbers for other claims; South has no contracts at all, and of
    remittances a letter alone."""
    folder = tmp_path_factory.mktemp("group")
    north, day = tables_of(folder / "north files", 5)
    south = north | {name: empty_frame(TABLES[name]) for name in ("contracts", "fee_schedules")}
    letters = folder / "south files" / "remittances"
    letters.mkdir(parents=True)
    (letters / "letter.txt").write_text("Dear Sir or Madam")
    (letters / ".DS_Store").write_text("passed over")
    half = {name: south[name].iloc[: len(south[name]) // 2].reset_index(drop=True) for name in LARGE}
    made = [("North", north), ("South", south | half)]
    return [
        (
            GroupPractice(
                number,
                name,
                make_lake(folder / name).staged({large: tables[large] for large in LARGE}).published(),
                day,
                {each: frame for each, frame in tables.items() if each not in LARGE},
                folder=folder / f"{name.lower()} files",
            ),
            tables,
        )
        for number, (name, tables) in enumerate(made, 1)
    ]


@pytest.fixture(scope="module")
def here(practices):
    """Figures and check of the group on this machine."""
    group = [practice for practice, _ in practices]
    return figures_over(group, from_ledger), checked_here(group)


def figures_over(group, rows):
    """The figures of the practices whose rows are held so."""
    charges, payments = ({each.mark: rows(each, name) for each in group} for name in ("charges", "payments"))
    return group_figures(charges, payments, group, group[0].as_of)


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


def test_key_figures_are_those_of_each_practice_alone(practices):
    group = [practice for practice, _ in practices]
    found = key_figures(group, from_ledger, group[0].as_of)
    for practice, tables in practices:
        alone = Tables.of(tables)
        assert found[practice.mark] == [
            figure.at(alone, [practice.as_of], Terms())[-1] if all(len(tables[name]) for name in figure.needs) else None
            for figure in on_dashboard()
        ]
        assert sum(value is not None for value in found[practice.mark]) >= 4


def test_files_of_remittances_are_read_and_those_that_cannot_be_are_told(practices):
    """North's files hold what was brought in of them; South has a letter."""
    (north, tables), (south, _) = practices
    found = read_here(files_of([north, south], "remittances"))
    remits = tables["remits"]
    mine = found[north.mark]
    assert (mine.lines, mine.paid) == (len(remits), int(remits["paid"].sum()))
    assert mine.files == len(list((north.folder / "remittances").iterdir()))
    assert mine.refused == {}
    (why,) = found[south.mark].refused.values()
    assert "letter.txt" in why
    assert (found[south.mark].files, found[south.mark].lines) == (0, 0)
    with pytest.raises(BookError, match="North has no folder"):
        files_of([north], "no such folder")


def test_the_pack_tells_of_each_practice_and_payer(practices, here):
    group = [practice for practice, _ in practices]
    figures, checked = here
    day = group[0].as_of
    report = group_report(group, figures, checked, day)
    made = group_pack(report, key_figures(group, from_ledger, day), group, day)
    reader = PdfReader(BytesIO(pack_pdf(made)))
    words = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert "Group pack" in words
    for each, tables in practices:
        owed = ar_total(tables["charges"], tables["payments"], day).value
        assert each.name in words
        assert show(owed) in words
    for payer in {payer for _, payer in figures.by_payer if payer}:
        assert payer in words
    assert "Days in A/R" in words


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
def test_spark_is_handed_no_file_of_other_columns(tmp_path):
    """Spark would say that it finds no column, somewhere in a page of Java."""
    try:
        from medoffice_xl.group import spark
    except CannotRead as missing:
        pytest.skip(str(missing))
    rows = payments(("C1", "2026-02-28", 100))
    lake = make_lake(tmp_path / "ledger").staged({"payments": rows}).published()
    (part,) = lake.manifest.tables["payments"]
    path = lake.folder / part.file
    pq.write_table(pq.ParquetFile(path).read().drop_columns(["amount"]), path)
    content = path.read_bytes()
    shelved = replace(lake.shelved("payments"), parts=(part_of(PAYMENTS, part.month, 1, content),))
    path.rename(lake.folder / shelved.parts[0].file)
    with pytest.raises(LedgerError, match=r"it lacks the column Amount \(amount\)"):
        spark.frame_on(None, shelved)


@pytest.mark.spark
def test_a_file_that_spark_finds_damaged_is_named(tmp_path):
    """Its last bytes are whole, so that nothing is wrong until Spark comes to its rows."""
    try:
        from medoffice_xl.group import spark
    except CannotRead as missing:
        pytest.skip(str(missing))
    rows = payments(*((f"C{number}", "2026-02-28", number) for number in range(500)))
    lake = make_lake(tmp_path / "ledger").staged({"payments": rows}).published()
    practice = GroupPractice(1, "North", lake, date(2026, 3, 31), {})
    path = lake.folder / lake.manifest.tables["payments"][0].file
    content = path.read_bytes()
    with spark.session("local[1]") as session:
        whole = spark.rows_on(session, practice, "payments").groupBy().sum("amount").toArrow().to_pylist()
        assert whole == [{"sum(amount)": 500 * 499 // 2}]
        path.write_bytes(content[:4] + b"\7" * 400 + content[404:])
        with pytest.raises(LedgerError) as caught, spark.ledgers_told_in_words([practice]):
            spark.rows_on(session, practice, "payments").groupBy("claim_id").sum("amount").toArrow()
    assert f"The file {lake.manifest.tables['payments'][0].file} of the ledger" in str(caught.value)
    assert "damaged (other bytes than were written): 500 rows of Payments, month 2026-02" in str(caught.value)


@pytest.mark.spark
def test_spark_gives_the_same_cents(practices, here):
    try:
        from medoffice_xl.group import spark
    except CannotRead as missing:
        pytest.skip(str(missing))
    group = [practice for practice, _ in practices]
    with pytest.MonkeyPatch.context() as few, spark.session("local[2]") as session:
        few.setattr(spark, "LINES_A_TASK", 100)
        few.setattr(spark, "FILES_A_TASK", 3)
        rows = partial(spark.rows_on, session)
        assert spark.checked_on(session, group) == here[1]
        assert figures_over(group, rows) == here[0]
        north = group[:1]
        assert key_figures(north, rows, north[0].as_of) == key_figures(north, from_ledger, north[0].as_of)
        files = files_of(group, "remittances")
        assert spark.read_on(session, files) == read_here(files)


def test_the_command_writes_a_report_and_says_what_each_is_owed(practices, tmp_path):
    from typer.testing import CliRunner

    from medoffice_xl.cli.app import load_commands

    places = [workbook(tmp_path / each.name, each.name, each.lake) for each, _ in practices]
    day = practices[0][0].as_of
    (places[0].parent / "inbox").mkdir()
    (places[1].parent / "inbox").mkdir()
    words = ["group", *map(str, places), "--as-of", f"{day}", "--out", str(tmp_path / "out"), "--pack"]
    words += ["--remittances", "inbox"]
    result = CliRunner().invoke(load_commands(), words)
    assert result.exit_code == 0, result.output
    for each, tables in practices:
        owed = ar_total(tables["charges"], tables["payments"], day).value
        assert f"{each.name}: A/R {show(owed)}, underpaid" in result.output
    assert (tmp_path / "out" / f"Group {day}.xlsx").stat().st_size > 5_000
    assert (tmp_path / "out" / f"Group pack {day}.pdf").read_bytes().startswith(b"%PDF")
