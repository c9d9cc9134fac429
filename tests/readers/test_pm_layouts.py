"""Exports as practice-management systems write them, and what users reported of them: rows and cents as in the file.

The files hold invented people and codes; each is in the layout of a system or of a public report of a fault.
"""

from datetime import date
from pathlib import Path

import pytest

from medoffice_xl.readers.recognise import read_file

LAYOUTS = Path(__file__).parents[1] / "samples" / "pm" / "layouts"
TODAY = date(2026, 12, 1)


def read(name, **told):
    return read_file(LAYOUTS / name, today=TODAY, **told)


def charges(reading, *names):
    return reading.tables["charges"][list(names)].values.tolist()


def payments(reading):
    """(kind, payer, cents) of every entry, as the file has them."""
    return reading.tables["payments"][["kind", "payer", "amount"]].values.tolist()


def problems(reading, severity):
    return [problem.problem for problem in reading.problems if problem.severity == severity]


def test_kareo():
    reading = read("kareo_charges.csv")
    names = ("claim_id", "line_id", "code", "mod1", "charge", "payer", "plan", "provider", "location")
    assert charges(reading, *names) == [
        ["9001", "5501", "G0439", "25", 15000, "Medicare of X", "Part B", "Able, A", "Main"],
        ["9001", "5502", "G0444", "59", 3000, "Medicare of X", "Part B", "Able, A", "Main"],
    ]
    assert payments(reading) == [
        ["insurance payment", "Medicare of X", 9360],
        ["insurance payment", "Second payer", 2340],
        ["contractual adjustment", "Medicare of X", 3300],
    ]
    days = reading.tables["payments"]["post_date"].dt.strftime("%m/%d").tolist()
    assert days == ["11/20"] * 3
    assert any("“Receipts” adds up other columns" in problem for problem in problems(reading, "note"))
    assert any("the visit stands for it" in problem for problem in problems(reading, "note"))


def test_advancedmd():
    reading = read("advancedmd.csv")
    assert charges(reading, "claim_id", "code", "mod1", "mod2", "units", "charge", "payer") == [
        ["8001", "G0439", "25", "59", 1.0, 15000, "Alpha Health"],
        ["8002", "G0444", "", "", 2.0, 123450, "Alpha Health"],
    ]
    assert payments(reading) == [
        ["insurance payment", "Alpha Health", 9360],
        ["contractual adjustment", "Alpha Health", 3300],
    ]
    assert sum("This row is a total" in problem for problem in problems(reading, "note")) == 2


def test_athena():
    assert charges(read("athena.csv"), "claim_id", "code", "mod1", "mod2", "pos", "provider", "payer", "charge") == [
        ["123V456", "G0439", "25", "", "11", "Able", "Alpha Health", 15000],
        ["123V456", "G0444", "59", "GT", "11", "Able", "Alpha Health", 3000],
    ]


def test_epic():
    reading = read("epic_tx.csv")
    assert charges(reading, "claim_id", "line_id", "patient_acct", "code", "mod1", "charge") == [
        ["3001 2026-11-05", "88001", "3001", "G0439", "25", 15000]
    ]
    assert any("account and day of service stands for it" in problem for problem in problems(reading, "note"))
    assert any("names no payers" in problem for problem in problems(reading, "data"))


def test_simplepractice():
    """Charge, Paid and Unpaid stand twice: for the client after “Client …”, for the payer after “Insurance …”."""
    reading = read("simplepractice.csv")
    assert charges(reading, "code", "units", "charge", "provider") == [["H0001", 1.0, 15000, "Able"]]
    assert [(kind, cents) for kind, _, cents in payments(reading)] == [
        ("insurance payment", 13000),
        ("patient payment", 2000),
    ]


def test_office_ally():
    reading = read("officeally.csv")
    assert charges(reading, "claim_id", "patient_acct", "code", "mod1", "mod2", "charge") == [
        ["5001", "77", "G0439", "25", "59", 15000],
        ["5002", "77", "G0444", "", "", 103050],
    ]
    assert payments(reading) == [
        ["insurance payment", "Alpha Health", 9360],
        ["patient payment", "Patient", 2000],
        ["contractual adjustment", "Alpha Health", 3300],
    ]


