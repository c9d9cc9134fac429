"""The class as Windows sees it: announced at once, one object a workbook, ended when nobody holds one any more."""

import gc
import time
from typing import Any

import pythoncom
import pywintypes
import win32com.server.policy
import win32com.server.util
import win32event

from medoffice_xl.hosts.server import LINGER
from medoffice_xl.windows.server_class import CLASS_ID

FIRST_WAIT = 120.0
"""Seconds that the first workbook may take to come for its object: as long as Windows itself waits."""

ROUND = 500
"""Milliseconds after which it is looked again whether anybody holds an object."""


def serve() -> None:
    """Answer until nobody holds an object."""
    held = HeldObjects()
    announced = _announce(held)
    pythoncom.CoResumeClassObjects()
    while not held.is_over():
        # A message is a call: it is answered at once; without one it is looked every round who is still there.
        win32event.MsgWaitForMultipleObjects((), 0, ROUND, win32event.QS_ALLEVENTS)
        if pythoncom.PumpWaitingMessages():
            break
    pythoncom.CoRevokeClassObject(announced)
    pythoncom.CoUninitialize()


class HeldObjects:
    """How many objects are held, and since when none is."""

    def __init__(self) -> None:
        self._count = 0
        self._until = time.monotonic() + FIRST_WAIT

    def one_more(self) -> None:
        """A workbook has come for its object."""
        self._count += 1

    def one_less(self) -> None:
        """A workbook has let go of its own, or is gone."""
        self._count -= 1
        self._until = time.monotonic() + LINGER

    def is_over(self) -> bool:
        """Whether nobody has held one for long enough."""
        return self._count == 0 and time.monotonic() > self._until


def _announce(held: HeldObjects) -> Any:
    """Register the class's factory with Windows; returns what it is revoked by."""
    ours = pywintypes.IID(CLASS_ID)
    base: Any = win32com.server.policy.DefaultPolicy

    class Policy(base):  # type: ignore[misc]
        """How an object of a class is made: ours for our class."""

        def _CreateInstance_(self, asked: Any, interface: Any) -> Any:
            if asked != ours:
                return base._CreateInstance_(self, asked, interface)
            # Imported now, so that what is wrong with a package is told to the workbook.
            from medoffice_xl.hosts.server.workbook_server import WorkbookServer  # noqa: PLC0415

            gc.collect()
            return win32com.server.util.wrap(WorkbookServer(held), interface)

    win32com.server.policy.DefaultPolicy = Policy
    flags = pythoncom.REGCLS_MULTIPLEUSE | pythoncom.REGCLS_SUSPENDED
    factory = pythoncom.MakePyFactory(ours)
    return pythoncom.CoRegisterClassObject(ours, factory, pythoncom.CLSCTX_LOCAL_SERVER, flags)
