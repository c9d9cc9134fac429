"""Files that hold nothing for us are called what they are, so that the user knows what to ask for instead."""

import zipfile

import pytest

from medoffice_xl.errors import CannotRead
from medoffice_xl.readers.foreign import foreign
from medoffice_xl.readers.recognise import read_file

ISA = "ISA*00*          *00*          *ZZ*A              *ZZ*B              *260301*1200*^*00501*000000009*0*P*:~"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def x12(number, functional):
    return f"{ISA}\nGS*{functional}*A*B*20260301*1200*1*X*005010~\nST*{number}*0001~\nSE*2*0001~\nGE*1*1~\nIEA*1*9~\n"


NAMED = {
    "ack.edi": (x12(999, "FA").encode(), "a file of acknowledgements (999)"),
    "old_ack.edi": (x12(997, "FA").encode(), "a file of acknowledgements (997)"),
    "claims.edi": (x12(837, "HC").encode(), "a file of claims as sent to a payer (837)"),
    "receipt.edi": (x12(277, "HN").encode(), "the receipt of claims (277CA)"),
    "wide.edi": (x12(999, "FA").encode("utf-16"), "a file of acknowledgements (999)"),
    "ta1.edi": (f"{ISA}TA1*000000009*260301*1200*A*000~IEA*0*000000009~".encode(), "(TA1)"),
    "paper.pdf": (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
    "late.pdf": (b"\r\nprinted\n%PDF-1.4", "a PDF"),
    "scan.png": (b"\x89PNG\r\n\x1a\n" + bytes(30), "a picture"),
    "scan.jpg": (b"\xff\xd8\xff\xe0" + bytes(30), "a picture"),
    "scan.heic": (b"\x00\x00\x00\x18ftypheic" + bytes(30), "a picture"),
    "letter.doc": (OLE + "WordDocument".encode("utf-16-le"), "a Word document"),
    "letter.rtf": (rb"{\rtf1 hello}", "a text document (RTF)"),
    "mail.eml": (b"Received: from a by b\r\nSubject: ERA\r\n", "an e-mail"),
    "lab.hl7": (b"MSH|^~\\&|LAB|\r", "an HL7 message"),
    "page.html": (b"<!DOCTYPE html><html><body>Sign in</body></html>", "a web page or XML file without a table"),
    "data.json": (b'[{"claim": 1}]', "a JSON file"),
    "old.gz": (b"\x1f\x8b\x08" + bytes(30), "a packed file"),
}


@pytest.mark.parametrize("name", NAMED)
def test_it_is_named_and_refused(tmp_path, name):
    content, what = NAMED[name]
    assert what in foreign(content)
    (tmp_path / name).write_bytes(content)
    with pytest.raises(CannotRead) as refused:
        read_file(tmp_path / name)
    assert name in str(refused.value)
    assert what in str(refused.value)


def test_a_word_document_of_today(tmp_path):
    path = tmp_path / "letter.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document/>")
    with pytest.raises(CannotRead, match="a Word document"):
        read_file(path)


@pytest.mark.parametrize(
    "content",
    [
        x12(835, "HP").encode(),
        (x12(999, "FA") + x12(835, "HP")).encode(),  # both in one download: the remittance counts
        b"Claim ID,DOS,Payer,Code,Charge\n",
        b"<html><table><tr><td>Claim</td></tr></table></html>",
        b'<?xml version="1.0"?><ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"/>',
        b"[Claim],[DOS]\n1,2\n",
    ],
)
def test_what_may_hold_something_is_not_refused(content):
    assert foreign(content) == ""