def test_synthea():
    reading = read("synthea_tx.csv")
    assert charges(reading, "claim_id", "line_id", "code", "charge") == [["c1", "1", "G0439", 13680]]
    assert [(kind, cents) for kind, _, cents in payments(reading)] == [("insurance payment", 13680)]
    assert any("1 rows only move what is owed" in problem for problem in problems(reading, "note"))


def test_a_ledger_with_a_type():
    reading = read("ledger_claim_type.csv")
    assert charges(reading, "claim_id", "code", "charge") == [["1001", "G0439", 15000], ["1002", "G0444", 3000]]
    assert payments(reading) == [
        ["insurance payment", "Alpha Health", 9360],
        ["contractual adjustment", "Alpha Health", 3300],
    ]
    assert reading.tables["payments"]["line_id"].tolist() == ["1", "1"]


def test_the_sign_of_a_column_is_that_of_most_of_its_amounts():
    reading = read("t_credits_mixed.csv")
    assert sum(row[0] for row in charges(reading, "charge")) == 45000
    assert [cents for kind, _, cents in payments(reading) if kind == "insurance payment"] == [9360, 9360, -1000]
    assert [cents for kind, _, cents in payments(reading) if kind != "insurance payment"] == [3300] * 3


def test_codes_and_modifiers_are_parted():
    reading = read("t_codes.csv")
    parted = {row[0]: row[1:] for row in charges(reading, "claim_id", "code", "mod1", "mod2")}
    plain, one, two = ["G0439", "", ""], ["G0439", "25", ""], ["G0439", "25", "59"]
    assert parted == {
        **dict.fromkeys(("1", "2", "3", "4", "7", "10", "13", "14", "15"), plain),
        **dict.fromkeys(("5", "6", "16"), one),
        **dict.fromkeys(("8", "9"), two),
        "12": ["100", "", ""],
        "17": ["J1234", "JW", ""],
    }
    assert any("Words stand beside the code in 3 rows" in problem for problem in problems(reading, "note"))
    lost = [each for each in reading.problems if "does not look like a code" in each.problem]
    assert [(each.line, each.value) for each in lost] == [(12, "100")]


def test_modifiers():
    reading = read("t_mods.csv")
    assert charges(reading, "mod1", "mod2", "mod3", "mod4", "units") == [
        ["25", "59", "", "", 1.0],
        ["25", "59", "GT", "XU", 2.0],
        ["25", "59", "", "", 0.0],
        ["", "", "", "", 1.0],
        ["25", "", "", "", 1.0],
    ]
    assert {(each.line, each.problem.split(";")[0]) for each in reading.problems if each.severity == "data"} == {
        (3, "The line has more than four modifiers"),
        (4, "Units are zero or negative"),
    }


def test_dates():
    reading = read("t_dates.csv")
    days = reading.tables["charges"]["dos"].dt.strftime("%Y-%m-%d").tolist()
    assert days == ["2026-11-05"] * 26
    assert [(each.line, each.value) for each in reading.problems if "not a date" in each.problem] == [(22, "11/5")]


def test_a_heading_that_stands_twice():
    reading = read("t_dup.csv")
    assert charges(reading, "charge") == [[15000]]
    (told,) = [each for each in reading.problems if each.severity == "data"]
    assert "“Charge” was read as charge; “Charge (2)” could be it too" in told.problem
    assert charges(read("t_dup.csv", mapping={"Charge (2)": "charge"}), "charge") == [[13000]]


def test_no_payer_is_self_pay_and_counts():
    reading = read("t_selfpay.csv")
    assert charges(reading, "payer", "charge") == [["Alpha", 15000], ["Self-pay", 15000], ["Self-pay", 9000]]
    assert "1 lines name no payer; they were taken in as Self-pay." in problems(reading, "note")


def test_a_line_and_its_negative_twin_are_void():
    reading = read("t_void.csv")
    assert charges(reading, "claim_id", "charge") == [["2", 15000]]
    assert any("2 lines void each other" in problem and "$150.00" in problem for problem in problems(reading, "note"))


