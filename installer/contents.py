"""The folder that is installed, put together: Python with every package, the licences, the bill of materials."""

import os
import re
import shutil
from pathlib import Path

from installer.guide import write_guide
from installer.licences import bill_of_materials, component, of_guide, of_interpreter
from installer.packages import download_interpreter, download_wheels
from installer.settings import HERE, REPOSITORY, WHEN, interpreter
from installer.windows_python import finish, unpack_interpreter, unpack_wheel, write

LEFT_OUT = re.compile(
    # What xlwings does not give away under its BSD licence, and the library that only that part loads.
    r"xlwings/(?:pro/|xlwingslib)"
    # Tests of others, and what only a compiler needs: a third of the files.
    r"|(?:numpy|pandas|pyarrow)/(?:[^/]+/)*tests/|pyarrow/include/|.*\.lib$|.*\.pyi$"
)


def put_together(downloads: Path, to: Path) -> Path:
    """Everything under `to`, which is made anew; returns it."""
    shutil.rmtree(to, ignore_errors=True)
    chosen = interpreter()
    python = to / "python"
    archive, wheels = download_interpreter(chosen, downloads), download_wheels(chosen, downloads)
    unpack_interpreter(archive, chosen, python)
    for wheel in wheels:
        unpack_wheel(wheel, python, is_wanted)
    finish(python, chosen)
    components = [of_interpreter(chosen, python), *map(component, wheels), of_guide()]
    for one in components:
        for name, text in one.texts:
            write(to / "licences" / one.name / name, text)
    write(to / "licences" / "sbom.cdx.json", bill_of_materials(components))
    for name in ("LICENSE", "THIRD_PARTY_NOTICES.md"):
        write(to / "licences" / name, (REPOSITORY / name).read_bytes())
    write_guide(to / "guide")
    write(to / "medoffice.cmd", (HERE / "medoffice.cmd").read_bytes())
    _stamp(to)
    return to


def is_wanted(name: str) -> bool:
    """Whether a file of a wheel is put in."""
    return not LEFT_OUT.match(name)


def _stamp(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        os.utime(path, (WHEN, WHEN))
