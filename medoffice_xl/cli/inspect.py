"""`medoffice inspect`: what a remittance file holds, whether it balances, and what is wrong with it."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.box import SIMPLE
from rich.table import Table
from rich.text import Text

from medoffice_xl.cli.app import DONE, PROBLEMS, app, console
from medoffice_xl.money import show
from medoffice_xl.problems import Problem, Severity

_ACT_ON = (Severity.MONEY, Severity.DATA)
_HEADINGS = {
    Severity.MONEY: ("What costs money", "bold red"),
    Severity.DATA: ("What is wrong in the data", "bold yellow"),
    Severity.NOTE: ("Good to know", "bold"),
    Severity.FORMAT: ("Nit-picks of the file standard", "dim"),
}


@app.command()
def inspect(
    file: Annotated[Path, typer.Argument(help="A remittance file (835, ERA).", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="Print everything as JSON, for a program to read.")] = False,
) -> None:
    """Show what a remittance file holds and whether it balances, to the cent."""
    from medoffice_xl.readers.era import interpret  # noqa: PLC0415 - slow to import, and no other command needs it
    from medoffice_xl.readers.era.listing import transactions  # noqa: PLC0415

    found = interpret(file)
    listed, problems = transactions(found), found.problems()
    if as_json:
        typer.echo(_json(file, listed, problems))
    else:
        for number, transaction in enumerate(listed, start=1):
            console.print(_transaction(transaction, number, len(listed)))
        _print_problems(problems)
    raise typer.Exit(PROBLEMS if any(each.severity in _ACT_ON for each in problems) else DONE)


def _json(file: Path, listed: list[dict[str, Any]], problems: Sequence[Problem]) -> str:
    whole = {"file": str(file), "transactions": listed, "problems": [each.as_dict() for each in problems]}
    return json.dumps(whole, indent=2, ensure_ascii=False)


def _transaction(listed: dict[str, Any], number: int, count: int) -> Table:
    table = Table(title=f"Remittance {number} of {count}", box=SIMPLE, show_header=False, title_justify="left")
    table.add_column(style="dim")
    table.add_column()
    lines = sum(len(claim["lines"]) for claim in listed["claims"])
    for label, value in (
        ("Payer", " · ".join(part for part in (listed["payer"], listed["payer_id"]) if part)),
        ("Payee", " · ".join(part for part in (listed["payee"], listed["payee_npi"]) if part)),
        ("Check or EFT", listed["trace"]),
        ("Date", listed["date"] or "none"),
        ("Method", " · ".join(part for part in (listed["method"], f"handling {listed['handling']}") if part)),
        ("Amount", _money(listed["amount"])),
        ("Claims", f"{len(listed['claims'])}, paid {_money(listed['claims_paid'])}"),
        ("Service lines", str(lines)),
    ):
        table.add_row(label, Text(value))
    for adjustment in listed["provider_adjustments"]:
        reason = ":".join(part for part in (adjustment["reason"], adjustment["reference"]) if part)
        table.add_row("Provider adjustment", Text(f"{reason} {_money(adjustment['amount'])}"))
    balance = listed["balance"]
    table.add_row("Check balances", _verdict(balance["transaction"]))
    table.add_row("Claims balance", _verdict(balance["claims"]))
    table.add_row("Lines balance", _verdict(balance["lines"]))
    return table


def _verdict(balance: dict[str, Any]) -> Text:
    if balance["balanced"]:
        return Text("yes", style="green")
    of = f"{balance['count']} of them, " if "count" in balance else ""
    return Text(f"no: {of}off by {_money(balance['off_by'])}", style="bold red")


def _money(dollars: float | None) -> str:
    return "unreadable" if dollars is None else show(round(dollars * 100))


def _print_problems(problems: Sequence[Problem]) -> None:
    for severity, (heading, style) in _HEADINGS.items():
        of_kind = [each for each in problems if each.severity is severity]
        if not of_kind:
            continue
        table = Table(title=f"{heading} ({len(of_kind)})", title_style=style, title_justify="left", box=SIMPLE)
        table.add_column("Segment", justify="right")
        table.add_column("Element")
        table.add_column("What was found", ratio=3)
        table.add_column("What to do", ratio=2)
        for each in of_kind:
            what = Text(f"{each.problem} ({each.value})" if each.value else each.problem)
            table.add_row("" if each.line is None else str(each.line), Text(each.column), what, Text(each.advice))
        console.print(table)
    if not problems:
        console.print("Nothing to report.")