def test_a_row_whose_cells_are_shifted_is_refused_and_not_quoted():
    reading = read("t_name_shift.csv")
    assert charges(reading, "claim_id") == [["1"]]
    told = [each for each in reading.problems if each.line == 3]
    assert [each.problem.split(";")[1].strip() for each in told] == ["it was not taken in."]
    everything = " ".join(map(str, reading.problems)) + reading.tables["charges"].to_string()
    assert not any(name in everything for name in ("ROE", "RICHARD", "DOE", "JANE"))


@pytest.mark.parametrize("name", ["t_html.xls", "t_spreadsheetml.xls"])
def test_what_systems_call_excel(name):
    assert charges(read(name), "claim_id", "payer", "code", "charge") == [["1", "Alpha", "G0439", 15000]]
    assert read(name).tables["charges"]["dos"].dt.strftime("%Y-%m-%d").tolist() == ["2026-11-05"]


def cents(reading):
    """What was posted, by kind, in the order of the file."""
    return [(kind, amount) for kind, _, amount in payments(reading)]


def test_semicolons_european_numbers_and_a_sum_in_another_language():
    reading = read("own_semicolons_and_commas.csv")
    assert charges(reading, "claim_id", "code", "mod1", "units", "charge") == [
        ["A100", "G0439", "25", 1.0, 115000],
        ["A101", "G0444", "", 2.0, 3000],
        ["A102", "G0444", "", 1.0, 3000],
    ]
    assert cents(reading) == [("insurance payment", 9360), ("insurance payment", 1870), ("patient payment", 2000)]
    assert not problems(reading, "data")


def test_debit_and_credit_with_a_description():
    reading = read("own_debit_and_credit.csv")
    assert charges(reading, "claim_id", "code", "payer", "charge") == [
        ["77 2026-11-05", "G0439", "Alpha Health", 15000],
        ["78 2026-11-06", "G0444", "Beta Plan", 3000],
    ]
    assert cents(reading) == [("insurance payment", 9360), ("contractual adjustment", 3300), ("patient payment", 2340)]
    assert reading.tables["payments"]["claim_id"].tolist() == ["77 2026-11-05"] * 3
    assert reading.tables["payments"]["post_date"].dt.day.tolist() == [20, 20, 25]


def test_a_report_grouped_by_patient_with_headings_and_totals_for_each():
    reading = read("own_grouped_by_patient.csv")
    assert charges(reading, "claim_id", "line_id", "code", "charge") == [
        ["77 2026-11-05", "1", "G0439", 15000],
        ["77 2026-11-05", "2", "G0444", 3000],
        ["78 2026-11-06", "1", "G0439", 15000],
    ]
    assert sum(amount for _, amount in cents(reading)) == 9360 + 1870 + 2000 + 3300 + 1130
    everything = " ".join(map(str, reading.problems)) + reading.tables["charges"].to_string()
    assert not any(name in everything for name in ("DOE", "JANE", "ROE", "RICHARD"))


def test_merged_cells_are_of_the_row_above():
    reading = read("own_merged_cells.csv")
    assert charges(reading, "claim_id", "payer", "code", "charge") == [
        ["77 2026-11-05", "Alpha", "G0439", 15000],
        ["77 2026-11-05", "Alpha", "G0444", 3000],
        ["78 2026-11-06", "Beta", "G0439", 15000],
        ["78 2026-11-07", "Beta", "G0444", 3000],
    ]
    assert any("2 rows do not say whose they are" in problem for problem in problems(reading, "note"))


def test_groups_of_columns_under_a_heading_of_their_own():
    reading = read("own_stacked_headings.csv")
    assert charges(reading, "claim_id", "code", "charge") == [["C1", "G0439", 15000], ["C2", "G0444", 3000]]
    assert cents(reading) == [("insurance payment", 9360), ("patient payment", 2000), ("contractual adjustment", 3300)]


