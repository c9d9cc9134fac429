"""Lets Windows start Python as a workbook does, asks it one thing, and says in words how that went."""

import sys
import threading
import time

from medoffice_xl.hosts.excel.finding import Finding
from medoffice_xl.windows.refusals import in_words
from medoffice_xl.windows.server_class import PROGRAM_ID

ABOUT = "Trial start"
PATIENCE = 20.0
"""Seconds; a start takes two to five."""


def trial_start(program: str) -> Finding:
    """Start it and let go of it again. Windows only."""
    answers: list[Finding] = []
    asking = threading.Thread(target=lambda: answers.append(_asked(program)), daemon=True)
    asking.start()
    asking.join(PATIENCE)
    if answers:
        return answers[0]
    return Finding(
        ABOUT,
        f"Python did not answer within {PATIENCE:.0f} seconds.",
        f"It may be held up by a virus scanner: let it pass {program}, then try again.",
    )


def _asked(program: str) -> Finding:
    assert sys.platform == "win32"
    import pythoncom  # noqa: PLC0415  (Windows only)
    import pywintypes  # noqa: PLC0415  (Windows only)
    import win32com.client  # noqa: PLC0415  (Windows only)

    pythoncom.CoInitialize()
    began = time.monotonic()
    try:
        server = win32com.client.Dispatch(PROGRAM_ID, clsctx=pythoncom.CLSCTX_LOCAL_SERVER)
        version = server.Str(server.Eval("__import__('medoffice_xl').__version__"))
    except pywintypes.com_error as error:
        said = (error.excepinfo and error.excepinfo[2]) or error.strerror or ""
        return Finding(ABOUT, "Windows could not start Python.", in_words(error.hresult, program, said))
    return Finding(
        ABOUT, f"Windows started Python for medoffice_xl {version} in {time.monotonic() - began:.1f} seconds."
    )
