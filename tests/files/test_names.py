"""Names of files made from what somebody typed."""

from pathlib import Path

import pytest

from medoffice_xl.files.names import file_names, is_plain, shown


def test_like_names_are_told_apart_always_in_the_same_way() -> None:
    payers = ["Blue Cross/MI", "Blue Cross MI", "BLUE  CROSS: MI", "Ａcme", "Acme", "Other"]
    names = file_names(payers, "payer")
    assert len({name.casefold() for name in names}) == len(payers)
    assert names[-1] == "Other"
    again = file_names(payers[::-1], "payer")
    assert dict(zip(payers[::-1], again, strict=True)) == dict(zip(payers, names, strict=True))


def test_the_same_text_twice_is_one_name() -> None:
    assert file_names(["A", "A"], "payer") == ["A", "A"]


@pytest.mark.parametrize("payer", ["", "...", "///", "\x00\x07", " . "])
def test_of_nothing_a_name_is_left(payer: str) -> None:
    assert file_names([payer], "payer") == ["payer"]


@pytest.mark.parametrize("payer", ["x" * 400, "ü" * 400, "漢" * 400, "𝒳" * 400, "a\x00b\nc\u202ed", "x" * 79 + " . y"])
def test_every_text_gives_a_name_that_a_folder_takes(tmp_path: Path, payer: str) -> None:
    (name,) = file_names([payer], "payer")
    (tmp_path / f"Appeal {name} 2026-01-01.docx").touch()
    assert name == name.strip(". ")
    assert is_plain(name)


@pytest.mark.parametrize(
    ("name", "plain"), [("plain ü 漢.csv", True), ("a\nb", False), ("a\x1b[31m", False), ("a\udcff", False)]
)
def test_names_that_cannot_be_shown(name: str, plain: bool) -> None:
    assert is_plain(name) is plain
    assert is_plain(shown(name))
    assert (shown(name) == name) is plain
