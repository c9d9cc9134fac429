"""CMS's downloads as they come, of any year, and as they are when something went wrong on the way."""

import zipfile
from pathlib import Path

import pytest
from mpfs_files import GPCI_2025, RVU_2025, SAMPLES, file_2026

from medoffice_xl.errors import CannotRead
from medoffice_xl.problems import Severity
from medoffice_xl.readers.mpfs import KIND, read
from medoffice_xl.readers.recognise import kind_of, read_cms_file, read_file

CAPS = "HCPCS,MOD,PROCSTAT,CARRIER,LOCALITY,FACILITY PRICE,NON-FACILTY PRICE\nG0297,TC,C,01112,05,150.69,151.69\n\x1a\n"
ANES = SAMPLES / "ANES2025.csv"


def packed(folder: Path, name: str, **files: str | bytes | Path) -> Path:
    """A zip of files; the underscores before an ending stand for a dot."""
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for inside, content in files.items():
            stem, _, ending = inside.rpartition("__")
            archive.writestr(f"{stem}.{ending}", content.read_bytes() if isinstance(content, Path) else content)
    return path


def in_force(reading) -> set[str]:
    return {str(day.date()) for day in reading.tables["opps_caps"]["effective"]}


def caught(reading) -> list[str]:
    return [problem.problem for problem in reading.problems if problem.severity is Severity.DATA]


@pytest.mark.parametrize("year", range(2019, 2027))
def test_the_cap_file_takes_its_year_from_what_it_came_with(tmp_path, year):
    rvu = file_2026(tmp_path, f"PPRRVU{year % 100}_OCT.csv", "33.4009", "October", year)
    by_sibling = read(packed(tmp_path, "download.zip", OPPSCAP_Oct__csv=CAPS, **{f"PPRRVU{year % 100}_OCT__csv": rvu}))
    by_zip = read(packed(tmp_path, f"rvu{year % 100}d_0.zip", OPPSCAP_Oct__csv=CAPS, GPCI__pdf="x"))
    assert in_force(by_sibling) == in_force(by_zip) == {f"{year}-10-01"}
    assert set(by_sibling.tables) == {"mpfs", "opps_caps"}
    caps = by_zip.tables["opps_caps"].iloc[0]
    assert (caps["code"], caps["facility"], caps["nonfacility"]) == ("G0297", 15_069, 15_169)


@pytest.mark.parametrize("year", range(2019, 2027))
def test_a_whole_download_of_each_year(tmp_path, year):
    """Relative values, indices and anesthesia of that year, beside a document and the same as fixed-width text."""
    short = year % 100
    rvu = file_2026(tmp_path, f"PPRRVU{short}_JAN.csv", "33.4009", "January", year)
    indices = GPCI_2025.read_text(encoding="latin-1").replace("2025", str(year))
    files = {
        f"PPRRVU{short}_JAN__csv": rvu,
        f"PPRRVU{short}_JAN__txt": "G0438  2.60\n" * 99,
        f"GPCI{year}__csv": indices,
    }
    files |= {f"ANES{year}__csv": ANES, f"RVU{short}A__pdf": b"%PDF-1.4"}
    tables = read(packed(tmp_path, f"RVU{short}A.zip", **files)).tables
    values = tables["mpfs"]
    assert values[["code", "work"]].values.tolist() == [["G0438", 2.6]]
    assert {str(first.date()) for first in values["effective"]} == {f"{year}-01-01"}
    assert set(tables["gpci"]["year"]) == {year}
    assert len(tables["gpci"]) == 109


def test_the_quarter_too(tmp_path):
    reading = read(packed(tmp_path, "RVU24AR.zip", OPPSCAP__csv=CAPS, PPRRVU24__csv=RVU_2025))
    assert in_force(reading) == {"2024-01-01"}


def test_an_unpacked_zip_says_what_the_zip_said(tmp_path):
    folder = tmp_path / "RVU26D"
    folder.mkdir()
    (folder / "OPPSCAP_Oct.csv").write_text(CAPS)
    assert in_force(read_cms_file(folder / "OPPSCAP_Oct.csv")) == {"2026-10-01"}


def test_years_that_disagree_are_not_decided(tmp_path):
    other = file_2026(tmp_path, "PPRRVU24_JAN.csv", "33.2875", "January", 2024)
    path = packed(tmp_path, "mixed.zip", OPPSCAP_Oct__csv=CAPS, GPCI2025__csv=GPCI_2025, PPRRVU24_JAN__csv=other)
    reading = read(path)
    assert set(reading.tables) == {"gpci", "mpfs"}
    assert caught(reading) == [
        "One file of the zip was left out: OPPSCAP_Oct.csv does not say which year it is of. "
        "Keep CMS's file name, such as PPRRVU2025_Oct.csv, or give the zip as it is."
    ]


