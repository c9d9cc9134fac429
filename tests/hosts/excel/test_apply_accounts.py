"""The button that makes Costs anew once the accounts are filled in."""

import pytest
from paper_book import PaperBook
from practice_frames import frame

from medoffice_xl.hosts.excel import apply_accounts
from medoffice_xl.hosts.excel.live_tables import read_table
from medoffice_xl.tables import ACCOUNTS, COSTS, LEDGER, TABLES, empty_frame

pytestmark = pytest.mark.whole


def test_costs_follow_what_was_filled_in():
    book = PaperBook("Dashboard")
    account = {"account": "Rent", "kind": "expense", "category": "rent", "fixed_share": 0.75}
    posted = {"month": "2026-01-01", "account": "Rent", "amount": 100, "source": "profit and loss", "basis": "cash"}
    frames = {"accounts": frame(ACCOUNTS, account), "ledger": frame(LEDGER, posted)}
    for name, table in TABLES.items():
        book.put_table(table, frames.get(name, empty_frame(table)))
    apply_accounts.run(book, lambda what: None)
    costs = read_table(book, COSTS).frame
    assert costs[["category", "behaviour", "amount"]].values.tolist() == [
        ["rent", "fixed", 7_500], ["rent", "variable", 2_500],
    ]  # fmt: skip
    assert book.app.calculated == 1
    apply_accounts.run(book, lambda what: None)
    assert book.app.told == [
        "Costs was made anew from Ledger and Accounts.", "Costs says already what Ledger and Accounts say.",
    ]  # fmt: skip
