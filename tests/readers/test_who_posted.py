"""Who posted an entry, when it was typed in, and what kind of write-off it is, as exports say it."""

import pandas as pd
import pytest

from medoffice_xl.readers.recognise import read_file

LEDGER = """Account,Visit,Transaction Date,Service Date,Type,Code,Amount,Payer,Check Number,User,Created On
77,5001,11/06/2026,11/05/2026,Charge,G0439,150.00,Alpha Health,,MAYA,11/06/2026
77,5001,11/20/2026,11/05/2026,Insurance Payment,G0439,-93.60,Alpha Health,E9,MAYA,11/21/2026
77,5001,11/21/2026,11/05/2026,Denial Write-off,G0439,-20.00,Alpha Health,,RON,11/21/2026
77,5001,11/22/2026,11/05/2026,Bad debt write-off,G0439,-10.00,Alpha Health,,RON,11/23/2026
77,5001,11/23/2026,11/05/2026,Small balance adj,G0439,-4.00,Alpha Health,,RON,11/23/2026
77,5001,11/24/2026,11/05/2026,Recoupment,G0439,13.60,Alpha Health,,MAYA,11/24/2026
77,5001,11/25/2026,11/05/2026,Recoupment reversal,G0439,-3.60,Alpha Health,,MAYA,11/25/2026
77,5001,11/26/2026,11/05/2026,Patient refund,G0439,5.00,,,MAYA,11/26/2026
77,5001,11/27/2026,11/05/2026,Void refund,G0439,-5.00,,,MAYA,11/27/2026
77,5001,11/28/2026,11/05/2026,Bad debt reversal,G0439,10.00,Alpha Health,,RON,11/28/2026
"""


def read(tmp_path, text, name="export.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_file(path)


def test_a_ledger_names_users_entry_days_and_kinds(tmp_path):
    entries = read(tmp_path, LEDGER).tables["payments"]
    assert entries[["kind", "amount", "posted_by"]].values.tolist() == [
        ["insurance payment", 9360, "MAYA"],
        ["denial write-off", 2000, "RON"],
        ["bad debt", 1000, "RON"],
        ["small balance", 400, "RON"],
        ["recoupment", -1360, "MAYA"],
        ["recoupment", 360, "MAYA"],
        ["refund", -500, "MAYA"],
        ["refund", 500, "MAYA"],
        ["bad debt", -1000, "RON"],
    ]
    assert entries["entered"].dt.strftime("%m/%d").tolist()[:3] == ["11/21", "11/21", "11/23"]
    assert entries["post_date"].dt.strftime("%m/%d").tolist()[:3] == ["11/20", "11/21", "11/22"]


HEAD = "Claim ID,Line,Service Date,Primary Insurance,HCPCS Code,Charge Amount,Other Adjustment,Adjustment Reason"
ROW = "C1,1,03/01/2026,Blue Harbor,G0439,200.00,12.50,{reason}"


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("small balance", "small balance"),
        ("denial written off", "denial write-off"),
        ("sent to collection agency", "bad debt"),
        ("prompt-pay discount", "other adjustment"),
        ("", "other adjustment"),
    ],
)
def test_the_reason_beside_an_adjustment_says_its_kind(tmp_path, reason, kind):
    text = f"{HEAD},Adjustment Date,Adjustment Posted By\n{ROW.format(reason=reason)},03/09/2026,kim\n"
    (entry,) = read(tmp_path, text).tables["payments"].to_dict("records")
    assert (entry["kind"], entry["reason"], entry["posted_by"]) == (kind, reason, "kim")
    assert pd.isna(entry["entered"])


def test_a_heading_says_the_kind_too(tmp_path):
    text = f"{HEAD.replace('Other Adjustment', 'Bad Debt')}\n{ROW.format(reason='')}\n"
    assert read(tmp_path, text).tables["payments"]["kind"].tolist() == ["bad debt"]


def test_each_amount_has_the_user_of_its_own_column(tmp_path):
    text = (
        "Claim ID,Line,Service Date,Primary Insurance,HCPCS Code,Charge Amount,Patient Paid,Payment Posted By,"
        "Other Adjustment,Adjustment Posted By\nC1,1,03/01/2026,Blue Harbor,G0439,200.00,30.00,ana,12.50,bo\n"
    )
    entries = read(tmp_path, text).tables["payments"]
    assert entries[["kind", "posted_by"]].values.tolist() == [["patient payment", "ana"], ["other adjustment", "bo"]]


def test_a_user_of_a_charge_row_is_not_taken_for_who_posted_its_money(tmp_path):
    text = f"{HEAD},User\n{ROW.format(reason='')},ana\n"
    reading = read(tmp_path, text)
    assert reading.tables["payments"]["posted_by"].tolist() == [""]
    assert any("“User” does not say whether" in each.problem for each in reading.problems)
