"""Headings and cells as other systems write what *test_pm_layouts* has: rows and cents as in the file."""

from datetime import date

import pytest

from medoffice_xl.readers.recognise import read_file

TODAY = date(2026, 12, 1)


def read(tmp_path, *lines):
    path = tmp_path / "export.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return read_file(path, today=TODAY)


def charges(reading, *names):
    return reading.tables["charges"][list(names)].values.tolist()


def entries(reading):
    return [tuple(row) for row in reading.tables["payments"][["kind", "payer", "amount"]].values.tolist()]


def test_headings_in_capitals_cut_short(tmp_path):
    reading = read(
        tmp_path,
        "ENCNTR_NBR,CHRG_ITEM_ID,SVC_DT,POST_DT,CDM,HCPCS_CD,MOD_1,QTY,EXT_CHRG_AMT,PRIM_PAYR_NM,PERF_PROV",
        "700001,1,20261105,20261106,44001,G0439,25,1,150.00,Alpha Health,Able",
    )
    names = ("claim_id", "code", "mod1", "charge", "payer", "provider")
    assert charges(reading, *names) == [["700001", "G0439", "25", 15000, "Alpha Health", "Able"]]


@pytest.mark.parametrize("heading", ["Resp Carrier", "Responsible Insurance", "Responsible Payor"])
def test_who_is_responsible_is_the_payer_where_the_heading_says_that_it_is_one(tmp_path, heading):
    reading = read(
        tmp_path,
        f"Visit #,Pt Acct #,Svc Dt,Chg Code,Chg Amt,Ins Pmts,W/O,{heading}",
        "8001,77,2026/11/05,G0439,$150.00,$93.60,$33.00,Alpha Health",
    )
    assert charges(reading, "payer", "charge") == [["Alpha Health", 15000]]
    assert entries(reading)[0] == ("insurance payment", "Alpha Health", 9360)


@pytest.mark.parametrize(
    ("cell", "modifiers"),
    [
        ("HC:G0439:25:59", ["25", "59"]),
        ("HC|G0439|25", ["25", ""]),
        ("(G0439)", ["", ""]),
        ("[G0439] 25", ["25", ""]),
        ("'G0439", ["", ""]),
        ("HCPCS: G0439", ["", ""]),
        ("G0439;25;59", ["25", "59"]),
    ],
)
def test_a_code_is_taken_out_of_what_stands_around_it(tmp_path, cell, modifiers):
    reading = read(tmp_path, "Claim,DOS,Payer,Code,Charge", f"1,11/05/2026,Alpha,{cell},150.00")
    assert charges(reading, "code", "mod1", "mod2") == [["G0439", *modifiers]]


def test_the_mark_by_which_a_spreadsheet_keeps_zeros_is_no_part_of_a_number(tmp_path):
    reading = read(tmp_path, "Claim,DOS,Payer,Code,Charge", "'00123,'11/05/2026,'t Hooft Plan,'00100,'150.00")
    assert charges(reading, "claim_id", "payer", "code", "charge") == [["00123", "'t Hooft Plan", "00100", 15000]]


@pytest.mark.parametrize("payer", ["-", "--", "n/a", "None", "Self Pay", "Uninsured"])
def test_signs_and_words_for_nobody_are_self_pay(tmp_path, payer):
    reading = read(
        tmp_path, "Claim,DOS,Payer,Code,Charge", f"1,11/05/2026,{payer},G0439,150.00", "2,11/05/2026,A,G0439,1.00"
    )
    assert charges(reading, "payer") == [["Self-pay"], ["A"]]


def test_a_column_of_code_types_tells_copays_and_diagnoses_from_services(tmp_path):
    """150.00 of service, of which 20.00 were paid at the desk."""
    reading = read(
        tmp_path,
        "Encounter,Date,Payer,Code Type,Code,Fee",
        "1,2026-11-05,Alpha,CPT4,G0439,150.00",
        "1,2026-11-05,Alpha,COPAY,20.00,-20.00",
        "1,2026-11-05,Alpha,ICD10,Z00.00,0.00",
    )
    assert charges(reading, "claim_id", "code", "charge") == [["1", "G0439", 15000]]
    assert entries(reading) == [("patient payment", "Patient", 2000)]
    assert any("1 × diagnosis" in each.problem for each in reading.problems)


def test_code_types_that_are_all_services_tell_nothing_apart(tmp_path):
    reading = read(
        tmp_path,
        "Encounter,Date,Payer,Code Type,Code,Fee,Insurance Paid",
        "1,2026-11-05,Alpha,HCPCS,G0439,150.00,93.60",
    )
    assert charges(reading, "code", "charge") == [["G0439", 15000]]
    assert entries(reading) == [("insurance payment", "Alpha", 9360)]


@pytest.mark.parametrize(
    ("heading", "active", "deleted"), [("activity", "1", "0"), ("Is Active", "TRUE", "FALSE"), ("Deleted", "0", "1")]
)
def test_a_row_that_is_no_longer_active_is_void(tmp_path, heading, active, deleted):
    reading = read(
        tmp_path,
        f"Encounter,Date,Payer,Code,Fee,{heading}",
        f"1,2026-11-05,Alpha,G0439,150.00,{active}",
        f"1,2026-11-05,Alpha,G0444,30.00,{deleted}",
    )
    assert charges(reading, "code", "charge") == [["G0439", 15000]]
    assert any("marked as void" in each.problem and "$30.00" in each.problem for each in reading.problems)


def test_activity_in_words_is_what_a_row_is(tmp_path):
    reading = read(
        tmp_path,
        "Encounter,Date,Payer,Code,Amount,Activity",
        "1,2026-11-05,Alpha,G0439,150.00,Charge",
        "1,2026-11-20,Alpha,G0439,93.60,Insurance payment",
    )
    assert charges(reading, "charge") == [[15000]]
    assert entries(reading) == [("insurance payment", "Alpha", 9360)]