def test_a_ledger_with_negative_credits_a_refund_and_a_transfer():
    reading = read("own_ledger.csv")
    assert charges(reading, "claim_id", "line_id", "code", "mod1", "charge") == [
        ["5001", "1", "G0439", "25", 15000],
        ["5002", "6", "G0444", "", 3000],
    ]
    assert cents(reading) == [
        ("insurance payment", 9360),
        ("contractual adjustment", 3300),
        ("patient payment", 2340),
        ("refund", -1000),
    ]
    assert reading.tables["payments"]["trace"].tolist() == ["EFT99", "", "", ""]
    assert any("they were left out: 1 × transfer." in problem for problem in problems(reading, "note"))


def test_a_productivity_report_with_codes_described_and_plans_for_payers():
    reading = read("own_productivity.csv")
    assert charges(reading, "claim_id", "code", "payer", "provider", "charge") == [
        ["C-77 2026-11-05", "G0439", "Alpha Health PPO", "Able, A", 15000],
        ["C-78 2026-11-06", "G0444", "Beta Plan", "Baker, B", 3000],
    ]
    assert sum(amount for _, amount in cents(reading)) == 9360 + 3300


def test_openemr_collections():
    """The columns of OpenEMR's collections report; `ID` beside the patient is the patient's."""
    reading = read("openemr_collections.csv")
    assert charges(reading, "claim_id", "patient_acct", "code", "mod1", "charge") == [
        ["77.5001", "77", "G0439", "25", 15000],
        ["78.5002", "78", "G0444", "", 3000],
    ]


def test_short_headings_parted_by_tabs_with_days_of_each_payer():
    reading = read("own_tabs.txt")
    assert charges(reading, "claim_id", "line_id", "payer", "charge") == [["1001", "1", "Alpha Health", 1500000]]
    days = reading.tables["payments"]["post_date"].dt.strftime("%m/%d").tolist()
    assert [(*row, day) for row, day in zip(payments(reading), days, strict=True)] == [
        ("insurance payment", "Alpha Health", 9360, "11/20"),
        ("insurance payment", "Gamma Sup", 2000, "11/28"),
        ("patient payment", "Patient", 340, "11/20"),
        ("contractual adjustment", "Alpha Health", 3300, "11/20"),
    ]


def test_a_row_a_payment_counts_the_charge_once():
    reading = read("own_row_a_payment.csv")
    assert charges(reading, "claim_id", "charge") == [["C1", 15000], ["C2", 3000]]
    assert payments(reading) == [["insurance payment", "Alpha", 9360], ["patient payment", "Patient", 2000]]


def test_a_number_that_repeats_within_claims_is_no_line_number():
    reading = read("own_no_line_numbers.csv")
    assert charges(reading, "claim_id", "line_id", "charge") == [
        ["C1", "1", 15000],
        ["C1", "2", 3000],
        ["C2", "1", 3000],
    ]
    assert any("“Seq” does not number the lines of a claim" in problem for problem in problems(reading, "note"))


TWO_LINES = [("G0439", "25", 15000), ("G0444", "59", 3000)]
ONE_VISIT = [("insurance payment", 12360), ("patient payment", 2000), ("contractual adjustment", 3300)]


@pytest.mark.parametrize(
    ("name", "claims", "payers", "posted"),
    [
        ("drchrono_line_items.csv", {"501"}, {"Alpha Health"}, ONE_VISIT),
        ("eclinicalworks.csv", {"41001"}, {"Alpha Health"}, ONE_VISIT),
        ("collaboratemd.csv", {"12001"}, {"Alpha Health"}, ONE_VISIT),
        (
            "collaboratemd_charge_data.csv",
            {"12001"},
            {"Alpha Health"},
            [("insurance payment", 9360), ("patient payment", 2000), ("contractual adjustment", 3640)],
        ),
        ("officeally_charges.csv", {"61001"}, {"Alpha Health"}, ONE_VISIT),
        ("epic_transactions.csv", {"501"}, {"Alpha Health"}, [ONE_VISIT[0], ONE_VISIT[2]]),
        ("openemr_billing.csv", {"5001"}, {"Payer not named"}, [("patient payment", 2000)]),
        (
            "medisoft.csv",
            {"5001"},
            {"Payer not named"},
            [("insurance payment", 9360), ("patient payment", 2000), ("contractual adjustment", 3300)],
        ),
    ],
)
def test_systems_whose_layout_comes_in_unaided(name, claims, payers, posted):
    reading = read(name)
    assert [tuple(row) for row in charges(reading, "code", "mod1", "charge")] == TWO_LINES
    assert {row[0] for row in charges(reading, "claim_id")} == claims
    assert {row[0] for row in charges(reading, "payer")} == payers
    entries = reading.tables.get("payments")
    sums = {} if entries is None else entries.groupby("kind")["amount"].sum().to_dict()
    assert sums == dict(posted)
    assert [each for each in reading.problems if each.severity == "money"] == []
    assert "DOE" not in " ".join(map(str, reading.problems))


