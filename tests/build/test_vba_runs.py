"""Our VBA compiled and run by LibreOffice, with a stand-in where Python would answer."""

from dataclasses import replace

import pytest

from medoffice_xl.build.project import own_modules, wrapper_modules
from medoffice_xl.errors import MedOfficeError

pytestmark = pytest.mark.libreoffice

SENTINEL = "Public Function Sum() As Double\n    Sum = 2 + 3.5\nEnd Function\n"


@pytest.fixture(scope="module")
def vba(tmp_path_factory):
    import vba_host

    try:
        office = vba_host.Office([vba_host.MACROS_RUN])
    except MedOfficeError as missing:
        pytest.skip(str(missing))
    with office:
        yield vba_host.VbaHost(office, tmp_path_factory.mktemp("vba"))


def returning(*expressions: str) -> tuple[str, list[str]]:
    """A function of VBA for each expression, and their names."""
    names = [f"Check{number}" for number in range(len(expressions))]
    code = "".join(
        f"Public Function {name}() As String\n    {name} = {expression}\nEnd Function\n"
        for name, expression in zip(names, expressions, strict=True)
    )
    return code, names


def test_every_module_compiles(vba):
    """One error anywhere in the project, and LibreOffice runs nothing of it."""
    assert vba.results(SENTINEL, "Sum") == [5.5]


@pytest.mark.parametrize("name", [module.name for module in own_modules() + wrapper_modules()])
def test_an_error_in_any_module_would_be_seen(vba, name):
    def broken(module):
        bad = "\nPublic Sub Bad()\n    x = = 3\nEnd Sub\n"
        return replace(module, source=module.source + bad) if module.name == name else module

    assert vba.results(SENTINEL, "Sum", change=broken) != [5.5]


def test_a_wrapper_passes_every_argument_in_its_place(vba):
    code, names = returning(
        'AR_DAYS("p", 45000)',
        'AR_DAYS("p", 45000, , "net")',
        'AR_DAYS(ThisWorkbook.Worksheets(1).Range("D1:D3"), ThisWorkbook.Worksheets(1).Range("D2"), 1)',
    )
    assert vba.results(code, *names) == [
        "udfs.receivables AR_DAYS p 45000 nothing nothing nothing nothing",
        "udfs.receivables AR_DAYS p 45000 nothing net nothing nothing",
        "udfs.receivables AR_DAYS rows:3 1.25 1 nothing nothing nothing",
    ]


def test_a_wrapper_passes_as_many_arguments_as_there_are(vba):
    """A function that loads tables hears the calling cell first; here none calls."""
    cells = "ThisWorkbook.Worksheets(1)"
    code, names = returning(
        f'PRACTICE("charges", {cells}.Range("D1:D3"), "payments", {cells}.Range("D2"))',
        "PRACTICE()",
        f'LOAD_SET("Pricing", {cells}.Range("D1:D3"), "h")',
        f'LOAD_TABLE("charges", {cells}.Range("D1:D3"))',
        'EXPLAIN("AR_DAYS", "p", 45000)',
    )
    assert vba.results(code, *names) == [
        "udfs.tables PRACTICE  charges rows:3 payments 1.25",
        "udfs.tables PRACTICE ",
        "udfs.tables LOAD_SET  Pricing rows:3 h",
        "udfs.tables LOAD_TABLE  charges rows:3",
        "udfs.explain EXPLAIN AR_DAYS p 45000",
    ]


def test_errors_come_back_as_excels_errors_never_as_text(vba):
    """2042 is #N/A, 2036 #NUM!, 2015 #VALUE!; whatever else goes wrong in Python is #VALUE! too."""
    code, names = returning(
        'CLng(AR_TOTAL("p", 1))',
        'CLng(AR_OVER("p", 1))',
        'CLng(COLLECTED("p", 1, 2))',
        'CLng(DENIAL_RATE("r", 1))',
        'IsError(AR_TOTAL("p", 1)) & IsError(CHARGES_IN("c", 1, 2))',
        'CHARGES_IN("c", 1, 2)',
    )
    assert vba.results(code, *names) == ["2042", "2036", "2015", "2015", "TrueFalse", "1234.5"]


def test_why_is_empty_without_an_error_and_general_without_a_reason(vba):
    code, names = returning("WHY(5)", "WHY(CVErr(2042))", 'WHY(ThisWorkbook.Worksheets(1).Range("D1"))')
    assert vba.results(code, *names) == ["", "In general.", ""]


