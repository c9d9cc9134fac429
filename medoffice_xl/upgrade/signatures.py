"""Calls of our functions as a former version wrote them, in their present words.

The first version took tables one by one, `=AR_DAYS(Charges,Payments,AsOf,90)`; now a function takes one set that holds
them, `=AR_DAYS(Practice,AsOf,90)`. Arguments are known by their names.
"""

from collections.abc import Mapping, Sequence

from medoffice_xl.cells import CATALOGUE, CellFunction
from medoffice_xl.cells.arguments import Takes
from medoffice_xl.cells.formula import parse, rewrite
from medoffice_xl.errors import BadArgument
from medoffice_xl.tables import TABLES
from medoffice_xl.upgrade.references import Unfollowed

RENAMED = {
    "as_of": ("AsOf",),
    "window": ("WindowDays", "YearDays"),
    "settle": ("SettleDays",),
    "credits": ("Credits",),
    "locality": ("Locality",),
    "year": ("RvuYear",),
    "rvu_year": ("RvuYear",),
    "weights": ("ScoreWeights",),
}
"""Present names of arguments that were called otherwise."""

BESIDE_PAYER = ("plan", "npi")
"""Arguments that are now columns beside the payer, in their order."""

COST_TERMS = {"basis": "CostBasis", "rework": "ReworkCost", "capital": "CostOfCapital", "rvu_year": "RvuYear"}
"""Arguments that are now one, CostTerms, each with the name of its setting."""

Signatures = Mapping[str, Sequence[str]]


def present_words(former: Signatures, formula: str) -> str:
    """The formula, without =, with every call as it is written now; raises Unfollowed where that cannot be said."""
    if not any(f"{name}(" in formula.upper() for name in former):
        return formula
    try:
        pieces = parse(formula)
    except BadArgument as error:
        raise Unfollowed(f"the formula {formula} cannot be read") from error
    return rewrite(pieces, call=lambda name, given: _call(former, name, given))


def _call(former: Signatures, written: str, given: list[str]) -> str:
    name = written.upper()
    if name == "EXPLAIN" and name in former and given:
        return _explained(former, given)
    arguments = _arguments(former, name, given)
    return f"{written}({','.join(given if arguments is None else arguments)})"


def _explained(former: Signatures, given: list[str]) -> str:
    explained = given[0].strip().strip('"').upper()
    arguments = _arguments(former, explained, given[1:])
    return f"EXPLAIN({','.join([given[0], *(given[1:] if arguments is None else arguments)])})"


def _arguments(former: Signatures, name: str, given: list[str]) -> list[str] | None:
    """The present arguments of a call; None where they are as they were."""
    cell = CATALOGUE.get(name)
    if name not in former or cell is None or list(former[name]) == [argument.name for argument in cell.arguments]:
        return None
    texts = {argument: text.strip() for argument, text in zip(former[name], given, strict=False)}
    if name == "LOAD_TABLE":
        return _loaded(texts)
    found = [_argument(cell, argument.name, argument.takes is Takes.SET, texts) for argument in cell.arguments]
    while found and not found[-1]:
        found.pop()
    if texts:
        raise Unfollowed(f"{name} no longer takes {', '.join(texts)}")
    return found


def _argument(cell: CellFunction, argument: str, is_set: bool, texts: dict[str, str]) -> str:
    """What stands for one present argument; the former ones it is made of are taken out of `texts`."""
    if is_set:
        return _set(argument, {name: texts.pop(name) for name in [*texts] if name in TABLES})
    if argument == "CostTerms":
        return _cost_terms(cell, {name: texts.pop(name) for name in COST_TERMS if name in texts})
    if argument == "payer" and any(texts.get(name) for name in BESIDE_PAYER):
        payer, plan, npi = (texts.pop(name, "") or '""' for name in ("payer", *BESIDE_PAYER))
        # Three columns side by side in every host, whether it knows HSTACK or not.
        return f"IF({{1,0,0}},{payer},IF({{0,1,0}},{plan},{npi}))"
    for name in [*texts]:
        if name == argument or argument in RENAMED.get(name, ()):
            return texts.pop(name)
    return ""


def _set(name: str, tables: Mapping[str, str]) -> str:
    """The set that holds the tables: the workbook's own, or one put together of what the user gave."""
    if all(not text or text.casefold() == _own_name(table) for table, text in tables.items()):
        return name
    pairs = ",".join(f'"{table}",{text}' for table, text in tables.items() if text)
    return f"{name.upper()}({pairs})"


def _own_name(table: str) -> str:
    """The workbook's name of a table, in lower case: FeeSchedules of fee_schedules."""
    return table.replace("_", "")


def _cost_terms(cell: CellFunction, texts: Mapping[str, str]) -> str:
    if not any(texts.values()):
        return ""
    if all(text.casefold() == COST_TERMS[name].casefold() for name, text in texts.items()):
        return "CostTerms"
    raise Unfollowed(f"{cell.name} takes how costs are shared out as one argument, CostTerms; set it on Settings")


def _loaded(texts: Mapping[str, str]) -> list[str]:
    """LOAD_TABLE knew its table by the headings; now it is told."""
    given = texts.get("table", "")
    excel_name = given.partition("[")[0].casefold()
    for table in TABLES.values():
        if table.excel_name.casefold() == excel_name:
            return [f'"{table.name}"', given]
    raise Unfollowed(f"LOAD_TABLE({given}) must now be told which table it is")
