"""Tables and sets of them behind handles: what a handle covers, and what is said where something does not fit."""

from datetime import datetime

import pytest
from contract_tables import contract, medicare, rvu
from example_sets import held
from practice_tables import as_cells, charges, payments

from medoffice_xl.cells import CATALOGUE, load_set, load_table
from medoffice_xl.cells.handles import is_held, is_lost, loading_at, rows_left_out, tables_of
from medoffice_xl.cells.shelf import SUPERSEDED
from medoffice_xl.errors import BadArgument, NoData, OutOfRange
from medoffice_xl.sets import PRACTICE, PRICING, SETS
from medoffice_xl.tables import CHARGES, CONTRACTS, MPFS, PAYMENTS, TABLES

CHARGED = as_cells(CHARGES, charges({"claim_id": "a", "dos": "2026-01-02", "charge": 100}))
PAID = as_cells(PAYMENTS, payments({"claim_id": "a", "post_date": "2026-01-05", "amount": 30}))
AGREED = as_cells(CONTRACTS, contract())
VALUES = as_cells(MPFS, medicare(rvu("X1001", 2.0)))


def changed(table, cells, field, value):
    """The cells with another value in the first row."""
    head, first, *rest = cells
    place = head.index(table[field].header)
    return [head, [*first[:place], value, *first[place + 1 :]], *rest]


def test_a_set_is_its_tables_whatever_their_order_and_wherever_they_come_from():
    of_ranges = load_set("Practice", "charges", CHARGED, "payments", PAID, "contracts", AGREED)
    pricing = load_set("Pricing", "contracts", AGREED)
    handle = load_table("charges", CHARGED)
    assert of_ranges.startswith("Practice 3 tables #")
    assert load_set("Practice", "contracts", AGREED, "payments", PAID, "charges", CHARGED) == of_ranges
    assert load_set("practice", pricing, handle, "Payments", PAID) == of_ranges
    assert load_set("Practice", [[handle], [load_table("payments", PAID)]], None, "", pricing) == of_ranges
    assert load_set("Practice", "charges", of_ranges, "payments", of_ranges, pricing) == of_ranges
    assert load_set("Pricing", of_ranges) == pricing  # of a wider set it takes its own tables


def test_the_handle_covers_every_table():
    one = load_set("Practice", "charges", CHARGED, "payments", PAID)
    dearer = changed(CHARGES, CHARGED, "charge", 101.0)
    assert load_set("Practice", "charges", dearer, "payments", PAID) != one
    assert load_set("Practice", "charges", CHARGED) != one


@pytest.mark.parametrize("name", sorted(name for name, table in TABLES.items() if not all(c.counts for c in table)))
def test_a_note_is_in_no_handle_and_reaches_no_figure(name):
    table = TABLES[name]
    noted = [column for column in table if not column.counts]
    row = [None if column.counts else "one thing" for column in table]
    other = [None if column.counts else "another" for column in table]
    assert load_table(name, [table.headers, row]) == load_table(name, [table.headers, other])
    if name in PRACTICE.tables:
        frame = tables_of(load_set("Practice", name, [table.headers, row]), "Practice")[name]
        assert not {column.name for column in noted} & set(frame.columns)


def test_a_notes_edit_changes_no_handle_and_a_terms_edit_does():
    noted, cheaper = (changed(CONTRACTS, AGREED, *edit) for edit in (("note", "call Ann"), ("percent", 0.9)))
    assert load_table("contracts", noted) == load_table("contracts", AGREED) != load_table("contracts", cheaper)


def test_what_is_named_counts_before_a_sets_own():
    both = load_set("Practice", "charges", CHARGED, "contracts", AGREED)
    mended = changed(CONTRACTS, AGREED, "percent", 0.9)
    assert load_set("Practice", both, "contracts", mended) == load_set(
        "Practice", "charges", CHARGED, "contracts", mended
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((), r"PRACTICE takes pairs: .*=PRACTICE\(\"charges\", tblCharges\[#All\], …\)"),
        ((CHARGED,), r"Before a range stands the name of its table, such as =PRACTICE\(.* Found instead: Claim"),
        (("charges",), "Charges needs a whole range with its headings"),
        (
            ("chargs", CHARGED),
            "“chargs” is no table of Practice. Near it: charge_master, charges",
        ),
        (("appeals", CHARGED), "“appeals” is no table of Practice"),
        (("charges", PAID), "not the table Charges: its headings lack Date of service"),
        (("charges", CHARGED, "Charges", CHARGED), r"Charges \(charges\) is given twice"),
        (("charges", "soon"), "“soon” is not the table Charges: give its range"),
        (("charges", load_table("payments", PAID)), "is not the table Charges"),
        (("charges", [["#REF!"]]), "“charges” shows #REF!"),
    ],
)
def test_what_does_not_fit_is_told(given, said):
    with pytest.raises(BadArgument, match=said):
        CATALOGUE["PRACTICE"].call(*given)