def test_nextgen():
    reading = read("nextgen.csv")
    assert charges(reading, "claim_id", "patient_acct", "code", "mod1", "units", "charge") == [
        ["88001", "000123", "G0439", "25", 1.0, 15000],
        ["88002", "000124", "G0444", "", 2.0, 103000],
    ]
    assert cents(reading) == [("insurance payment", 9360), ("patient payment", 2000), ("contractual adjustment", 3300)]
    assert reading.tables["charges"]["post_date"].dt.strftime("%m/%d").tolist() == ["11/06", "11/06"]


def test_nextgen_service_items():
    """Amounts posted are negative, “Ref Amt” is a refund, “Chrg-Adj Amt” no adjustment, “Per Nbr” no line.

    150.00 - 36.40 - 113.60 + 10.00 = 10.00, as the balance says.
    """
    reading = read("nextgen_service_items.csv")
    assert charges(reading, "claim_id", "line_id", "patient_acct", "code", "mod1", "charge", "provider") == [
        ["88001", "1", "000123", "G0439", "25", 15000, "Able MD"],
        ["88002", "1", "000124", "G0444", "59", 3000, "Able MD"],
    ]
    assert sorted(cents(reading)) == [
        ("contractual adjustment", 3640),
        ("insurance payment", 11360),
        ("refund", -1000),
    ]
    assert problems(reading, "money") == []
    assert "DOE" not in " ".join(map(str, reading.problems))


def test_revflow():
    reading = read("revflow.csv")
    assert charges(reading, "code", "mod1", "mod2", "units", "charge") == [
        ["G0283", "GP", "59", 1.0, 4000],
        ["G0151", "GP", "", 3.0, 13500],
    ]
    # 40.00 = 22.00 of the first payer + 4.00 of the second + 14.00 written off
    assert cents(reading) == [("insurance payment", 2200), ("insurance payment", 400), ("other adjustment", 1400)]


def test_open_dental():
    reading = read("opendental_procedures.csv")
    assert charges(reading, "claim_id", "line_id", "code", "charge") == [
        ["301", "20", "D0120", 13000],
        ["301", "21", "D1110", 10000],
    ]
    # 130.00 = 90.00 + 25.00 + 15.00 of the patient; 100.00 = 80.00 + 20.00
    assert sum(amount for _, amount in cents(reading)) == 23000


def test_simplepractice_income():
    reading = read("simplepractice_income.csv")
    assert charges(reading, "payer", "code", "charge") == [
        ["Alpha Health", "H0004", 15000],
        ["Self-pay", "H0031", 9000],
    ]
    assert sorted(cents(reading)) == [
        ("insurance payment", 9360),
        ("other adjustment", 3300),
        ("patient payment", 2000),
        ("patient payment", 9000),
    ]


def test_synthea_as_it_is_written():
    reading = read("synthea_claims_transactions.csv")
    assert charges(reading, "claim_id", "line_id", "code", "charge") == [["c1", "1", "G0439", 13680]]
    assert sum(amount for _, amount in cents(reading)) == 13680  # 100.00 + 36.80
    assert any("2 rows only move what is owed" in problem for problem in problems(reading, "note"))