def test_credits_and_debits_written_behind_the_amount(tmp_path):
    """Most payments are credits, so that a debit among them takes back: 93.60 + 93.60 - 10.00."""
    rows = [f"{claim},11/05/2026,Alpha,G0439,150.00,{paid},33.00CR" for claim, paid in
            (("1", "93.60CR"), ("2", "93.60 CR"), ("3", "10.00DR"))]  # fmt: skip
    reading = read(tmp_path, "Claim,DOS,Payer,Code,Charge,Ins Paid,Adj", *rows)
    assert [cents for kind, _, cents in entries(reading) if kind == "insurance payment"] == [9360, 9360, -1000]
    assert [cents for kind, _, cents in entries(reading) if kind != "insurance payment"] == [3300] * 3


def test_the_patients_share_among_groups_of_adjustments_is_still_owed(tmp_path):
    """150.00 - 93.60 - 33.00 = 23.40, which the patient owes: it is not written off."""
    reading = read(
        tmp_path,
        "Claim Number,DOS,HCPCS,Charge,Payer,Primary Paid,Adj CO,Adj PR,Balance",
        "9001,11/05/2026,G0439,150.00,Alpha,93.60,33.00,23.40,23.40",
    )
    assert entries(reading) == [("insurance payment", "Alpha", 9360), ("contractual adjustment", "Alpha", 3300)]
    assert any("Columns that were not used: Adj PR" in each.problem for each in reading.problems)


def test_numbers_and_amounts_that_a_program_wrote_as_fractions(tmp_path):
    """Ids of 1001.0 are 1001, as remittances call them; 30.000000000000004 is 30.00; 30.001 is no amount."""
    path = tmp_path / "export.csv"
    path.write_text(
        "claim_id,patient_id,dos,payer,cpt,pos,npi,charge\n"
        "1001.0,77.0,2026-11-05,Alpha,G0439,11.0,1234567893.0,150.0\n"
        "1002.0,78.0,2026-11-06,Alpha,G0444,11.0,1234567893.0,30.000000000000004\n"
        "1003.0,78.0,2026-11-06,Alpha,G0444,11.0,1234567893.0,30.001\n",
        encoding="utf-8",
    )
    charges = read_file(path).tables["charges"]
    assert charges[["claim_id", "patient_acct", "pos", "npi", "charge"]].values.tolist() == [
        ["1001", "77", "11", "1234567893", 15000],
        ["1002", "78", "11", "1234567893", 3000],
    ]


def test_an_id_with_a_point_among_others_stays_as_it_is(tmp_path):
    path = tmp_path / "export.csv"
    path.write_text("Claim,DOS,Payer,CPT,Charge\n7.0,11/05/2026,A,G0439,1.00\n7.1,11/05/2026,A,G0439,1.00\n")
    assert read_file(path).tables["charges"]["claim_id"].tolist() == ["7.0", "7.1"]


@pytest.mark.parametrize(("code", "told"), [("G0439-25; G0444-59", 1), ("G0439, G0444", 1), ("J0000-J9999", 0),
                                            ("G0439-25", 0)])  # fmt: skip
def test_several_codes_in_a_cell_are_told(tmp_path, code, told):
    path = tmp_path / "export.csv"
    path.write_text(f'Claim,DOS,Payer,CPT,Charge\n1,11/05/2026,A,"{code}",180.00\n2,11/05/2026,A,G0439,1.00\n')
    reading = read_file(path)
    assert reading.tables["charges"]["charge"].tolist() == [18000, 100]
    assert len([each for each in reading.problems if "Several codes" in each.problem]) == told


def test_headings_over_two_rows_are_said_again_on_the_next_page(tmp_path):
    head = ["Chart,Service,Proc.,Insurance,Charge", "No.,Date,Code,Carrier,Amount"]
    rows = [
        *head,
        "Q1,11/05/26,G0439,ALPHA,150.00",
        ",,,Total,150.00",
        "Page 1,,,,",
        *head,
        "Q2,11/07/26,G0438,BETA,200.50",
    ]
    path = tmp_path / "export.csv"
    path.write_text("\n".join(["Acme Practice,,,,", *rows]), encoding="utf-8")
    reading = read_file(path)
    assert reading.tables["charges"]["charge"].tolist() == [15000, 20050]
    assert [each for each in reading.problems if each.severity == "data"] == []


def test_a_heading_may_say_how_its_days_are_written(tmp_path):
    path = tmp_path / "export.csv"
    path.write_text(
        "Claim ID;Date of Service (MM/DD/YYYY);Payer (Primary);CPT®;Charge ($);Ins. Paid ($)\n"
        "1001;11/05/2026;Alpha;G0439;150.00;93.60\n",
        encoding="utf-8",
    )
    tables = read_file(path).tables
    assert tables["charges"][["claim_id", "payer", "charge"]].values.tolist() == [["1001", "Alpha", 15000]]
    assert tables["payments"]["amount"].tolist() == [9360]


@pytest.mark.parametrize(("charge", "told"), [("000015000", 1), ("0150.00", 0), ("150", 0), ("0", 0)])
def test_amounts_that_may_be_cents_without_a_point_are_told(tmp_path, charge, told):
    path = tmp_path / "export.csv"
    path.write_text(f"Claim,DOS,Payer,CPT,Charge\n1,11/05/2026,A,G0439,{charge}\n", encoding="utf-8")
    problems = [each for each in read_file(path).problems if "may be cents" in each.problem]
    assert [(each.severity, each.column) for each in problems] == [("money", "Charge")] * told
