"""Remittance files as they are met in practice: odd separators, broken envelopes, slips and cuts."""

import pandas as pd
import pytest
from era_text import ISA, enveloped, read_body, read_text, text, transaction, worth

from medoffice_xl.errors import CannotRead
from medoffice_xl.problems import Severity

CLAIM = ("CLP*C1*1*120*80**12*P1", "SVC*HC:G0438:25*120*80**1", "DTM*472*20260501", "CAS*CO*45*40")
PLAIN = enveloped(*transaction("80", *CLAIM))


def assert_plain(reading) -> None:
    """The reading holds the claim of PLAIN, whole."""
    row = reading.tables["remits"].iloc[0]
    assert len(reading.tables["remits"]) == 1
    assert (row["claim_id"], row["code"], row["mod1"]) == ("C1", "G0438", "25")
    assert (row["charge"], row["paid"], row["contractual"]) == (12000, 8000, 4000)
    assert reading.tables["remittances"]["off_by"].tolist() == [0]


def separated(element: str, component: str, end: str) -> str:
    """PLAIN with other separators."""
    isa = ISA[:-1].replace("*", element).replace("^", "!") + component
    rest = [segment.replace("*", element).replace(":", component) for segment in PLAIN[1:]]
    return text([isa, *rest], end)


@pytest.mark.parametrize(
    ("element", "component", "end"),
    [
        ("*", ":", "~"),
        ("*", ">", "~\r\n"),
        ("+", ":", "\n"),
        ("|", "^", "~\n"),
        ("|", ":", "\r\n"),
        ("*", "<", "'"),
        ("*", "|", "\x1c"),
        ("*", "\\", "!\n"),
    ],
)
def test_separators(tmp_path, element: str, component: str, end: str) -> None:
    reading = read_text(tmp_path, separated(element, component, end))
    assert_plain(reading)
    assert worth(reading) == []


def test_a_component_separator_other_than_the_declared_one_is_noted(tmp_path) -> None:
    reading = read_text(tmp_path, text(PLAIN).replace("HC:G0438:25", "HC>G0438>25"))
    assert_plain(reading)
    assert [each.column for each in reading.problems if each.severity is Severity.NOTE][:2].count("ISA16") == 1


def test_a_mark_and_indented_lines(tmp_path) -> None:
    reading = read_text(tmp_path, b"\xef\xbb\xbf" + text([f"  \t{segment}" for segment in PLAIN]).encode())
    assert_plain(reading)
    assert worth(reading) == []


def test_utf_16(tmp_path) -> None:
    assert_plain(read_text(tmp_path, text(PLAIN).encode("utf-16")))


def test_lines_wrapped_at_a_fixed_width(tmp_path) -> None:
    whole = text(PLAIN, "~")
    reading = read_text(tmp_path, "\n".join(whole[at : at + 80] for at in range(0, len(whole), 80)))
    assert_plain(reading)
    assert worth(reading) == []


def test_text_before_the_remittance_is_reported(tmp_path) -> None:
    reading = read_text(tmp_path, "A sample from the payer's guide.\nISA is explained below.\n\n" + text(PLAIN))
    assert_plain(reading)
    assert worth(reading) == []
    assert [each.line for each in reading.problems if "stand before the remittance" in each.problem] == [1]


@pytest.mark.parametrize("first", ["GS", "ST", "BPR", "CLP"])
def test_a_missing_envelope(tmp_path, first: str) -> None:
    start = next(place for place, segment in enumerate(PLAIN) if segment.startswith(first + "*"))
    reading = read_text(tmp_path, text(PLAIN[start:]))
    remits = reading.tables["remits"]
    assert remits[["claim_id", "code"]].to_numpy().tolist() == [["C1", "G0438"]]
    assert remits["paid"].tolist() == [8000]
    assert any("no envelope" in each.problem for each in reading.problems)
    if first == "CLP":
        # the total is missing: 0 − 80
        assert reading.tables["remittances"]["off_by"].tolist() == [-8000]


def test_several_transactions_and_interchanges(tmp_path) -> None:
    second = enveloped(*transaction("80", *CLAIM, trace="T2"), *transaction("80", *CLAIM, trace="T3"))
    other = separated("|", "^", "\n").replace("T1", "T4")
    reading = read_text(tmp_path, text(PLAIN) + text(second) + "\n" + other)
    assert reading.tables["remittances"]["trace"].tolist() == ["T1", "T2", "T3", "T4"]
    assert reading.tables["remittances"]["off_by"].tolist() == [0, 0, 0, 0]
    assert reading.tables["remits"]["trace"].tolist() == ["T1", "T2", "T3", "T4"]
    assert reading.tables["remits"]["claim_seq"].tolist() == [1, 1, 1, 1]
    assert reading.tables["remits"]["mod1"].tolist() == ["25"] * 4
    assert worth(reading) == []