def test_two_versions_of_a_table_are_told():
    one, other = load_set("Pricing", "mpfs", VALUES), load_set("Pricing", "mpfs", [MPFS.headers])
    with pytest.raises(BadArgument, match=r"Medicare RVUs \(mpfs\) is given twice, in two versions"):
        load_set("Practice", one, other)
    assert load_set("Practice", one, other, "mpfs", VALUES) == load_set("Practice", one)


def test_a_set_without_the_table_and_unknown_handles_are_not_available():
    pricing = load_set("Pricing", "mpfs", VALUES)
    for given, said in (
        (("charges", pricing), "has no table Charges"),
        (("charges", "charges 1 rows #0f"), "loaded by an earlier session"),
        (("Practice 1 tables #0f",), "loaded by an earlier session"),
        (("charges 1 rows #0f", "payments", PAID), "loaded by an earlier session"),
    ):
        with pytest.raises(NoData, match=said):
            load_set("Practice", *given)
            CATALOGUE["AR_TOTAL"].call(load_set("Practice", *given), "2026-01-31")


def test_errors_of_cells_are_handed_on():
    for shown, error in (("#N/A", NoData), ("#NUM!", OutOfRange), ([["#VALUE!"], ["x"]], BadArgument)):
        with pytest.raises(error, match="shows #"):
            load_set("Practice", shown)


def test_a_figure_whose_table_is_missing_says_which():
    only = held({"charges": charges({"claim_id": "a", "dos": "2026-01-02", "charge": 100})})
    with pytest.raises(NoData, match=r"has no table Payments. Give it by its name: =PRACTICE\(…, \"payments\""):
        CATALOGUE["AR_TOTAL"].call(only, "2026-01-31")
    assert CATALOGUE["CHARGES_IN"].call(only, "2026-01-01", "2026-01-31") == 100


def test_every_function_answers_an_unknown_set_with_a_reason():
    for cell in CATALOGUE.values():
        if cell.reads:
            name = cell.arguments[0].name
            with pytest.raises(NoData, match=r"loaded by an earlier session of Python. Press Refresh"):
                cell.call(f"{name} 3 tables #0e")


def test_sets_nest():
    assert set(PRICING.tables) < set(PRACTICE.tables)
    assert [each for each in SETS.values() if set(each.includes) - set(SETS.values())] == []


def test_many_tables_of_many_cells_stay_and_only_superseded_ones_go():
    """Where 32 tables at a time were kept, the 33rd threw out the first."""
    of_others = {}
    for book in range(3):
        for name, table in PRACTICE.tables.items():
            with loading_at(f"[Book{book}.xlsm]Handles!{name}"):
                of_others[book, name] = load_table(name, [table.headers, [f"{book}" for _ in table]])
    versions = []
    for number in range(SUPERSEDED + 3):
        with loading_at("[Mine.xlsm]Handles!$B$2"):
            versions.append(load_table("charges", changed(CHARGES, CHARGED, "charge", 1000.0 + number)))
    assert all(map(is_held, of_others.values()))
    assert [is_held(handle) for handle in versions] == [False] * 2 + [True] * (SUPERSEDED + 1)
    assert is_lost(versions[0]) and not is_lost("Acme") and not is_lost(None)


def test_rows_that_cannot_be_read_are_said_by_the_handle_and_by_what_explains():
    """Of two charges of 100.00 one says no amount: it counts nowhere, and that is told."""
    two = as_cells(CHARGES, charges(*({"claim_id": each, "dos": "2026-01-02", "charge": 100} for each in "ab")))
    broken = changed(CHARGES, two, "charge", "ten")
    handle = load_table("charges", broken)
    assert handle.startswith("charges 1 rows, 1 left out #")
    assert (rows_left_out(handle), rows_left_out(load_table("charges", two))) == (1, 0)
    january = datetime(2026, 1, 1), datetime(2026, 1, 31)
    told = CATALOGUE["CHARGES_IN"].explain(load_set("Practice", "charges", handle), *january)
    assert [row[1] for row in told if row[0] == "Left out: rows of Charges that cannot be read"] == [1]
    assert told[0][1] == 100.0
    whole = CATALOGUE["CHARGES_IN"].explain(load_set("Practice", "charges", two), *january)
    assert not [row for row in whole if "cannot be read" in row[0]]