@pytest.mark.parametrize(
    ("inside", "content", "why"),
    [
        ("ANES2026__csv", "Contractor,Locality\n1,2\n", "ANES2026.csv has none of the headings"),
        ("GPCI2026__csv", GPCI_2025.read_bytes()[:9_000] + b"\n01112,CA,", "GPCI2026.csv is cut off or damaged"),
        (
            "OPPSCAP_Jul__xlsx",
            b"PK\x03\x04 no workbook",
            "OPPSCAP_Jul.xlsx is damaged and cannot be read as a workbook",
        ),
    ],
)
def test_one_odd_file_never_sinks_the_zip(tmp_path, inside, content, why):
    rvu = file_2026(tmp_path, "PPRRVU2026_Jul_nonQPP.csv", "33.4009")
    path = packed(tmp_path, "RVU26C.zip", **{inside: content, "PPRRVU2026_Jul_nonQPP__csv": rvu})
    assert kind_of(path) == KIND
    reading = read_cms_file(path)
    assert set(reading.tables) == {"mpfs"}
    assert len(caught(reading)) == 1
    assert caught(reading)[0].startswith(f"One file of the zip was left out: {why}")


def test_a_damaged_file_in_the_zip_is_left_out(tmp_path):
    path = packed(tmp_path, "RVU25D.zip", PPRRVU2025_Oct__csv=RVU_2025, ANES2025__csv=ANES)
    whole = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        whole[archive.getinfo("ANES2025.csv").header_offset + 60] ^= 0xFF
    path.write_bytes(whole)
    reading = read(path)
    assert set(reading.tables) == {"mpfs"}
    assert caught(reading)[0].startswith("One file of the zip was left out: ANES2025.csv in the zip is damaged")


def test_a_zip_of_which_nothing_can_be_read_says_why(tmp_path):
    with pytest.raises(CannotRead, match=r"GPCI2026.csv is cut off"):
        read(packed(tmp_path, "RVU26C.zip", GPCI2026__csv=GPCI_2025.read_bytes()[:9_000] + b"\n01112,CA,"))


def cut(path: Path, folder: Path) -> Path:
    """A copy that ends in the middle of a line."""
    content = path.read_bytes()
    half = content.index(b"\n", len(content) // 2)
    copy = folder / path.name
    copy.write_bytes(content[: half + 8])
    return copy


@pytest.mark.parametrize("name", ["GPCI2025.csv", "ANES2025.csv", "25LOCCO.csv", "PPRRVU2025_Oct_hcpcs2_only.csv"])
def test_a_cut_file_is_refused_with_its_line(tmp_path, name):
    with pytest.raises(CannotRead, match=r"is cut off or damaged: its row \d+ ends after \d+ of \d+ cells"):
        read_file(cut(SAMPLES / name, tmp_path))


def test_cut_caps_are_refused(tmp_path):
    path = tmp_path / "OPPSCAP2026_Oct.csv"
    path.write_text(CAPS.replace("\x1a\n", "G0297,TC,C,01112,09"))
    with pytest.raises(CannotRead, match="its row 3 ends after 5 of 7 cells"):
        read_file(path)


def test_columns_that_ran_together_are_refused(tmp_path):
    path = tmp_path / "ANES2025.csv"
    path.write_bytes(ANES.read_bytes().replace(b",", b"\r"))
    with pytest.raises(CannotRead, match=r"has no column “Contractor”: its columns ran together or were lost"):
        read_file(path)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("PPRRVU25_OCT.txt", "HDR2025 NATIONAL PHYSICIAN FEE SCHEDULE\nG0438     X                A 00260 00220\n"),
        ("GPCI2025.txt", "ADDENDUM E. FINAL CY 2025 GPCIs\n10112           AL      00   ALABAMA   1.000   0.869\n"),
        ("OPPSCAP_Oct.txt", "G0297TC C 01112 05   150.69   150.69\n"),
        ("ANES2025.txt", "1011200ALABAMA                    1931\n"),
        ("25LOCCO.txt", "10112  00  ALABAMA   STATEWIDE   ALL COUNTIES\n"),
        ("renamed.txt", "HDR2025 NATIONAL PHYSICIAN FEE SCHEDULE\nG0438     X                A 00260 00220\n"),
    ],
)  # fmt: skip
def test_fixed_width_text_is_named_for_what_it_is(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text)
    assert kind_of(path) == KIND
    with pytest.raises(CannotRead, match=r"is CMS's fixed-width text, without columns. Take the .csv or .xlsx file"):
        read_file(path)