def test_segments_are_counted_through_the_file(tmp_path) -> None:
    broken = text(enveloped(*transaction("81", *CLAIM)))
    reading = read_text(tmp_path, text(PLAIN, "~") + broken)
    # the first interchange has all of PLAIN's segments; BPR is the fourth of the second
    assert [each.line for each in worth(reading)] == [len(PLAIN) + 4]


def test_version_4010(tmp_path) -> None:
    content = text(PLAIN).replace("00501", "00401").replace("005010X221A1", "004010X091A1").replace("*^*", "*U*")
    reading = read_text(tmp_path, content)
    assert_plain(reading)
    assert worth(reading) == []


def test_a_file_cut_in_mid_segment(tmp_path) -> None:
    content = text(PLAIN)
    cut = content[: content.index("CAS*CO*45*40") + len("CAS*CO*45*4")]
    reading = read_text(tmp_path, cut)
    assert reading.tables["remits"]["contractual"].tolist() == [0]  # 4 of 40 is not guessed at
    stops = next(each for each in worth(reading) if "stops in the middle" in each.problem)
    assert (stops.severity, stops.line, stops.column) == (Severity.MONEY, 16, "CAS")
    assert any("without its closing segment" in each.problem for each in worth(reading))


def test_a_file_cut_where_lines_end_segments(tmp_path) -> None:
    content = separated("+", ":", "\n")
    cut = content[: content.index("CAS+CO+45+40") + len("CAS+CO+45+4")]
    reading = read_text(tmp_path, cut)
    assert reading.tables["remits"]["contractual"].tolist() == [0]
    assert any("stops in the middle" in each.problem for each in worth(reading))


def test_a_last_segment_without_its_end_is_whole_where_it_closes_the_file(tmp_path) -> None:
    reading = read_text(tmp_path, text(PLAIN).removesuffix("~\n"))
    assert_plain(reading)
    assert worth(reading) == []


def test_a_claim_with_two_elements(tmp_path) -> None:
    reading = read_body(tmp_path, "0", "CLP*C1*1")
    assert reading.tables["remits"][["claim_id", "charge", "paid"]].to_numpy().tolist() == [["C1", 0, 0]]
    assert {each.column for each in worth(reading)} == {"CLP03", "CLP04"}


def test_a_code_without_its_qualifier_s_separator(tmp_path) -> None:
    # SVC*HC*X1001*120*80: every element slipped by one: charge unreadable, 120 as paid
    reading = read_body(tmp_path, "80", "CLP*C1*1*120*80**12*P1", "SVC*HC*X1001*120*80", "CAS*CO*45*40")
    assert reading.tables["remits"]["paid"].sum() == 8000
    found = {each.column for each in worth(reading)}
    assert {"SVC01", "SVC02", "SVC03", "CLP03"} <= found


def test_zero_quantities_and_empty_triples(tmp_path) -> None:
    reading = read_body(tmp_path, "80", "CLP*C1*1*120*80**12*P1", "CAS*CO*45*40*0*97*0*0****96*0", "CAS*PR*1*0*0")
    row = reading.tables["remits"].iloc[0]
    assert row["adjustments"] == "CO-45:40.00; CO-97:0.00; CO-96:0.00; PR-1:0.00"
    assert row["contractual"] == 4000
    assert worth(reading) == []


def test_groups_outside_the_standard(tmp_path) -> None:
    reading = read_body(tmp_path, "80", "CLP*C1*1*120*80**12*P1", "CAS*CR*45*30", "CAS*XX*45*10")
    assert reading.tables["remits"]["other_adj"].tolist() == [4000]
    by_value = {each.value: each.severity for each in reversed(reading.problems) if each.column == "CAS01"}
    assert by_value["CR"] is Severity.NOTE
    assert by_value["XX"] is Severity.DATA


@pytest.mark.parametrize("amount", ["1,000.00", "$5", "1.999", "abc", "9" * 25, "99999999999999999.99"])
def test_an_amount_that_is_none_counts_as_nothing_and_is_said(tmp_path, amount: str) -> None:
    reading = read_body(tmp_path, "80", "CLP*C1*1*120*80**12*P1", f"CAS*CO*45*{amount}")
    assert reading.tables["remits"]["adjustments"].tolist() == ["CO-45:?"]
    assert any(each.column == "CAS03" and each.severity is Severity.MONEY for each in worth(reading))


def test_a_predetermination_is_no_payment(tmp_path) -> None:
    reading = read_body(tmp_path, "0", "CLP*C1*25*120*0**12*P1", "CAS*OA*101*120")
    assert any("predetermination" in each.problem for each in reading.problems)


