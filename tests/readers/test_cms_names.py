"""CMS's downloads of 2019 to 2026 under the names and headings they have had.

The names are those that public code opens or fetches: PPRRVU19_V1213.xlsx, PPRRVU19_OCT.csv to PPRRVU24_OCT.csv,
PPRRVU24_JAN.xlsx and OPPSCAP_JAN.xlsx in RVU24A-010323, 24LOCCO.xlsx, ANES2024.xlsx, PFALL24R.txt, PFREV20B.txt,
PFREV26A/PFREV26AR_nonQP.zip in pfrev26a-updated-12-29-2025.zip, jul_2019_asp_pricing_file_updated_052920.zip,
April_2020_ASP_Pricing_File_updated_022421.zip, january-2025-asp-pricing-file-03-11-25-final-file.zip,
MCR_MUE_PractitionerServices_Eff_04-01-2024. Amounts are invented, codes are HCPCS level II.
"""

import io
import zipfile

import pytest

from medoffice_xl.errors import CannotRead
from medoffice_xl.readers.drug_prices.quarter import quarter as quarter_of_prices
from medoffice_xl.readers.mpfs.release import release
from medoffice_xl.readers.recognise import read_file
from medoffice_xl.readers.unit_limits.quarter import quarter as quarter_of_limits


@pytest.mark.parametrize(
    ("name", "beside", "first", "stated"),
    [
        ("PPRRVU19_V1213.xlsx", (), "2019-01-01", False),
        ("PPRRVU19_OCT.csv", (), "2019-10-01", True),
        ("PPRRVU20_OCT.csv", (), "2020-10-01", True),
        ("PPRRVU21_OCT.csv", (), "2021-10-01", True),
        ("PPRRVU22_OCT.csv", (), "2022-10-01", True),
        ("PPRRVU23_JAN.csv", (), "2023-01-01", True),
        ("PPRRVU24_JAN.xlsx", (), "2024-01-01", True),
        ("PPRRVU2025_Oct.csv", (), "2025-10-01", True),
        ("GPCI2019.csv", (), "2019-01-01", False),
        ("24LOCCO.xlsx", (), "2024-01-01", False),
        ("ANES2024.xlsx", (), "2024-01-01", False),
        ("OPPSCAP_JAN.xlsx", ("RVU24A-010323",), "2024-01-01", True),
        ("OPPSCAP.csv", ("rvu23d.zip",), "2023-10-01", True),
        ("OPPSCAP.csv", ("rvu26c-updated-06-30-2026.zip",), "2026-07-01", True),
    ],
)
def test_the_release_of_a_file_by_the_name_it_had(name, beside, first, stated):
    found = release([], name, beside)
    assert (str(found.effective), found.stated) == (first, stated)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("jul_2019_asp_pricing_file_updated_052920.zip", "2019-07-01"),
        ("April_2020_ASP_Pricing_File_updated_022421.zip", "2020-04-01"),
        ("january-2021-asp-pricing-file.zip", "2021-01-01"),
        ("section 508 version of July 2022 ASP Pricing File updated 060223.csv", "2022-07-01"),
        ("january-2025-asp-pricing-file-03-11-25-final-file.zip", "2025-01-01"),
        ("october-2025-asp-pricing-final-file.zip", "2025-10-01"),
    ],
)
def test_the_quarter_of_drug_prices_by_the_name_they_had(name, first):
    assert str(quarter_of_prices("", name).first) == first


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("MCR_MUE_PractitionerServices_Eff_04-01-2024.csv", "2024-04-01"),
        ("practitionerservicesmuetable-effective-07-01-2026.zip", "2026-07-01"),
        ("medicare-ncci-2025-q4-practitioner-services-mue-table.zip", "2025-10-01"),
    ],
)
def test_the_quarter_of_unit_limits_by_the_name_they_had(name, first):
    assert str(quarter_of_limits("", name)[0]) == first


