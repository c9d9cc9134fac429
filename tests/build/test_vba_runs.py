"""Our VBA compiled and run by LibreOffice, with a stand-in where Python would answer."""

from dataclasses import replace

import pytest

from medoffice_xl.build.project import own_modules, wrapper_modules
from medoffice_xl.errors import MedOfficeError
from medoffice_xl.pages.placed import PAGE_MARK
from medoffice_xl.windows.refusals import WAITING
from medoffice_xl.windows.server_class import AT_WORK

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
        "udfs.tables LOAD_TABLE  charges rows:3 nothing",
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


def start(*statements: str, then: str = 'CHARGES_IN("c", 1, 2)') -> str:
    """A function that sets how Windows answers, then asks one formula and says why where there is no answer."""
    return (
        "Public Function Started() As String\n"
        + "".join(f"    {statement}\n" for statement in statements)
        + f"    If PythonIsReady() Then Started = {then} Else Started = WhyPythonIsNotReady()\n"
        + '    Started = Asked & " " & Started\nEnd Function\n'
    )


@pytest.mark.parametrize(
    ("statements", "begins", "ends"),
    [
        (['Registered = "yes"'], "1 1234.5", "1234.5"),
        ([], "0 Python could not be started, so nothing was computed. Python is not set up for Excel", "without."),
        (
            ['Registered = "yes"', 'Gone = "C:\\Python\\python312.dll"'],
            "0 Python could not be started, so nothing was computed. A part of Python that Excel needs is gone",
            "Missing: C:\\Python\\python312.dll",
        ),
        (
            ['Registered = "yes"', "Refused = 70"],
            "1 Python could not be started, so nothing was computed. Windows does not let Python start: a rule",
            "named here: C:\\Python\\pythonw.exe",
        ),
        (
            ['Registered = "yes"', "Refused = 429"],
            "1 Python could not be started, so nothing was computed. Pyt",
            "out.",
        ),
        (['Registered = "yes"', "Refused = 5"], "1 Python could not be started", "Windows says: no"),
    ],
    ids=["started", "not registered", "a file is gone", "a rule forbids it", "no such class", "anything else"],
)
def test_windows_starts_python_or_the_workbook_says_at_once_why_not(vba, statements, begins, ends):
    """Nothing is asked of Windows where it is seen beforehand that it would look in vain."""
    import vba_host

    code = vba_host.WINDOWS + start(*statements)
    (found,) = vba.results(code, "Started", change=vba_host.with_windows, way="Windows")
    assert found.startswith(begins)
    assert found.endswith(ends)


def ago(minutes: float) -> str:
    return f"Starting = Trim$(Str$(CDbl(Now) - {minutes} / 1440))"


@pytest.mark.parametrize(
    ("statements", "first", "again"),
    [
        ([ago(4)], "0 Python could not be started, so nothing was computed. When Python was last started", "1 1234.5"),
        ([ago(3.1)], "0 Python could not", "1 1234.5"),
        ([ago(2.9)], "1 1234.5", "1 1234.5"),
        ([ago(0)], "1 1234.5", "1 1234.5"),
        (['Starting = ""'], "1 1234.5", "1 1234.5"),
        (
            ["Refused = -2146959355"],
            "1 Python could not be started, so nothing was computed. Windows started",
            "1 Python could not be started, so nothing was computed. When Python was last started",
        ),
        (["Refused = 70"], "1 Python could not be started", "2 Python could not be started"),
    ],
    ids=["Excel was ended", "just outside", "just inside", "another Excel", "never", "Windows gave up", "forbidden"],
)
def test_a_python_that_does_not_answer_is_waited_for_once_and_then_told_at_once(vba, statements, first, again):
    """Windows waits two minutes; a workbook that waited in vain says so the next time without asking."""
    import vba_host

    code = vba_host.WINDOWS + start('Registered = "yes"', *statements)
    code += start("TryPythonAgain").replace("Started", "Again")
    found = vba.results(code, "Started", "Again", change=vba_host.with_windows, way="Windows")
    assert found[0].startswith(first)
    assert found[1].startswith(again)


@pytest.mark.parametrize("way", ["Windows", "xlwings"])
def test_nothing_is_noted_once_python_has_answered(vba, way):
    import vba_host

    code = vba_host.WINDOWS + start('Registered = "yes"', then='"noted:" & Starting')
    (found,) = vba.results(code, "Started", change=vba_host.with_windows, way=way)
    assert found.endswith(" noted:")


@pytest.mark.parametrize("way", ["Windows", "xlwings"])
def test_the_status_bar_says_what_is_waited_for_while_nothing_else_can(vba, way):
    """Before Excel waits; then what stood there comes back. Excel cuts what is longer than 255 characters."""
    import vba_host

    code = vba_host.WINDOWS + start('Registered = "yes"', 'Status = "importing"', then="Statuses")
    (found,) = vba.results(code, "Started", change=vba_host.with_windows, way=way)
    assert found.partition("|")[2] == f"{WAITING}|importing"
    assert len(WAITING) < 255


