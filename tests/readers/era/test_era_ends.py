"""Where remittances end: files that were joined, cut off, or given a footer."""

import pytest
from era_text import ISA, enveloped, read_text, text, transaction, worth
from remittance_cases import case

from medoffice_xl.errors import CannotRead
from medoffice_xl.problems import Severity
from medoffice_xl.readers.era import read

CLAIM = ("CLP*C1*1*120*80**12*P1", "SVC*HC:G0438:25*120*80**1", "DTM*472*20260501", "CAS*CO*45*40")
PLAIN = enveloped(*transaction("80", *CLAIM))
OTHER = enveloped(*transaction("30", *(each.replace("*120*80", "*70*30") for each in CLAIM), trace="T2"))


def separated(segments, element, component, end):
    """The segments with other separators."""
    isa = ISA[:-1].replace("*", element).replace("^", "!") + component
    return text([isa, *(each.replace("*", element).replace(":", component) for each in segments[1:])], end)


def paid(reading):
    return reading.tables["remits"]["paid"].tolist()


def test_two_files_joined_the_first_without_its_last_terminator():
    reading = read(case("joined_files"))
    assert reading.tables["remittances"]["trace"].tolist() == ["F1", "F2"]
    assert paid(reading) == [10000, 8000]
    assert worth(reading) == []


JOINTS = ["", "\n", "\r\n\r\n", " ", "\x1a", "\ufeff", "\n\ufeff", "~", "~\n\ufeff"]


@pytest.mark.parametrize("joint", JOINTS, ids=[ascii(each) for each in JOINTS])
@pytest.mark.parametrize(
    "second", [("*", ":", "~"), ("|", ">", "\n"), ("+", "^", "'\r\n")], ids=["same", "lines", "signs"]
)
def test_however_they_are_joined_both_are_read(tmp_path, joint, second):
    first = separated(PLAIN, "*", ":", "~").removesuffix("~")
    reading = read_text(tmp_path, first + joint + separated(OTHER, *second))
    assert paid(reading) == [8000, 3000]
    assert worth(reading) == []


@pytest.mark.parametrize("joint", ["\n", "\n\n", "\r\n"])
def test_files_of_lines_joined(tmp_path, joint):
    first = separated(PLAIN, "|", ":", "\n").rstrip("\n")
    reading = read_text(tmp_path, first + joint + separated(OTHER, "*", ":", "~"))
    assert paid(reading) == [8000, 3000]


def test_a_header_in_other_widths_after_a_closed_interchange(tmp_path):
    short = ["ISA*00**00**ZZ*PAYER*ZZ*PRACTICE*260601*0600*^*00501*2*0*P*:", *OTHER[1:]]
    reading = read_text(tmp_path, text(PLAIN, "~").removesuffix("~") + "\n" + text(short))
    assert paid(reading) == [8000, 3000]


def test_three_files_and_what_is_between_them(tmp_path):
    third = [each.replace("T2", "T3") for each in OTHER]
    reading = read_text(tmp_path, text(PLAIN) + "Page 1 of 3\n" + text(OTHER) + "-- \nPage 2 of 3\n" + text(third))
    assert paid(reading) == [8000, 3000, 3000]
    assert worth(reading) == []
    assert sum("of text stand after the end" in each.problem for each in reading.problems) == 2


def test_one_that_is_cut_off_before_another_is_a_matter_of_money(tmp_path):
    cut = text(PLAIN)[:-60]
    reading = read_text(tmp_path, cut + "\n" + text(OTHER))
    assert paid(reading) == [8000, 3000]
    assert any("stops in the middle" in each.problem for each in worth(reading) if each.severity is Severity.MONEY)


@pytest.mark.parametrize(
    "footer",
    [
        "Downloaded from Portal on 03/01/2026\nPage 1 of 1\n",
        "*** END OF REPORT ***",
        "<html><body>Thank you</body></html>",
        "Total ~ 1 remittance ~ thanks*",
        "\x1a\x1a\x00",
        "EOF",
    ],
)
@pytest.mark.parametrize("end", ["~\n", "~", "\n"])
def test_text_after_the_end_is_a_note(tmp_path, footer, end):
    reading = read_text(tmp_path, separated(PLAIN, "*", ":", end) + footer)
    assert paid(reading) == [8000]
    assert worth(reading) == []
    told = [each for each in reading.problems if "stand after the end" in each.problem]
    assert [each.severity for each in told] == ([Severity.NOTE] if footer.strip("\x1a\x00") else [])
    assert not any("END OF" in str(each) or "Portal" in str(each) for each in reading.problems)


def test_the_case_of_a_portals_footer():
    reading = read(case("text_after_the_end"))
    assert worth(reading) == []
    assert paid(reading) == [10000]


@pytest.mark.parametrize("rest", ["ISA", "ISA*00*   ", "ST*835*0002~\nBPR*I*5", "CLP*C9*1*5"])
def test_a_remittance_that_begins_after_the_end_is_no_text(tmp_path, rest):
    reading = read_text(tmp_path, text(PLAIN) + rest)
    assert paid(reading)[:1] == [8000]
    assert Severity.MONEY in [each.severity for each in worth(reading)]


@pytest.mark.parametrize("name", ["acknowledgement_999.edi", "claims_837.edi"])
def test_a_file_of_another_kind_is_named(name):
    with pytest.raises(CannotRead, match=r"acknowledgements \(999\)|claims as sent to a payer \(837\)"):
        read(case(name))