def packed(folder, name, **files):
    path = folder / name
    with zipfile.ZipFile(path, "w") as archive:
        for inside, content in files.items():
            archive.writestr(inside, content)
    return path


WITHOUT_COINSURANCE = (
    "Payment Allowance Limits for Medicare Part B Drugs,,,,,,,,,\n,,,,,,,,,\nNote 1: text,,,,,,,,,\n"
    "HCPCS Code,Short Description,HCPCS Code Dosage,Payment Limit,Vaccine AWP%,Vaccine Limit,Blood AWP%,Blood limit,"
    "Clotting Factor,Notes\nJ3301,X,10 MG,1.291,,,,,,\n"
)
WITH_COINSURANCE = (
    "Title,,,,,,,,,,,\n,,,,,,,,,,,\nNote,,,,,,,,,,,\n,,,,,,,,,,,\n"
    "HCPCS Code,Short Description,HCPCS Code Dosage,Payment Limit,Co-insurance Percentage,Vaccine AWP%,Vaccine Limit,"
    "Blood AWP%,Blood limit,Clotting Factor,Notes,\nJ3301,X,10 MG,0.787,20.000,,,,,,,\n"
)


@pytest.mark.parametrize(
    ("zipped", "inside", "content", "limit", "first"),
    [
        (
            "jul_2019_asp_pricing_file_updated_052920.zip",
            "section 508 version of Jul 2019 ASP Pricing File 052920.csv",
            WITHOUT_COINSURANCE,
            1.291,
            "2019-07-01",
        ),
        (
            "january-2024-asp-pricing-file.zip",
            "Jan 2024 ASP Pricing File 121423.csv",
            WITH_COINSURANCE,
            0.787,
            "2024-01-01",
        ),
    ],
)
def test_drug_prices_before_and_after_they_had_a_coinsurance(tmp_path, zipped, inside, content, limit, first):
    prices = read_file(packed(tmp_path, zipped, **{inside: content})).tables["drug_prices"]
    assert prices[["code", "dosage", "payment_limit"]].values.tolist() == [["J3301", "10 MG", limit]]
    assert str(prices["effective"].iloc[0].date()) == first


def test_unit_limits_under_a_notice_of_two_lines_and_a_heading_of_two(tmp_path):
    content = (
        '"A notice,\nin two lines",,,\n"HCPCS/\nCPT Code","Practitioner Services MUE Values",'
        '"MUE Adjudication Indicator","MUE Rationale"\nJ1100,8,"3 Date of Service Edit: Clinical","Clinical: Data"\n'
    )
    inside = {"MCR_MUE_PractitionerServices_Eff_04-01-2021.csv": content}
    limits = read_file(packed(tmp_path, "practitioner-services-mue-table.zip", **inside)).tables["unit_limits"]
    assert limits[["code", "units", "indicator"]].values.tolist() == [["J1100", 8, "3"]]
    assert str(limits["effective"].iloc[0].date()) == "2021-04-01"


ROW = '"{year}","01112","05","G0438","  ","0000175.12","0000175.12"," ","0","A","0","0.00","0.00","0","0.00","0.00"\n'


def of_localities(tmp_path, name):
    """CMS's amounts by locality under a name; a zip holds a zip of them, as that of 2026 does."""
    path = tmp_path / name
    if not name.endswith(".zip"):
        path.write_text(ROW.format(year=2024) * 9, encoding="utf-8")
        return path
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("PFALL26AR.txt", ROW.format(year=2026) * 9)
    return packed(tmp_path, name, **{"PFREV26A/PFREV26AR_nonQP.zip": inner.getvalue()})


@pytest.mark.parametrize("name", ["PFALL24R.txt", "PFREV20B.txt", "pfrev26a-updated-12-29-2025.zip"])
def test_amounts_by_locality_are_named_for_what_they_are(tmp_path, name):
    with pytest.raises(CannotRead, match=r"payment amounts by carrier and locality \(PFALL\).*Relative Value Files"):
        read_file(of_localities(tmp_path, name))