HELD_UP = "Python could not be started, so nothing was computed. When Python was last started"
NOT_FOUND = "Python could not be started, so nothing was computed. Close Excel and run"


@pytest.mark.parametrize(
    ("statements", "first", "again"),
    [
        ([ago(4)], HELD_UP, "1234.5 1"),
        ([ago(2.9)], "1234.5 1", "1234.5 1"),
        (['Broken = "no DLL"', "Takes = 31 / 86400"], NOT_FOUND, HELD_UP),
        (['Broken = "no DLL"', "Takes = 29 / 86400"], NOT_FOUND, NOT_FOUND),
        (["Takes = 31 / 86400"], "1234.5 1", "1234.5 1"),
    ],
    ids=["Excel was ended", "another Excel", "held up", "refused at once", "slow"],
)
def test_the_library_of_xlwings_is_waited_for_once_too(vba, statements, first, again):
    """Whether it was held up is known by how long it took: half a minute, tried a second to either side."""
    import vba_host

    code = vba_host.WINDOWS + start('Registered = "yes"', *statements, then='CHARGES_IN("c", 1, 2) & " " & Starts')
    code += start("TryPythonAgain", then='CHARGES_IN("c", 1, 2) & " " & Starts').replace("Started", "Again")
    found = vba.results(code, "Started", "Again", change=vba_host.with_windows, way="xlwings")
    assert found[0].startswith(f"0 {first}")
    assert found[1].startswith(f"0 {again}")


def test_a_button_runs_its_action_in_python(vba):
    press = """Public Function Press() As String
    RunAction "denials"
    Press = Executed
End Function
"""
    assert vba.results(press, "Press") == ["import medoffice_xl.hosts.excel; medoffice_xl.hosts.excel.run('denials')"]


def test_where_others_may_have_it_open_too_it_is_asked_once_before_a_button_writes(vba):
    """In OneDrive with AutoSave nobody's copy is read-only. No answer but yes lets the button run."""
    import vba_host

    press = """Public Function Press(saves As Boolean, answered As Long, action As String) As String
    SavesAlone = saves
    Answer = answered
    Executed = ""
    RunAction action
    Press = Questions & IIf(Executed = "", " not done", " done")
End Function
Public Function Elsewhere() As String
    Elsewhere = Press(False, vbNo, "denials")
End Function
Public Function Reading() As String
    Reading = Press(True, vbNo, "explain")
End Function
Public Function Refused() As String
    Refused = Press(True, vbNo, "denials")
End Function
Public Function Alone() As String
    Alone = Press(True, vbYes, "denials")
End Function
Public Function OnceMore() As String
    OnceMore = Press(True, vbNo, "denials")
End Function
"""
    names = ("Elsewhere", "Reading", "Refused", "Alone", "OnceMore")
    found = vba.results(vba_host.CLOUD + press, *names, change=vba_host.in_the_cloud)
    assert found == ["0 done", "0 done", "1 not done", "2 done", "2 done"]


def test_a_button_pressed_while_another_is_at_work_says_just_that(vba):
    code, names = returning(f'WhyNotDone({AT_WORK}, "Wait.")', 'WhyNotDone(1004, "no")')
    wait, broken = vba.results(code, *names)
    assert wait == "Wait."
    assert broken.startswith("The button could not do its work")
    assert broken.endswith("Excel says: no")


def test_a_mac_formula_shows_the_answer_kept_for_its_question(vba):
    """The last one that Refresh handed over, for the same arguments and no others; #N/A says how to get one."""
    code = """Public Function Asked1(window As Long) As String
    Asked1 = CStr(KeptAnswer("udfs.receivables", "AR_DAYS", Array("Practice #1", 45000, window, Empty, True)))
End Function
Public Function Waiting() As String
    Dim none As String
    none = Asked1Error(90)
    none = Asked1Error(90)
    Waiting = WaitingQuestions()
End Function
Public Function Asked1Error(window As Long) As String
    Asked1Error = CLng(KeptAnswer("udfs.receivables", "AR_DAYS", Array("Practice #1", 45000, window, Empty, True)))
End Function
Public Function Kept() As String
    KeepAnswer "AR_DAYS" & vbTab & "tPractice #1" & vbTab & "n45000" & vbTab & "n90" & vbTab & "e" & vbTab & "b1", 1
    KeepAnswer "AR_DAYS" & vbTab & "tPractice #1" & vbTab & "n45000" & vbTab & "n90" & vbTab & "e" & vbTab & "b1", 42.5
    Kept = Asked1(90)
End Function
Public Function Another() As String
    Another = Asked1Error(30) & ReasonOf(CVErr(xlErrNA))
End Function
Public Function Forgotten() As String
    ForgetAnswers
    Forgotten = WaitingQuestions() & Asked1Error(90)
End Function
"""
    waiting, kept, another, forgotten = vba.results(code, "Waiting", "Kept", "Another", "Forgotten")
    assert waiting == "AR_DAYS\ttPractice #1\tn45000\tn90\te\tb1"
    assert kept == "42.5"
    assert another.startswith("2042")
    assert forgotten == "2042"


