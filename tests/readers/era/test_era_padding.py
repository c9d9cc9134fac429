"""Blanks around elements mean nothing: what is padded reads as what is not."""

import pandas as pd
import pytest
from era_text import enveloped, read_text, text, transaction
from hypothesis import given
from hypothesis import strategies as st

from medoffice_xl.blanks import UNSEEN
from medoffice_xl.readers.era.padding import unpadded
from medoffice_xl.readers.era.separators import Separators

BODY = (
    "CLP*C1*1*150*70*30*12*ICN44*11*1",
    "NM1*QC*1*DOE*JANE",
    "NM1*82*1*DOC*A****XX*1234567893",
    "REF*F8*ICN11",
    "DTM*232*20260501",
    "SVC*HC:G0438:25*150*70**1*HC:G0439:59",
    "DTM*472*20260501",
    "CAS*CO*50*50**PI*1",
    "CAS*PR*1*30",
    "REF*6R*1",
    "AMT*B6*100",
    "LQ*HE*N130",
    "PLB*1234567893*20261231*WO:REF*10",
)
PLAIN = enveloped(*transaction("60", *BODY))
SEPARATORS = Separators(b"*", b":", b"~", b"^")


def tables(folder, content):
    return read_text(folder, content).tables


def padded(segments, left, right):
    """Every element and component of the segments but the envelope's header with these around it."""
    first, *rest = segments
    parts = ["*".join(":".join(left + each + right if each else "" for each in element.split(":"))
                      for element in segment.split("*")) for segment in rest]  # fmt: skip
    return text([first, *(part.removeprefix(left) for part in parts)])


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("", " "),
        (" ", ""),
        ("\t", "\t "),
        ("", "\u00a0"),
        ("\u200b", "\u2060"),
        ("\ufeff", " \u00a0"),
        ("\u3000", "\x00"),
    ],
    ids=["behind", "before", "tabs", "no-break", "zero-width", "marks", "wide"],
)
def test_a_padded_file_is_the_plain_one(tmp_path, left, right):
    plain, other = tables(tmp_path, text(PLAIN)), tables(tmp_path, padded(PLAIN, left, right))
    for name, frame in plain.items():
        pd.testing.assert_frame_equal(frame, other[name])
    assert plain["remits"].at[0, "adjustments"] == "CO-50:50.00; CO-PI:1.00; PR-1:30.00"
    assert plain["remittances"].at[0, "recoupment"] == 1000


def test_windows_text_with_a_no_break_blank(tmp_path):
    content = text(PLAIN).replace("N1*PR*SAMPLE HEALTH", "N1*PR*SANT\u00c0 \u00a0").encode("cp1252")
    assert tables(tmp_path, content)["remittances"]["payer"].tolist() == ["SANT\u00c0"]


def test_a_letter_whose_bytes_end_like_a_no_break_blank_stays(tmp_path):
    # “à” is C3 A0 in UTF-8; A0 alone is the no-break blank of Windows' alphabet
    content = text(PLAIN).replace("N1*PR*SAMPLE HEALTH", "N1*PR*Sant\u00e0")
    assert tables(tmp_path, content)["remittances"]["payer"].tolist() == ["Sant\u00e0"]


def test_blanks_inside_an_element_stay():
    data = b"N1*PR*GREEN  PLAN ~"
    assert unpadded(data, SEPARATORS) == b"N1*PR*GREEN  PLAN~"


def test_the_header_of_the_envelope_keeps_its_blanks():
    data = (
        b"ISA*00*          *00*          *ZZ*A              *ZZ*B              *260601*0600*^*00501*000000001*0*P*:~\n"
    )
    assert unpadded(data + b"GS* HP~", SEPARATORS) == data + b"GS*HP~"


ELEMENT = st.text(st.sampled_from("AB1 \t\u00a0\u200b"), max_size=6)


@given(st.lists(st.lists(ELEMENT, min_size=1, max_size=4), min_size=1, max_size=4))
def test_every_element_is_trimmed_and_none_is_lost(segments):
    data = "~".join("*".join(["N1", *elements]) for segment in segments for elements in [segment]) + "~"
    read = unpadded(data.encode(), SEPARATORS).decode()
    wanted = [["N1", *(_trimmed(each) for each in segment)] for segment in segments]
    assert [part.split("*") for part in read.split("~")[:-1]] == wanted


def _trimmed(element):
    return element.replace("\u00a0", " ").replace("\u200b", "").strip(UNSEEN)
