"""Names, member ids and birth dates of patients reach neither a frame nor a problem nor the listing."""

import json

import pytest
from era_text import enveloped, read_text, text, transaction

from medoffice_xl.readers.era import interpret
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


@pytest.mark.parametrize(("qualifier", "kept"), [("XX", "1234567893"), ("FI", ""), ("XV", "")])
def test_a_payees_tax_id_is_not_kept_as_an_npi(tmp_path, qualifier, kept):
    content = text(PLAIN).replace("*XX*1234567893", f"*{qualifier}*1234567893")
    reading = read_text(tmp_path, content)
    assert reading.tables["remittances"]["payee_npi"].tolist() == [kept]