def test_cells_of_a_question_are_its_own_words(vba):
    """Few cells go by value, many by where they stand, for Python to read; text may hold tabs and line ends."""
    code = """Public Function Asking(value As Variant) As String
    Dim none As Variant
    none = KeptAnswer("m", "F", Array(value))
    Asking = WaitingQuestions()
End Function
Public Function Few() As String
    Dim held As Variant
    held = PassedCells(ThisWorkbook.Worksheets(1).Range("D1:D3"))
    Few = Asking(held)
End Function
Public Function Words() As String
    Words = Asking("a" & vbTab & "b%" & vbLf)
End Function
Public Function Many() As String
    Many = Asking(PassedCells(ThisWorkbook.Worksheets(1).Range("A1:B99")))
End Function
"""
    few, words, many = vba.results(code, "Few", "Words", "Many")
    assert few == "F\ta3 1\tn.25\tn1.25\tn2.25"
    assert words == "F\tta%09b%25%0A"
    assert many.startswith("F\tr")
    assert many.endswith("$A$1:$B$99")


def test_a_button_stays_with_the_server_that_the_formulas_use(vba):
    code, names = returning(
        'CHARGES_IN("c", 1, 2) & " " & Starts',
        'Pressed() & Executed & " " & Starts',
    )
    press = """Public Function Pressed() As String
    RunInServer "import this"
End Function
"""
    assert vba.results(press + code, *names) == ["1234.5 1", "import this 1"]


def test_alerts_are_as_they_were_after_a_button(vba):
    code = """Public Function Before() As String
    Application.DisplayAlerts = True
    RunAction "denials"
    Before = Application.DisplayAlerts
End Function
"""
    assert vba.results(code, "Before") == ["True"]


def test_reading_buttons_may_be_pressed_in_a_read_only_copy(vba):
    code, names = returning('ActionWrites("import_files") & ActionWrites("explain") & ActionWrites("refresh")')
    assert vba.results(code, *names) == ["TrueFalseFalse"]


def test_rows_that_no_list_needs_are_hidden_and_come_back(vba):
    """On a page that says so: 0 hides, 1 shows, what says neither stays; on any other sheet nothing happens."""
    import vba_host

    code = f"""Public Function Fitted(mark As String, third As Variant) As String
    Dim row As Long
    With ThisWorkbook.Worksheets(1)
        .Cells(1, 1).Value = mark
        .Cells(2, 1).Value = 1
        .Cells(3, 1).Value = third
        .Cells(5, 1).Value = 0
        FitRows ThisWorkbook.Worksheets(1)
        For row = 1 To 6
            Fitted = Fitted & IIf(.Rows(row).Hidden, "-", row)
        Next row
    End With
End Function
Public Function Elsewhere() As String
    Elsewhere = Fitted("Figures of mine", 0)
End Function
Public Function Short() As String
    Short = Fitted("{PAGE_MARK}", 0)
End Function
Public Function Longer() As String
    Longer = Fitted("{PAGE_MARK}", 1)
End Function
"""
    assert vba.results(code, "Elsewhere", "Short", "Longer", change=vba_host.with_boxes) == [
        "123456", "12-4-6", "1234-6",
    ]  # fmt: skip


def test_a_hidden_sheet_is_shown_when_somebody_goes_there(vba):
    """From the menu or by a link, whose place may be quoted; a link to what shows does nothing."""
    import vba_host

    code = """Public Function Hide(name As String) As String
    ThisWorkbook.Worksheets(2).Name = name
    ThisWorkbook.Worksheets(2).Visible = xlSheetHidden
    ThisWorkbook.Worksheets(1).Activate
End Function
Public Function Shown() As String
    Shown = (ThisWorkbook.Worksheets(2).Visible = xlSheetVisible) & " " & ThisWorkbook.ActiveSheet.Name
End Function
Public Function ByMenu() As String
    Hide "Payer list"
    GoToSheet "Payer list"
    ByMenu = Shown()
End Function
Public Function ByLink() As String
    Hide "Owner's list"
    FollowToHidden "'Owner''s list'!A1"
    ByLink = Shown()
End Function
Public Function ByPlainLink() As String
    Hide "Payers"
    FollowToHidden "Payers!A1"
    ByPlainLink = Shown()
End Function
Public Function Visible() As String
    ThisWorkbook.Worksheets(1).Activate
    FollowToHidden "Payers!A1"
    FollowToHidden "A name"
    Visible = Shown()
End Function
Public Function Gone() As String
    ThisWorkbook.Worksheets(1).Activate
    GoToSheet "No such sheet"
    Gone = Said & Shown()
End Function
"""
    found = vba.results(
        vba_host.BOXES + code, "ByMenu", "ByLink", "ByPlainLink", "Visible", "Gone", change=vba_host.with_boxes
    )
    assert found == [
        "True Payer list",
        "True Owner's list",
        "True Payers",
        "True Handles",
        "The sheet No such sheet is not in this workbook: it was deleted or renamed.True Handles",
    ]