def test_types_that_are_letters(tmp_path):
    """A type of letters says nothing: what only credits have is a credit, and its description says which."""
    rows = ["1,1/5/2026,A,Acme,G0438,100.00,visit", "1,1/20/2026,Q,Acme,P1,-60.00,Acme payment"]
    path = tmp_path / "export.csv"
    path.write_text("\n".join(["Claim ID,DOS,Type,Payer,Code,Amount,Description", *rows]), encoding="utf-8")
    reading = read_file(path, today=TODAY)
    assert charges(reading, "code", "charge") == [["G0438", 10000]]
    assert cents(reading) == [("insurance payment", 6000)]
    path.write_text(path.read_text(encoding="utf-8").replace("Acme payment", "Richard Roe"), encoding="utf-8")
    reading = read_file(path, today=TODAY)
    assert charges(reading, "code", "charge") == [["G0438", 10000]]
    (told,) = [each for each in reading.problems if each.severity == "money"]
    assert "the type of this row is not known" in told.problem.casefold()
    assert "Roe" not in " ".join(map(str, reading.problems))


def test_revflow_charges():
    reading = read("revflow_charges.csv")
    assert charges(reading, "claim_id", "patient_acct", "code", "charge", "payer") == [
        ["1077 2026-11-05", "1077", "G0439", 15000, "Alpha Health"],
        ["1077 2026-11-05", "1077", "G0444", 3000, "Alpha Health"],
    ]
    assert "payments" not in reading.tables
    assert "DOE" not in " ".join(map(str, reading.problems))


def test_eclinicalworks_charges_by_code_as_utf_16():
    """150.00 = 130.00 of the payer + 20.00 of the patient: the shares of a charge are no charges of their own."""
    reading = read("eclinicalworks_cpt_charges.csv")
    assert charges(reading, "claim_id", "patient_acct", "code", "mod1", "charge", "payer", "pos") == [
        ["41001", "77", "G0439", "25", 15000, "Alpha Health", "11"],
        ["41001", "77", "G0444", "59", 3000, "Alpha Health", "11"],
        ["41002", "78", "G0439", "", 115000, "Self-pay", "11"],
    ]
    assert reading.tables["charges"]["submit_date"].dt.day.tolist() == [6, 6, 6]
    assert "payments" not in reading.tables
    assert "DOE" not in " ".join(map(str, reading.problems))


def dated(reading):
    """(day, kind, payer, cents) of every entry."""
    entries = reading.tables["payments"]
    days = entries["post_date"].dt.strftime("%m/%d").tolist()
    return sorted(zip(days, entries["kind"], entries["payer"], entries["amount"].tolist(), strict=True))


def test_collaboratemd_ar_aging():
    """Each field leads with the kind of row: “Charge Claim ID” is the claim, “Charge Primary Payer Name” the payer.

    113.60 in all = 93.60 of the payer + 20.00 of the patient; 150.00 - 113.60 = 36.40, as the balance says.
    """
    reading = read("collaboratemd_ar_aging.csv")
    assert charges(reading, "claim_id", "line_id", "code", "payer", "charge") == [
        ["12001", "900001", "G0439", "ALPHA HEALTH", 15000],
        ["12001", "900002", "G0444", "ALPHA HEALTH", 3000],
        ["12002", "900003", "G0439", "BETA PLAN", 115000],
    ]
    assert dated(reading) == [
        ("11/06", "insurance payment", "ALPHA HEALTH", 3000),
        ("11/06", "insurance payment", "ALPHA HEALTH", 9360),
        ("11/06", "patient payment", "Patient", 2000),
    ]
    assert problems(reading, "money") == problems(reading, "data") == []
    assert "DOE" not in " ".join(map(str, reading.problems)) + reading.tables["charges"].to_string()


