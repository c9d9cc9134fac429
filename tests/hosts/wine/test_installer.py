"""The installer from end to end: installed without a question, used, carried to a newer one, taken out again."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from wine_fitness import DLLTOOL, LINKER, make_wine_fit
from wine_python import PREFIX, end_wine, run, windows_path

from installer.contents import put_together
from installer.plain_zip import write_zip
from installer.setup import write_setup
from medoffice_xl.windows.server_class import CLASS_ID

pytest.importorskip("mkdocs")
pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("makensis", DLLTOOL, LINKER))),
    reason="needs NSIS and binutils for Windows (Debian: nsis, binutils-mingw-w64-x86-64)",
)
REPOSITORY = Path(__file__).resolve().parents[3]
DOWNLOADS = REPOSITORY / ".installer" / "downloads"
DRIVE = PREFIX / "drive_c"
INSTALLED = DRIVE / "PM"
PATIENCE = 900
SERVER = rf"HKCU\Software\Classes\CLSID\{CLASS_ID}\LocalServer32"
LISTED = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\PracticeManager"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is installed, put together as for a release."""
    return put_together(DOWNLOADS, tmp_path_factory.mktemp("installer") / "content")


@pytest.fixture(scope="module")
def setup(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The installer of that content, packed once for the tests that take it as it is."""
    return write_setup(content, tmp_path_factory.mktemp("setup") / "Setup.exe", quick=True)


@pytest.fixture
def clean_drive() -> Iterator[None]:
    end_wine()
    shutil.rmtree(INSTALLED, ignore_errors=True)
    yield
    end_wine()


MENU = "users/*/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Practice Manager/*.lnk"
ENTRIES = {"Open my practice", "Import files", "Refresh", "Check-up", "Repair", "Guide", "Uninstall"}


def start_menu() -> set[str]:
    """What stands in the Start menu's folder."""
    return {path.stem for path in DRIVE.glob(MENU)}


def install(setup: Path) -> None:
    done = run(windows_path(setup), "/S", r"/D=C:\PM", timeout=PATIENCE)
    assert done.returncode == 0, done.stderr


def medoffice(*arguments: object) -> "subprocess.CompletedProcess[str]":
    return run(INSTALLED / "python" / "python.exe", "-m", "medoffice_xl", *arguments, timeout=PATIENCE)


def registered(key: str, name: str = "") -> str:
    """What the registry holds there; empty where there is nothing."""
    asked = run("reg", "query", key, *(["/v", name] if name else ["/ve"]))
    return asked.stdout.strip().splitlines()[-1] if not asked.returncode and asked.stdout.strip() else ""


def test_two_builds_are_the_same_to_the_byte(content, setup, tmp_path):
    """Put together twice and packed twice: what is built here, the guide, names, order, times."""
    again = put_together(DOWNLOADS, tmp_path / "elsewhere" / "content")
    first, second = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (content, again)
    )
    assert [str(path) for path in first if first[path] != second.get(path)] == []
    assert len(first) == len(second)
    assert write_setup(again, tmp_path / "Again.exe", quick=True).read_bytes() == setup.read_bytes()
    # A part shows order, names and times: what is in the files was compared above.
    zipped = [write_zip(folder / "licences", tmp_path / f"{n}.zip") for n, folder in enumerate((content, again))]
    assert zipped[0].read_bytes() == zipped[1].read_bytes()


def test_installed_used_upgraded_and_taken_out(content, setup, clean_drive, tmp_path):
    install(setup)
    assert r"C:\PM\python\pythonw.exe" in registered(SERVER)
    assert start_menu() == ENTRIES
    assert (INSTALLED / "licences" / "sbom.cdx.json").is_file()
    assert not list((INSTALLED / "python").rglob("xlwings/pro"))
    assert "Practice Manager" in (INSTALLED / "guide" / "index.html").read_text(encoding="utf-8")

    make_wine_fit(INSTALLED / "python")
    practice = tmp_path / "Practice"
    made = medoffice("init", windows_path(practice))
    assert made.returncode == 0, made.stderr
    workbook = practice / "PracticeManager.xlsm"
    charges = REPOSITORY / "tests" / "samples" / "pm" / "posted_money.csv"
    brought = medoffice("import", windows_path(workbook), windows_path(charges), "--yes")
    assert brought.returncode in (0, 1), brought.stdout + brought.stderr
    refreshed = medoffice("refresh", windows_path(workbook))
    assert "formulas recalculated" in refreshed.stdout, refreshed.stderr
    reported = medoffice("report", windows_path(workbook), "receivables", "--out", windows_path(practice / "reports"))
    assert reported.returncode == 0, reported.stdout + reported.stderr
    shown = practice / "reports" / "month.pdf"
    packed = medoffice("pack", windows_path(workbook), "--out", windows_path(shown))
    assert packed.returncode == 0, packed.stdout + packed.stderr
    # Pages with nothing to show are left out of so small a practice's pack.
    assert 0 < len(PdfReader(shown).pages) <= 10
    assert (practice / "reports" / "month agenda.docx").is_file()
    before = {path.name: path.read_bytes() for path in practice.rglob("*") if path.is_file()}

    (content / "python" / "Lib" / "site-packages" / "newer.txt").write_text("newer", encoding="utf-8")
    (INSTALLED / "python" / "older.txt").write_text("older", encoding="utf-8")
    install(write_setup(content, tmp_path / "Newer.exe", quick=True, shown="9.9.9"))
    assert (INSTALLED / "python" / "Lib" / "site-packages" / "newer.txt").is_file()
    assert not (INSTALLED / "python" / "older.txt").exists()
    assert "9.9.9" in registered(LISTED, "DisplayVersion")

    # _?= keeps the uninstaller from copying itself away, so that its end can be waited for.
    assert run(INSTALLED / "Uninstall.exe", "/S", r"_?=C:\PM", timeout=PATIENCE).returncode == 0
    # Kept from copying itself away, the uninstaller cannot take out itself.
    assert {path.name for path in INSTALLED.rglob("*")} <= {"Uninstall.exe"}
    assert start_menu() == set()
    assert registered(SERVER) == ""
    assert registered(LISTED, "DisplayVersion") == ""
    assert {path.name: path.read_bytes() for path in practice.rglob("*") if path.is_file()} == before


def test_every_package_is_listed_with_its_licence_and_its_text(content):
    bill = json.loads((content / "licences" / "sbom.cdx.json").read_text(encoding="utf-8"))
    listed = {one["name"].lower().replace("_", "-"): one for one in bill["components"]}
    packages = content / "python" / "Lib" / "site-packages"
    for info in packages.glob("*.dist-info"):
        name, version = info.name.removesuffix(".dist-info").split("-")
        assert listed[name.lower().replace("_", "-")]["version"] == version
    assert {"cpython", "medoffice-xl", "mkdocs-material", "typst"} <= set(listed)
    assert all(any((content / "licences" / one["name"]).iterdir()) for one in listed.values())
    assert all(one["licenses"][0]["license"]["name"] for one in listed.values())
    assert not [
        name for name, one in listed.items() if "GPL" in one["licenses"][0]["license"]["name"].replace("LGPL", "")
    ]