def test_a_ready_formula_goes_into_the_selected_cell_and_over_nothing_without_a_question(vba):
    import vba_host

    code = """Public Function Inserted(where As String, reply As Long) As String
    Answer = reply
    Said = ""
    ThisWorkbook.Worksheets(1).Activate
    ThisWorkbook.Worksheets(1).Range(where).Select
    InsertFigure "=1+2"
    Inserted = ThisWorkbook.Worksheets(1).Range(where).Formula & " " & Said
End Function
Public Function Free() As String
    Free = Inserted("F9", vbNo)
End Function
Public Function Kept() As String
    Kept = Inserted("D2", vbNo)
End Function
Public Function Replaced() As String
    Replaced = Inserted("D2", vbYes)
End Function
"""
    free, kept, replaced = vba.results(vba_host.BOXES + code, "Free", "Kept", "Replaced", change=vba_host.with_boxes)
    assert free == "=1+2 "
    assert kept == "1.25 The cell holds something. Put the figure in its place?"
    assert replaced == "=1+2 The cell holds something. Put the figure in its place?"


def test_when_the_figures_were_refreshed_and_from_what_is_noted(vba):
    """What is loaded now becomes what was loaded at the last refresh, which was at this moment."""
    import vba_host

    code = """Public Function Noted() As String
    Dim before As Double
    before = CDbl(Now)
    NoteRefreshed
    With ThisWorkbook.Worksheets(1)
        Noted = .Range("F1").Value & " " & .Range("F3").Value & " " & _
            (.Range("H1").Value2 >= before And .Range("H1").Value2 <= CDbl(Now))
    End With
End Function
"""
    assert vba.results(code, "Noted", change=vba_host.with_boxes) == ["0.25 2.25 True"]


FOOT = """Public Function Foot(leftOne As String, middle As String, practice As String) As String
    Dim sheet As Object
    Set sheet = ThisWorkbook.Worksheets(1)
    sheet.Range("J1").Value = practice
    sheet.Range("J2").Value = 46203
    sheet.PageSetup.LeftFooter = leftOne
    sheet.PageSetup.CenterFooter = middle
    sheet.PageSetup.RightFooter = "&8 Page &P of &N"
    SayAtTheFoot ThisWorkbook.Worksheets
    Foot = sheet.PageSetup.LeftFooter & "|" & sheet.PageSetup.CenterFooter
End Function
Public Function Ours() As String
    Ours = Foot("&8 &F", "&8 &A", "Oak & Elm")
End Function
Public Function SaidBefore() As String
    SaidBefore = Foot("&8 &F", "&8 &A, as of 05/31/2026", "Oak & Elm")
End Function
Public Function Own() As String
    Own = Foot("&8 &F", "Draft", "Oak & Elm")
End Function
Public Function OwnAtTheLeft() As String
    OwnAtTheLeft = Foot("Confidential", "&8 &A", "Oak & Elm")
End Function
Public Function Nameless() As String
    Nameless = Foot("&8 &F", "&8 &A", " ")
End Function
Public Function Longest() As String
    Longest = Foot("&8 &F", "&8 &A", String(90, "x") & "y")
End Function
"""


def test_what_is_printed_says_whose_it_is_and_of_which_day(vba):
    """46203 is June 30, 2026: 46023 is January 1, and 180 days. A foot that somebody typed stays.

    So does the file's name where the practice has none; of a longer name 90 letters are said.
    """
    now = "&8 Oak && Elm|&8 &A, as of 06/30/2026"
    assert vba.results(FOOT, "Ours", "SaidBefore", "Own") == [now, now, "&8 &F|Draft"]
    told = ["Confidential|&8 &A", "&8 &F|&8 &A", f"&8 {'x' * 90}|&8 &A, as of 06/30/2026"]
    assert vba.results(FOOT, "OwnAtTheLeft", "Nameless", "Longest") == told
