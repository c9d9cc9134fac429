"""The COM server, started exactly as the workbook's VBA starts it: by Windows, or by xlwings' DLL."""

import ctypes
import sys
from pathlib import Path

import pythoncom
import win32com.client
import xlwings

from medoffice_xl.windows.server_class import PROGRAM_ID

HOME = Path(sys.prefix)
START, KILL = 1, -1
VT_BSTR, VT_DISPATCH = 8, 9


class Variant(ctypes.Structure):
    """A VARIANT as the DLL fills it in."""

    _fields_ = [
        ("vt", ctypes.c_ushort),
        ("reserved", ctypes.c_ushort * 3),
        ("pointer", ctypes.c_void_p),
        ("second", ctypes.c_void_p),
    ]


def _library():
    library = ctypes.WinDLL(str(HOME / f"xlwings64-{xlwings.__version__}.dll"))
    library.XLPyDLLActivateAuto.argtypes = [ctypes.POINTER(Variant), ctypes.c_char_p, ctypes.c_long]
    library.XLPyDLLActivateAuto.restype = ctypes.c_long
    return library


def escaped_path(book: str) -> str:
    """The path settings as VBA hands them over, for a workbook whose folder is not on Python's path."""
    settings = ["false", book, book, "", "", "", ""]
    return ";".join(settings).replace("\\", "\\\\").replace("&", "^&")


def start_command(book: str) -> str:
    """The command line of XLPyCommand in xlwings.bas, with the settings `medoffice init` writes."""
    code = (
        f'import sys, os;import xlwings.utils;xlwings.utils.prepare_sys_path(\\"{escaped_path(book)}\\");'
        "import xlwings; xlwings.serve('$(CLSID)')"
    )
    return f'cmd.exe  /K ""{HOME / "pythonw.exe"}" -B -c "{code}""'


def activate(book: str, mode: int = START):
    """The server's object, as XLPy() gives it to VBA; None after KILL."""
    result = Variant()
    failed = _library().XLPyDLLActivateAuto(ctypes.byref(result), start_command(book).encode("mbcs"), mode)
    if failed:
        reason = ctypes.wstring_at(result.pointer) if result.vt == VT_BSTR else ""
        raise RuntimeError(f"XLPyDLLActivateAuto: {failed} {reason}")
    if mode == KILL:
        return None
    assert result.vt == VT_DISPATCH
    return win32com.client.dynamic.Dispatch(pythoncom.ObjectFromAddress(result.pointer, pythoncom.IID_IDispatch))


def registered_for_wine():
    """Our class, registered as `medoffice register` does it; under HKLM, for Wine does not look under HKCU."""
    from medoffice_xl.windows import registration

    program = HOME / "pythonw.exe"
    registration.register(program, [program], root="HKEY_LOCAL_MACHINE")


def started_by_windows():
    """What CreateObject gives VBA."""
    return win32com.client.dynamic.Dispatch(PROGRAM_ID, clsctx=pythoncom.CLSCTX_LOCAL_SERVER)