def test_text_with_tabs_has_columns(tmp_path):
    path = tmp_path / "GPCI2025.txt"
    rows = GPCI_2025.read_text(encoding="latin-1").splitlines()[2:4]
    path.write_text("\n".join(row.replace(",", "\t") for row in rows))
    assert read_file(path).tables["gpci"]["locality_key"].tolist() == ["10112-00"]


def test_both_programs_of_anesthesia_in_one_file(tmp_path):
    path = tmp_path / "ANES2026.csv"
    path.write_text(
        "Contractor,Locality,Locality Name,Qualifying APM Anes CF of 20.5998,Non-Qualifying APM Anes CF of 20.4976\n"
        "10112,00,ALABAMA,19.51,19.41\n"
    )
    factors = read_file(path).tables["conversion_factors"]
    assert factors[["program", "locality_key", "factor"]].values.tolist() == [
        ["QP", "10112-00", 19.51], ["QP", "", 20.5998], ["non-QP", "10112-00", 19.41], ["non-QP", "", 20.4976],
    ]  # fmt: skip


def test_a_damaged_zip_of_another_packing_is_refused_in_words(tmp_path):
    path = tmp_path / "fees.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("fees.csv", "Code,Rate,Effective\n" + "G0438,10,1/1/2026\n" * 50)
    whole = bytearray(path.read_bytes())
    whole[60:70] = bytes(10)
    path.write_bytes(whole)
    with pytest.raises(CannotRead, match=r"fees.csv in the zip is damaged or locked"):
        read_file(path)


BEFORE_2021 = """\
ADDENDUM E. FINAL CY 2020 GPCIs BY MEDICARE LOCALITY,,,,,
,,,,,
{headings}
10112,00,ALABAMA,1.000,0.869,0.575
02102,01,ALASKA*,1.500,1.081,0.592
"""


@pytest.mark.parametrize(
    "headings",
    [
        "Medicare Administrative Contractor (MAC),Locality Number,Locality Name,2020 PW GPCI (with 1.0 Floor),"
        "2020 PE GPCI,2020 MP GPCI",
        "Contractor,Locality,Locality Name,Work GPCI,PE GPCI,MP GPCI",
    ],
)
def test_cost_indices_before_2021_have_no_column_of_states(tmp_path, headings):
    path = tmp_path / "GPCI2020.csv"
    path.write_text(BEFORE_2021.format(headings=headings), encoding="utf-8")
    found = read_cms_file(path).tables["gpci"]
    assert found[["locality_key", "state", "work", "pe", "mp"]].values.tolist() == [
        ["10112-00", "", 1.0, 0.869, 0.575],
        ["02102-01", "", 1.5, 1.081, 0.592],
    ]
    assert set(found["year"]) == {2020}


AMOUNTS = (
    '"2026","10112","00","G0439","  ","0000123.45","0000100.00","0","0","A","0","0000000.00","0000000.00","9",'
    '"0000000.00","0000000.00"\n'
) * 3 + '"TRL","3"\n'


def test_amounts_by_locality_are_named_for_what_they_are(tmp_path):
    path = tmp_path / "amounts.txt"
    path.write_text(AMOUNTS, encoding="utf-8")
    for each in (path, packed(tmp_path, "PFREV26A.zip", PFALL26A__txt=AMOUNTS, PF26PA__pdf=b"%PDF-1.7")):
        with pytest.raises(
            CannotRead, match=r"payment amounts by carrier and locality \(PFALL\).*Relative Value Files"
        ):
            read_file(each)


def test_a_list_of_codes_and_years_is_no_list_of_amounts_by_locality(tmp_path):
    path = tmp_path / "codes.csv"
    path.write_text("2026,10112,00,G0439,A\n" * 3, encoding="utf-8")
    with pytest.raises(CannotRead, match="not a file that is known here"):
        read_file(path)


def test_documents_beside_the_tables_of_a_zip(tmp_path):
    """Stored as they are, a PDF and a Word document show in the first bytes of the zip that holds them."""
    document = packed(tmp_path, "notes.docx", **{"[Content_Types]__xml": "<x/>", "word/document__xml": "<x/>"})
    path = tmp_path / "RVU25D.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("RVU25D.pdf", b"%PDF-1.7")
        archive.write(document, "notes.docx")
        archive.write(RVU_2025, "PPRRVU2025_Oct.csv")
    assert read_file(path).tables["mpfs"]["effective"].dt.strftime("%Y-%m").unique().tolist() == ["2025-10"]
    with pytest.raises(CannotRead, match=r"notes\.docx is a Word document"):
        read_file(document)
