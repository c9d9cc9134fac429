"""Apply accounts: *Costs* made anew from *Ledger* and *Accounts* of the live workbook."""

import xlwings

from medoffice_xl.hosts.excel import refresh
from medoffice_xl.hosts.excel.complaints import inform
from medoffice_xl.hosts.excel.live_tables import read_table
from medoffice_xl.hosts.excel.progress import Progress
from medoffice_xl.intake.general_ledger import renewed_costs
from medoffice_xl.render.live_table import carry_out, plan
from medoffice_xl.tables import ACCOUNTS, COSTS, LEDGER


def run(book: xlwings.Book, say: Progress) -> None:
    """Write what follows from the accounts as they are filled in now, and recalculate."""
    say("reading the tables")
    live = {table.name: read_table(book, table) for table in (ACCOUNTS, LEDGER, COSTS)}
    renewed = renewed_costs({name: table.frame for name, table in live.items()})
    if not renewed:
        inform(book, "Costs says already what Ledger and Accounts say.")
        return
    say("writing the table")
    found = live[COSTS.name]
    carry_out([plan(found.place, COSTS, found.cells, found.frame, found.lines, renewed[COSTS.name])])
    refresh.run(book, say)
    inform(book, "Costs was made anew from Ledger and Accounts.")