def test_no_payment_and_yet_an_amount(tmp_path) -> None:
    content = text(PLAIN).replace("BPR*I*80*C*ACH", "BPR*H*80*C*NON")
    assert [each.column for each in worth(read_text(tmp_path, content))] == ["BPR01"]


def test_a_payer_named_again_inside_a_claim(tmp_path) -> None:
    reading = read_body(tmp_path, "80", CLAIM[0], "NM1*PR*2*OTHER", "N1*PR*AGAIN", *CLAIM[1:])
    assert reading.tables["remits"]["payer"].unique().tolist() == ["SAMPLE HEALTH"]
    assert reading.tables["remits"]["paid"].sum() == 8000


def test_a_wrong_count_is_a_nit_pick(tmp_path) -> None:
    reading = read_text(tmp_path, text(PLAIN).replace(f"SE*{len(PLAIN) - 4}*", "SE*99*"))
    assert worth(reading) == []
    assert [each.severity for each in reading.problems if each.column == "SE01"] == [Severity.FORMAT]


def test_dates_and_charges_that_cannot_be(tmp_path) -> None:
    reading = read_body(
        tmp_path, "80", "CLP*C1*1*-120*80**12*P1", "SVC*HC:X1001*-120*80", "DTM*472*20270101", "CAS*CO*45*-200"
    )
    assert {each.column for each in worth(reading)} == {"CLP03", "DTM02"}


DAYS = {
    "BPR16": ("20260601~\nTRN", "{}~\nTRN", "paid_date"),
    "DTM*472": ("DTM*472*20260505", "DTM*472*{}", "dos"),
    "DTM*150": ("DTM*472*20260505", "DTM*150*{}", "dos"),
    "DTM*232": ("CLP*C1*1*120*80**12*P1", "CLP*C1*1*120*80**12*P1~\nDTM*232*{}", "dos"),
    "DTM*050": ("CLP*C1*1*120*80**12*P1", "CLP*C1*1*120*80**12*P1~\nDTM*050*{}", "received"),
}


@pytest.mark.parametrize("place", DAYS)
@pytest.mark.parametrize(
    ("day", "kept"),
    [("00010101", False), ("17530101", False), ("18991230", False), ("19491231", False), ("19500101", True),
     ("20991231", True), ("21000101", False), ("99991231", False)],
)  # fmt: skip
def test_a_day_that_books_cannot_hold_is_none_and_said(tmp_path, place: str, day: str, kept: bool) -> None:
    old, new, column = DAYS[place]
    body = ["CLP*C1*1*120*80**12*P1", "SVC*HC:X1001*120*80", "DTM*472*20260505", "CAS*CO*45*40"]
    if column == "dos" and place == "DTM*232":
        body.remove("DTM*472*20260505")
    plain = text(enveloped(*transaction("80", *body)))
    assert old in plain
    reading = read_text(tmp_path, plain.replace(old, new.format(day)))
    told = [each for each in worth(reading) if "cannot be read" in each.problem]
    assert len(told) == (0 if kept else 1)
    stands = reading.tables["remits"][column].iloc[0]
    assert (not pd.isna(stands)) is kept
    assert reading.tables["remits"]["paid"].tolist() == [8000]


def test_amounts_outside_any_claim_are_money(tmp_path) -> None:
    reading = read_body(tmp_path, "80", "CAS*CO*45*3", *CLAIM)
    assert [(each.severity, each.column, each.line) for each in worth(reading)] == [(Severity.MONEY, "CAS", 13)]


def test_a_transaction_of_another_kind_is_reported_not_read(tmp_path) -> None:
    claims = ["ST*837*0002", "BHT*0019*00", "CLM*A*1", "SE*4*0002"]
    reading = read_text(tmp_path, text(enveloped(*transaction("80", *CLAIM), *claims)))
    assert_plain(reading)
    assert [(each.column, each.value) for each in worth(reading)] == [("ST01", "837")]


def test_bytes_of_no_encoding(tmp_path) -> None:
    reading = read_text(tmp_path, text(PLAIN).encode().replace(b"SAMPLE HEALTH", b"SANT\xc9 \x81\xff"))
    assert reading.tables["remittances"]["payer"].iloc[0].startswith("SANTÉ")


@pytest.mark.parametrize(("more", "refused"), [(0, False), (1, True)])
def test_more_segments_than_memory_holds_are_refused_before_they_are_parsed(tmp_path, monkeypatch, more, refused):
    content = text(PLAIN)
    monkeypatch.setattr("medoffice_xl.readers.era.advice.MOST_SEGMENTS", len(PLAIN) - more)
    if not refused:
        assert_plain(read_text(tmp_path, content))
        return
    with pytest.raises(CannotRead, match=f"has {len(PLAIN)} segments; remittances of up to {len(PLAIN) - 1} are read"):
        read_text(tmp_path, content)
