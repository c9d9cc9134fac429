"""Stands in for Excel and its VBA under a real Windows Python: reads questions from stdin, one JSON a line.

It has the COM server started, by Windows or through xlwings' pinned DLL as its first argument says, and calls functions
and reports over COM, with the argument shapes that Excel sends.
"""

import datetime as dt
import json
import subprocess
import sys
import tempfile
import time
import traceback
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import com_server
import fake_excel
import pythoncom
import pywintypes
import win32api
import win32con
import win32process
from win32com.client import VARIANT

from medoffice_xl.windows.server_class import BY_WINDOWS

ROWS = pythoncom.VT_ARRAY | pythoncom.VT_VARIANT
MISSING = -2147352572
BOOK = r"C:\practice\PracticeManager.xlsm"


class StandIn:
    """Excel, as far as the server can tell."""

    def __init__(self, way):
        self.excel = fake_excel.FakeExcel(BOOK, ["Dashboard", "Problems", "Data"])
        self.by_windows = way == BY_WINDOWS
        self.server = None
        self.ranges = 0

    def activate(self):
        """PythonServer() of the workbook's VBA: the server's object, got once and kept."""
        if self.server is None and self.by_windows:
            com_server.registered_for_wine()
            self.server = com_server.started_by_windows()
        elif self.server is None:
            self.server = com_server.activate(BOOK)
        return self.server

    def process(self):
        """The number of the process that answers."""
        server = self.activate()
        return int(server.Str(server.Eval("__import__('os').getpid()")))

    def let_go(self):
        """The workbook is closed: its object goes, and with it the whole of VBA's hold on the server."""
        self.server = None
        return "let go"

    def holds(self, handle):
        """Whether the server holds what a handle stands for."""
        server = self.activate()
        return server.Str(server.Eval(f"__import__('medoffice_xl.cells.handles').cells.handles.is_held({handle!r})"))

    def is_running(self, process):
        """Whether a process is still there."""
        try:
            handle = win32api.OpenProcess(win32con.PROCESS_QUERY_INFORMATION, False, process)
        except pywintypes.error:
            return False
        return win32process.GetExitCodeProcess(handle) == win32con.STILL_ACTIVE

    def call(self, module, function, arguments, as_ranges=False, times=1):
        """CallUDF as a wrapper's VBA does it; the value, or the error's text, and the seconds it took."""
        server = self.activate()
        packed = VARIANT(ROWS, [self._pack(argument, as_ranges) for argument in arguments])
        book, caller = None, None
        if as_ranges:
            book = fake_excel.wrap(self.excel.book)
            caller = fake_excel.wrap(fake_excel.FakeRange(self.excel.book.sheets[0], 50, 50))
        began = time.perf_counter()
        try:
            for _ in range(times):
                value = server.CallUDF(module, function, packed, book, caller)
        except pywintypes.com_error as error:
            return {"raised": error.args[2][2] if error.args[2] else str(error)}
        return {"value": unpack(value), "seconds": time.perf_counter() - began}

    def bare(self):
        """Make the functions of bare.py known to the server."""
        folder = str(Path(__file__).parent).replace("\\", "/")
        self.activate().Exec(f"import sys; sys.path.append('{folder}')")
        return "bare"

    def send_table(self, module, function, header, row, rows, before=()):
        """The answer to a table of so many equal rows, the first cell numbered, and the seconds it took."""
        numbered = [[f"C{number}", *(pack(cell) for cell in row[1:])] for number in range(rows)]
        table = VARIANT(ROWS, [header, *numbered])
        began = time.perf_counter()
        value = self.activate().CallUDF(module, function, VARIANT(ROWS, [*before, table]), None, None)
        return {"value": unpack(value), "seconds": time.perf_counter() - began}

    def run_python(self, code, through_server):
        """RunPython as xlwings.bas does it; what was shown, and the state of the fake book afterwards."""
        if not self.excel.Hwnd:
            fake_excel.open_windows(self.excel)
        shown = self._run_in_server(code) if through_server else self._run_process(code)
        book = self.excel.book
        said = book.sheet("Data").cells.pop((1, 1), "")
        answer = {"shown": shown, "said": said, "activated": book.activated[:], "status": self.excel.said[:]}
        book.activated.clear()
        self.excel.said.clear()
        return answer

    def _run_in_server(self, code):
        server = self.activate()
        server.SetAttr(server.Module("xlwings._xlwindows"), "BOOK_CALLER", fake_excel.wrap(self.excel.book))
        try:
            server.Exec(code)
        except pywintypes.com_error as error:
            return error.args[2][2]
        return ""

    def _run_process(self, code):
        python = com_server.HOME / "python.exe"
        log = Path(tempfile.mkdtemp()) / "xlwings.log"
        prepare = f'import xlwings.utils;xlwings.utils.prepare_sys_path(\\"{com_server.escaped_path(BOOK)}\\"); '
        command = (
            f'cmd.exe /C {python.drive} & cd "{python.parent}" & "{python}" -B -c "{prepare}{code}" '
            f' --wb="{self.excel.book.Name}" --from_xl=1 --app="C:\\Office\\Microsoft Excel" --hwnd="{self.excel.Hwnd}"'
            f' 2> "{log}" '
        )
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        while process.poll() is None:
            pythoncom.PumpWaitingMessages()
            time.sleep(0.005)
        return log.read_text(encoding="mbcs", errors="replace") if process.returncode else ""

    def close(self):
        """End the server, as KillPy does; the one that Windows started ends by itself."""
        if self.server is not None:
            self.server = None
            if not self.by_windows:
                com_server.activate(BOOK, com_server.KILL)
        return "closed"

    def _pack(self, argument, as_ranges):
        value = pack(argument)
        if as_ranges and isinstance(argument, list):
            self.ranges += 1
            sheet = fake_excel.FakeSheet(self.excel.book, f"Range {self.ranges}", 9)
            return fake_excel.wrap(sheet.fill([[pack(cell) for cell in row] for row in argument]))
        return value


def pack(value):
    """A value of a question as the VARIANT that Excel would send."""
    if isinstance(value, list):
        return VARIANT(ROWS, [[pack(cell) for cell in row] for row in value])
    if not isinstance(value, dict):
        # Every number of a sheet is a Double.
        return float(value) if isinstance(value, int) and not isinstance(value, bool) else value
    ((kind, content),) = value.items()
    if kind == "date":
        return pywintypes.Time(dt.datetime.fromisoformat(content).replace(tzinfo=dt.UTC))
    if kind == "currency":
        return VARIANT(pythoncom.VT_CY, Decimal(content))
    if kind == "error":
        # pywin32 makes every VT_ERROR it sends the missing argument; the server sees an error's number either way.
        return content
    if kind == "missing":
        return VARIANT(pythoncom.VT_ERROR, MISSING)
    raise ValueError(kind)


def unpack(value):
    """What came back, as JSON holds it."""
    if isinstance(value, tuple | list):
        return [unpack(part) for part in value]
    if isinstance(value, dt.datetime):
        return {"date": value.strftime("%Y-%m-%d")}
    if isinstance(value, Decimal):
        return float(value)
    return value


def main():
    """Answer until the question is `close` or nobody asks any more."""
    pythoncom.CoInitialize()
    host = StandIn(sys.argv[1])
    for line in sys.stdin:
        details = json.loads(line)
        question = details.pop("question")
        try:
            answer = {"answer": getattr(host, question)(**details)}
        except Exception:
            answer = {"trouble": traceback.format_exc()}
        print(json.dumps(answer), flush=True)
        if question == "close":
            return
    host.close()


if __name__ == "__main__":
    main()
