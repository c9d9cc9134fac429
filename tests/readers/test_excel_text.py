"""Cells that were written so that Excel leaves them alone, pages in one file, and tables that begin with data."""

import pytest

from medoffice_xl.errors import CannotRead
from medoffice_xl.readers.heading_rows import are_headings
from medoffice_xl.readers.recognise import read_file
from medoffice_xl.readers.seen import Unclear

HEAD = "Claim ID,Service Date,Primary Insurance,HCPCS Code,Charge Amount"


def written(tmp_path, text, name="export.csv"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def charges(reading):
    return reading.tables["charges"][["claim_id", "payer", "code", "charge"]].values.tolist()


@pytest.mark.parametrize(
    "row",
    [
        '="00123",="1/2/2026",="Acme",="00100",="1,000.00"',
        '"=""00123""","=""1/2/2026""","=""Acme""","=""00100""","=""1,000.00"""',
        "'00123,'1/2/2026,Acme,'00100,\"1,000.00\"",
        '"\'00123",1/2/2026,Acme,"\'00100",1000.00',
    ],
)
@pytest.mark.parametrize("alphabet", ["utf-8", "utf-16", "cp1252"])
def test_cells_kept_from_excel_are_the_text_they_mean(tmp_path, row, alphabet):
    path = written(tmp_path, f"{HEAD}\r\n{row}\r\n".encode(alphabet))
    assert charges(read_file(path)) == [["00123", "Acme", "00100", 100_000]]


def test_a_name_with_an_apostrophe_keeps_it(tmp_path):
    path = written(tmp_path, f"{HEAD}\nC1,1/2/2026,'Aina o Hawai'i,G0439,10.00\n")
    assert charges(read_file(path)) == [["C1", "'Aina o Hawai'i", "G0439", 1_000]]


PAGE = (
    "<html><body><table><tr><td>logo</td></tr></table><table><tr>{heads}</tr>\n<tr><td>C1</td><td>1/2/2026</td>"
    "<td>Acm\xe9</td><td>G0439</td><td>10=\n.00</td></tr></table></body></html>"
)


def saved_page(*more):
    heads = "".join(f"<th>{each}</th>" for each in HEAD.split(","))
    page = PAGE.format(heads=heads).replace("\xe9", "=E9")
    return "\r\n".join([
        *more, "MIME-Version: 1.0", "X-Document-Type: Workbook", 'Content-Type: multipart/related; boundary="x"', "",
        "--x", "Content-Type: text/html; charset=windows-1252", "Content-Transfer-Encoding: quoted-printable", "",
        *page.split("\n"), "--x", "Content-Type: image/gif", "Content-Transfer-Encoding: base64", "", "R0lGOA==",
        "--x--", "",
    ])  # fmt: skip


def test_a_page_in_one_file_that_systems_call_excel(tmp_path):
    reading = read_file(written(tmp_path, saved_page(), "charges.xls"))
    assert charges(reading) == [["C1", "Acmé", "G0439", 1_000]]
    assert any("Only one of the 2 tables was read." in each.problem for each in reading.problems)


def test_a_letter_with_a_table_is_an_email(tmp_path):
    with pytest.raises(CannotRead, match="is an e-mail"):
        read_file(written(tmp_path, saved_page("Received: from a by b"), "mail.eml"))


@pytest.mark.parametrize(
    "text",
    [
        "C1,DOE,JANE,01/02/1950,11/05/2026,G0439,150.00,Alpha\nC2,ROE,RICHARD,01/03/1950,11/05/2026,G0439,150.00,Alpha\n",
        "JANE DOE,11/05/2026,G0439,150.00\nRICHARD ROE,11/05/2026,G0439,150.00\n",
        "DOE,JANE,Smithville\nROE,RICHARD,Smithville\n",
        "DOE JANE,Main Office,Primary Care,01/02/1950\nROE RICHARD,Main Office,Primary Care,01/03/1950\n",
        "Dear Mrs Jane Doe, your claim of 11/05/2026, for $150.00, was denied.\nYours, Alpha\n",
        "PID|1||55||DOE^JANE|||F\nPV1|1|O\n",
    ],
)
@pytest.mark.parametrize("kind", [None, "charges", "costs"])
def test_of_a_table_that_begins_with_data_nothing_is_quoted(tmp_path, text, kind):
    with pytest.raises(CannotRead) as caught:
        read_file(written(tmp_path, text), kind)
    said = str(caught.value)
    assert not isinstance(caught.value, Unclear), "its columns would be asked about by their first row"
    assert not any(name in said.upper() for name in ("DOE", "JANE", "ROE", "RICHARD", "1950"))
    assert "columns" in said


def test_headings_in_another_language_are_asked_about(tmp_path):
    text = "Número de reclamo,Fecha de servicio,Aseguradora,Código,Importe\n1,11/05/2026,Alpha,G0439,150.00\n"
    with pytest.raises(Unclear, match="Fecha de servicio"):
        read_file(written(tmp_path, text))


@pytest.mark.parametrize(
    ("row", "below", "are"),
    [
        (["Claim", "Charge"], [], True),
        (["Claim", "Fecha"], [], False),  # one known word alone may be anybody's text
        (["Claim", "Fecha"], [["1", "11/05/2026"]], True),
        (["Code", "Fee", "01/01/2026"], [], True),  # a day as the heading of a quarter's rates
        (["Code", "Doe", "01/01/2026"], [], False),
        (["what", "is", "this"], [["1", "2", "3"]], True),
        (["DOE", "JANE", "12345"], [["ROE", "RICHARD", "67890"]], False),
        ([], [], False),
    ],
)
def test_what_headings_are(row, below, are):
    assert are_headings(row, below) is are
