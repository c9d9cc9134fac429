"""A LibreOffice process of our own: started with a profile of its own, spoken to through a pipe, ended for sure."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any
from uuid import uuid4

from medoffice_xl.errors import MedOfficeError
from medoffice_xl.hosts.libreoffice.bridge import load_uno, program, uno_exception
from medoffice_xl.hosts.libreoffice.profile import Item, write_profile

SECONDS_TO_START = 60
SECONDS_TO_END = 15


class OfficeError(MedOfficeError):
    """LibreOffice did not start, or has gone away."""


class Office:
    """LibreOffice as a child process. `start` and `stop` may alternate; each start has a fresh profile."""

    def __init__(self, items: Iterable[Item] = (), *, visible: bool = False) -> None:
        load_uno()
        self.visible = visible
        self.context: Any = None
        self._items = tuple(items)
        self._process: subprocess.Popen[bytes] | None = None
        self._folder: Path | None = None

    def __enter__(self) -> "Office":
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()

    @property
    def pid(self) -> int:
        """The process's number; 0 when it is not running."""
        return self._process.pid if self._process else 0

    @property
    def running(self) -> bool:
        """Whether the process is there."""
        return self._process is not None and self._process.poll() is None

    @property
    def answers(self) -> bool:
        """Whether LibreOffice reacts: a crashed one does not."""
        if not self.running or self.context is None:
            return False
        try:
            self.service("com.sun.star.frame.Desktop").getImplementationName()
        except uno_exception():
            return False
        return True

    def service(self, name: str) -> Any:
        """One of LibreOffice's services, made within it."""
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)

    def singleton(self, name: str) -> Any:
        """One of LibreOffice's singletons."""
        return self.context.getValueByName(f"/singletons/{name}")

    @property
    def desktop(self) -> Any:
        """LibreOffice's desktop, which opens documents."""
        return self.service("com.sun.star.frame.Desktop")

    def start(self) -> None:
        """Start the process and connect; raises OfficeError when it does not answer in time."""
        self._folder = Path(tempfile.mkdtemp(prefix="medoffice-libreoffice-"))
        write_profile(self._folder, self._items)
        pipe = f"medoffice{uuid4().hex}"
        command = [
            str(program()),
            f"-env:UserInstallation={self._folder.as_uri()}",
            f"--accept=pipe,name={pipe};urp;",
            "--norestore",
            "--nologo",
            "--nodefault",
            *([] if self.visible else ["--headless"]),
        ]
        self._process = subprocess.Popen(  # noqa: S603  (found, not given)
            command,
            start_new_session=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            self.context = self._connect(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except BaseException:
            self.kill()
            raise

    def stop(self) -> None:
        """End LibreOffice politely, and by force if it does not go. Its profile is removed."""
        if self.running and self.context is not None:
            try:
                self._close_documents()
                self.desktop.terminate()
                assert self._process is not None
                self._process.wait(SECONDS_TO_END)
            except (subprocess.TimeoutExpired, uno_exception()):
                pass  # kill comes next
        self.kill()

    def _close_documents(self) -> None:
        """Without saving, so that no question and no lock file is left."""
        documents = self.desktop.Components.createEnumeration()
        while documents.hasMoreElements():
            document = documents.nextElement()
            if hasattr(document, "close"):
                document.close(True)

    def kill(self) -> None:
        """End the process and all its children at once."""
        if self._process is not None:
            _end_group(self._process)
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
        self.context = self._process = self._folder = None

    def wait(self) -> None:
        """Wait until the user closes LibreOffice."""
        if self._process is not None:
            self._process.wait()

    def _connect(self, address: str) -> Any:
        local = load_uno().getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline:
            if not self.running:
                raise OfficeError("LibreOffice ended while starting. Start it once by hand and see what it says.")
            try:
                return resolver.resolve(address)
            except uno_exception():
                time.sleep(0.05)
        raise OfficeError(f"LibreOffice did not answer within {SECONDS_TO_START} seconds. Try again.")


def _end_group(process: "subprocess.Popen[bytes]") -> None:
    """The program is a script that starts the real one: only the whole group leaves nothing behind."""
    try:
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait(SECONDS_TO_END)