def test_collaboratemd_payments_by_charge():
    """A row a payment: paid and applied are the same money, and the charge's adjustments stand on each of its rows.

    93.60 + 20.00 of the patient - 10.00 taken back, and 33.00 written off once, though it stands on three rows.
    """
    reading = read("collaboratemd_payment_trend.csv")
    names = ("claim_id", "line_id", "patient_acct", "payer", "charge")
    assert charges(reading, *names) == [
        ["12001", "900001", "77", "ALPHA HEALTH", 15000],
        ["12001", "900002", "77", "ALPHA HEALTH", 3000],
    ]
    assert dated(reading) == [
        ("11/20", "contractual adjustment", "ALPHA HEALTH", 3300),
        ("11/20", "insurance payment", "ALPHA HEALTH", 3000),
        ("11/20", "insurance payment", "ALPHA HEALTH", 9360),
        ("11/25", "patient payment", "Patient", 2000),
        ("11/27", "insurance payment", "ALPHA HEALTH", -1000),
    ]
    assert problems(reading, "money") == problems(reading, "data") == []


def test_collaboratemd_running_totals_beside_each_payment():
    """113.60 stands on both rows of the charge, 93.60 + 20.00 = 113.60 on one each; check and EFT part the same."""
    reading = read("collaboratemd_by_payment.csv")
    assert charges(reading, "claim_id", "line_id", "charge", "location") == [
        ["77 2026-11-05", "900001", 15000, "Main"],
        ["77 2026-11-05", "900002", 3000, "Main"],
    ]
    assert dated(reading) == [
        ("11/20", "contractual adjustment", "ALPHA HEALTH", 3300),
        ("11/20", "insurance payment", "ALPHA HEALTH", 3000),
        ("11/20", "insurance payment", "ALPHA HEALTH", 9360),
        ("11/27", "insurance payment", "ALPHA HEALTH", 2000),
    ]
    assert problems(reading, "money") == []


def test_what_a_running_total_says_beyond_its_payments_is_told(tmp_path):
    """A list of one month's payments: the charge has 113.60 in all, 93.60 of it in this file; 20.00 are told."""
    path = tmp_path / "month.csv"
    whole = (LAYOUTS / "collaboratemd_by_payment.csv").read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*whole[:2], whole[3]]), encoding="utf-8")
    reading = read_file(path, today=TODAY)
    assert [cents for _, kind, _, cents in dated(reading) if kind == "insurance payment"] == [3000, 9360]
    (told,) = problems(reading, "money")
    assert "“Charge Insurance Payments” says what “Insurance Paid Amount” says" in told
    assert "the two are $20.00 apart" in told


def test_check_and_eft_are_payments_where_nothing_else_is(tmp_path):
    path = tmp_path / "methods.csv"
    rows = ["C1,L1,11/05/2026,G0439,Alpha,150.00,93.60,0.00", "C2,L2,11/05/2026,G0439,Alpha,150.00,0.00,90.00"]
    path.write_text("\n".join(["Claim ID,Charge ID,DOS,Code,Payer,Charge,EFT Payment,Check Payment", *rows]), "utf-8")
    assert [cents for *_, cents in dated(read_file(path, today=TODAY))] == [9000, 9360]


def test_webpt_charges_extract():
    """“cpt_code_id” is the code's own number and “record_id” the note's: neither numbers the lines of a visit."""
    reading = read("webpt_charges_extract.csv")
    assert charges(reading, "claim_id", "line_id", "patient_acct", "code", "mod1", "units", "charge") == [
        ["33001", "1", "1077", "G0283", "GP", 1.0, 4000],
        ["33001", "2", "1077", "G0151", "GP", 3.0, 13500],
        ["33002", "1", "1078", "G0151", "", 2.0, 9000],
    ]


def test_webpt_charge_audit_summary():
    """Who treats is the provider, who bills is not; the patient's status is nothing of the line's."""
    reading = read("webpt_charge_audit.csv")
    assert charges(reading, "claim_id", "code", "units", "charge", "payer", "provider", "location") == [
        ["1077 2026-11-05", "G0283", 1.0, 4000, "Alpha Health", "Able, Ann PT", "Main"],
        ["1077 2026-11-05", "G0151", 3.0, 13500, "Alpha Health", "Able, Ann PT", "Main"],
        ["1078 2026-11-06", "G0151", 2.0, 9000, "Self-pay", "Able, Ann PT", "Main"],
    ]
    assert "DOE" not in " ".join(map(str, reading.problems))