def test_why_tells_the_reason_of_the_formula_in_that_cell(vba):
    """B2 shows #N/A; another cell's reason is not its own, and a later answer takes the reason away."""
    import vba_host

    said = """Public Function Called(place As String, formula As String) As Variant
    CallingFrom = ThisWorkbook.Worksheets(1).Range(place).Address(External:=True)
    If formula = "AR_TOTAL" Then
        Called = AR_TOTAL("p", 1)
    Else
        Called = CHARGES_IN("c", 1, 2)
    End If
End Function
Public Function Why1() As String
    Called "B2", "AR_TOTAL"
    Why1 = WHY(ThisWorkbook.Worksheets(1).Range("B2"))
End Function
Public Function Why2() As String
    Called "B2", "CHARGES_IN"
    Why2 = WHY(ThisWorkbook.Worksheets(1).Range("B2"))
End Function
Public Function Why3() As String
    Called "C7", "AR_TOTAL"
    Why3 = WHY(ThisWorkbook.Worksheets(1).Range("B2"))
End Function
"""
    found = vba.results(said, "Why1", "Why2", "Why3", change=vba_host.with_a_caller)
    assert found == ["Nothing was charged | yet.", "In general.", "In general."]


def test_a_server_that_has_ended_is_found_again(vba):
    code, names = returning('CHARGES_IN("c", 1, 2) & " " & Starts')
    gone = "Public Function Gone() As Long\n    GoneOnce = True\nEnd Function\n"
    assert vba.results(gone + code, *names, "Gone", *names) == ["1234.5 1", 0, "1234.5 2"]


def test_a_server_that_cannot_start_is_tried_once_until_asked_again(vba):
    """A failed start may take two minutes, and a sheet has many formulas."""
    code, names = returning(
        'CLng(CHARGES_IN("c", 1, 2)) & " " & CLng(CHARGES_IN("c", 1, 2)) & " " & Starts',
        "PythonIsReady() & WhyPythonIsNotReady()",
        'CHARGES_IN("c", 1, 2) & " " & Starts',
    )
    setting = (
        'Public Function Break() As Long\n    Broken = "no DLL"\nEnd Function\n'
        'Public Function Mend() As Long\n    Broken = ""\n    TryPythonAgain\nEnd Function\n'
    )
    _, first, why, _, after = vba.results(setting + code, "Break", names[0], names[1], "Mend", names[2])
    assert first == "2015 2015 1"
    assert why.startswith("FalsePython could not be started")
    assert why.endswith("Excel says: no DLL")
    assert after == "1234.5 2"


def test_a_button_runs_its_action_in_python(vba):
    code, names = returning('ThisWorkbook.Worksheets(1).Range("A1").Value')
    press = 'Public Function Press() As Long\n    RunAction "denials"\nEnd Function\n'
    assert vba.results(press + code, "Press", *names) == [
        0,
        "import medoffice_xl.hosts.excel; medoffice_xl.hosts.excel.run('denials')",
    ]


def test_only_a_single_call_of_ours_is_an_answer_to_keep(vba):
    formulas = {
        "=AR_DAYS(Practice,AsOf)": True,
        "=ar_days((1),2)": True,
        '=AR_DAYS(a,")")': True,
        '=AR_DAYS(a,"one"")")': True,
        "=AR_DAYS(a)/2": False,
        "=1+AR_DAYS(a)": False,
        "=SUM(1)": False,
        "=AR_DAYS(a": False,
        "=5": False,
        "5": False,
    }
    quoted = ['IsOneCall("' + formula.replace('"', '""') + '")' for formula in formulas]
    code, names = returning(*quoted)
    assert vba.results(code, *names) == [str(expected) for expected in formulas.values()]


def test_a_mac_formula_shows_the_answer_kept_for_its_cell(vba):
    """The last one that Refresh handed over; where there is none, #N/A says how to get one."""
    import vba_host

    code = """Public Function Kept() As String
    CallingFrom = ThisWorkbook.Worksheets(1).Range("C3").Address(External:=True)
    KeepAnswer "Handles", "C3", 1
    KeepAnswer "Handles", "C3", 42.5
    Kept = KeptAnswer()
End Function
Public Function Unknown() As String
    CallingFrom = ThisWorkbook.Worksheets(1).Range("C4").Address(External:=True)
    Unknown = CLng(KeptAnswer()) & ReasonOf(ThisWorkbook.Worksheets(1).Range("C4"))
End Function
"""
    kept, unknown = vba.results(code, "Kept", "Unknown", change=vba_host.with_a_caller)
    assert kept == "42.5"
    assert unknown.startswith("2042On a Mac this figure is computed by the Refresh button")
