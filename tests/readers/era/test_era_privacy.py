"""Names, member ids and birth dates of patients reach neither a frame nor a problem nor the listing."""

import json

import pytest
from era_text import SAMPLES, enveloped, read_text, text, transaction

from medoffice_xl.readers.era import interpret, read
from medoffice_xl.readers.era.listing import transactions

SECRETS = ("DOEFAMILY", "JANEGIVEN", "MEMBERID77", "19700131", "GROUP88", "SSN999", "1 HIDDEN LANE", "SUBSCRIBER5")
PLAIN = enveloped(
    *transaction(
        "60",
        "CLP*C1*1*100*60*40*MB*P1*11*1",
        "NM1*QC*1*DOEFAMILY*JANEGIVEN****MI*MEMBERID77",
        "NM1*IL*1*DOEFAMILY*JANEGIVEN****MI*MEMBERID77",
        "NM1*74*1*DOEFAMILY*JANEGIVEN****C*MEMBERID77",
        "N3*1 HIDDEN LANE",
        "DMG*D8*19700131*F",
        "REF*1L*GROUP88",
        "REF*SY*SSN999",
        "REF*1W*MEMBERID77",
        "SVC*HC:X1001*100*60",
        "CAS*PR*2*40",
    )
)


def assert_private(folder, content: str) -> None:
    reading = read_text(folder, content)
    listed = transactions(interpret(folder / "sample.835"))
    said = " ".join(
        [
            *(frame.to_csv() for frame in reading.tables.values()),
            *(str(each) for each in reading.problems),
            json.dumps(listed),
        ]
    )
    assert "C1" in said
    assert [secret for secret in SECRETS if secret in said] == []


def test_nothing_of_the_patient_is_kept(tmp_path) -> None:
    assert_private(tmp_path, text(PLAIN))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("NM1*QC*1*", "NM1*QC*SUBSCRIBER5*"),
        ("NM1*QC*1*DOEFAMILY", "NM1*QQ*1*DOEFAMILY" + "X" * 100),
        ("**MI*MEMBERID77", "**MIMEMBERID77*MEMBERID77"),
        ("REF*SY*", "REF*SSN999*"),
        ("DMG*D8*", "DMG*D8*D8*D8*D8*"),
        ("NM1*IL*", "NM2*IL*"),
        ("SVC*HC:X1001*100*60~\n", ""),
    ],
)
def test_broken_segments_do_not_quote_the_patient(tmp_path, before: str, after: str) -> None:
    assert before in text(PLAIN)
    assert_private(tmp_path, text(PLAIN).replace(before, after))


def test_a_cut_does_not_quote_the_patient(tmp_path) -> None:
    content = text(PLAIN)
    assert_private(tmp_path, content[: content.index("MEMBERID77") + 6])


PATIENTS = [segment for segment in PLAIN if any(secret in segment for secret in SECRETS)]
BEFORE_THEM = [
    "CLP*C1*1*100*60*40*MB*P1*11*1", "CLP*C1*1*100*60*40*MB*P1", "CAS*CO*45*10", "MIA*0***0", "MOA***N130",
    "REF*F8*OLD1", "DTM*232*20260501", "AMT*I*5", "SVC*HC:X1001*100*60", "SVC*HC:X1001*100*60**1", "LQ*HE*N130",
    "TS3*1234567893*11*20261231*1*100", "PLB*1234567893*20261231*WO:C1*5", "PLB*1234567893*20261231*WO:C1",
]  # fmt: skip


@pytest.mark.parametrize("before", BEFORE_THEM)
def test_a_segment_whose_end_is_lost_does_not_take_the_patient_with_it(tmp_path, before: str) -> None:
    for patient in PATIENTS:
        for instead_of_the_end in ("", "*", " ", ":", "\n"):
            body = ["CLP*C1*1*100*60*40*MB*P1*11*1", f"{before}@{patient}", "SVC*HC:X1001*100*60", "CAS*PR*2*40"]
            content = text(enveloped(*transaction("60", *body)))
            assert_private(tmp_path, content.replace("@", instead_of_the_end))


def test_a_lost_end_is_told(tmp_path) -> None:
    content = text(PLAIN).replace("MB*P1*11*1~\n", "MB*P1*11*1")
    (told,) = [each for each in read_text(tmp_path, content).problems if "runs on" in each.problem]
    # ISA, GS and the ten segments of the header stand before the claim.
    assert (told.severity, told.line, told.column) == ("money", 13, "CLP")
    assert "NM1" in told.problem


@pytest.mark.parametrize("end", ["\n", "\r", "|", "\\", "^", "\x1d"])
def test_a_lost_end_is_told_whatever_ends_segments(tmp_path, end: str) -> None:
    whole = text([segment.replace("^", "U") for segment in PLAIN], end)
    assert not [each for each in read_text(tmp_path, whole).problems if "runs on" in each.problem]
    cut = whole.replace(f"MB*P1*11*1{end}", "MB*P1*11*1")
    assert cut != whole
    (told,) = [each for each in read_text(tmp_path, cut).problems if "runs on" in each.problem]
    assert (told.line, told.column) == (13, "CLP")


def test_an_empty_segment_does_not_stand_for_the_one_that_runs_on(tmp_path) -> None:
    content = text(PLAIN).replace("MB*P1*11*1~\n", "MB*P1*11*1").replace("LX*1~", "LX*1~\nNM1~")
    assert [each.line for each in read_text(tmp_path, content).problems if "runs on" in each.problem] == [14]


def test_no_segment_is_cut_that_is_whole() -> None:
    for path in sorted(SAMPLES.glob("[!S]*")):
        assert not [each for each in read(path).problems if "runs on" in each.problem], path.name


def test_an_id_within_a_name_is_no_lost_end(tmp_path) -> None:
    content = text(PLAIN).replace("N1*PE*SAMPLE PRACTICE*", "N1*PE*PRACTICE OF DR REF*").replace("CLP*C1*", "CLP*C1N3*")
    reading = read_text(tmp_path, content)
    assert not [each for each in reading.problems if "runs on" in each.problem]
    assert reading.tables["remits"]["claim_id"].unique().tolist() == ["C1N3"]
    assert reading.tables["remittances"]["payee"].tolist() == ["PRACTICE OF DR REF"]


@pytest.mark.parametrize(("qualifier", "kept"), [("XX", "1234567893"), ("FI", ""), ("XV", "")])
def test_a_payees_tax_id_is_not_kept_as_an_npi(tmp_path, qualifier, kept):
    content = text(PLAIN).replace("*XX*1234567893", f"*{qualifier}*1234567893")
    reading = read_text(tmp_path, content)
    assert reading.tables["remittances"]["payee_npi"].tolist() == [kept]
