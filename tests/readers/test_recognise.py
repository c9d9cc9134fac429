"""The surest reader reads; a near tie asks; nothing is silently taken for another kind."""

import pytest

from medoffice_xl.errors import CannotRead
from medoffice_xl.readers.file import File
from medoffice_xl.readers.reader import CERTAIN, NO, Reader
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.recognise import NEAR, REMITTANCE, NotSure, surest


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "export.csv"
    path.write_text("Code,Amount\nG0438,10.00\n")
    return File(path)


def sure(kind, how_sure):
    return Reader(kind, lambda _: how_sure, lambda file: Reading(file.name, kind, {}))


def test_the_surest_reads(file):
    assert surest(file, [sure("a", 50), sure("b", CERTAIN), sure("c", NO)]).kind == "b"


def test_two_that_are_about_as_sure_ask(file):
    with pytest.raises(NotSure) as asked:
        surest(file, [sure("a", 70), sure("b", 75), sure("c", 20)])
    assert asked.value.kinds == ("b", "a")
    assert str(asked.value) == "export.csv may be b or a. Say which it is with --kind “b” or --kind “a”."


def test_just_far_enough_apart_does_not_ask(file):
    assert surest(file, [sure("a", 50), sure("b", 50 + NEAR)]).kind == "b"
    with pytest.raises(NotSure):
        surest(file, [sure("a", 50), sure("b", 50 + NEAR - 1)])


def test_none_that_is_sure_says_what_was_seen(file):
    with pytest.raises(CannotRead, match=r"export\.csv is not a file that is known here.*“Code”, “Amount”"):
        surest(file, [sure("a", NO)])


def test_a_remittance_is_known_by_its_first_bytes(tmp_path):
    """No other reader is asked: each of them takes the file apart first."""

    def asked(_):
        raise AssertionError("asked")

    path = tmp_path / "era.txt"
    path.write_bytes(b"\xef\xbb\xbf\r\nISA*00*          *00*~GS*HP*A*B~ST*835*1~BPR*I*0*C*NON~")
    others = Reader("a", asked, lambda file: Reading(file.name, "a", {}))
    assert surest(File(path), [others, REMITTANCE]).kind == "835"
    path.write_bytes(b"ISAAC,Amount\nG0438,10.00\n")
    with pytest.raises(AssertionError):
        surest(File(path), [others, REMITTANCE])
    assert surest(File(path), [sure("b", 50), REMITTANCE]).kind == "b"
