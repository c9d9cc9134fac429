"""What is no remittance is refused with a reason; nothing else is ever raised."""

import pytest
from era_text import ISA

from medoffice_xl.errors import CannotRead
from medoffice_xl.readers.era import read, recognises
from medoffice_xl.readers.file import File

CLAIMS_SENT = (
    f"{ISA}~GS*HC*A*B*20260601*0600*1*X*005010X222A1~ST*837*0001~BHT*0019*00~CLM*A*1~SE*4*0001~GE*1*1~IEA*1*1~"
)
NOT_ONE = {
    "empty.835": (b"", "empty"),
    "blank.835": (b" \r\n\t", "empty"),
    "charges.csv": (b"Claim,Date,Charge\nA1,05/01/2026,120.00\n", "no remittance segments"),
    "book.xlsx": (b"PK\x03\x04" + bytes(200), "Excel"),
    "paper.pdf": (b"%PDF-1.7\nCLP", "PDF"),
    "noise.bin": (bytes(range(256)) * 8, "not a remittance"),
    "page.html": (b"<html><body>ERA</body></html>", "web page"),
    "claims.837": (CLAIMS_SENT.encode(), "claims as sent"),
    "isa.835": (ISA.encode(), "no remittance"),
    "half.835": (ISA[:60].encode(), "not a remittance"),
}


@pytest.mark.parametrize("name", NOT_ONE)
def test_refused_with_a_reason(tmp_path, name: str) -> None:
    content, reason = NOT_ONE[name]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(CannotRead, match=reason) as refused:
        read(tmp_path / name)
    assert name in str(refused.value)


@pytest.mark.parametrize("name", [name for name in NOT_ONE if name not in ("isa.835", "half.835")])
def test_not_recognised(tmp_path, name: str) -> None:
    (tmp_path / name).write_bytes(NOT_ONE[name][0])
    assert not recognises(File(tmp_path / name))


def test_segments_of_which_none_comes_to_its_end(tmp_path) -> None:
    path = tmp_path / "unended.835"
    path.write_bytes(b"one~\ntwo~\nCLP*C1*1*100*60*40*MB*P1*11*1")
    with pytest.raises(CannotRead, match="holds no remittance"):
        read(path)


def test_a_file_that_is_not_there(tmp_path) -> None:
    with pytest.raises(CannotRead, match="cannot be opened"):
        read(tmp_path / "gone.835")
