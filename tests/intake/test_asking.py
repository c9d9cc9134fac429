"""What the user says of a file: asked for where it is not clear, remembered by its headings, and part of what it is."""

from datetime import date
from pathlib import Path

import pytest

from medoffice_xl.intake.export_columns import remembered
from medoffice_xl.intake.files import Answer, bring_in
from medoffice_xl.readers.told import Told
from medoffice_xl.tables import EXPORT_COLUMNS, TABLES, empty_frame
from medoffice_xl.tables.export_columns import OF_EXPORTS

TODAY = date(2026, 12, 1)
UNCLEAR = Path(__file__).parents[1] / "samples" / "pm" / "layouts" / "own_words.csv"
SAID = {"Ref": "claim_id", "When": "dos", "For": "payer", "What": "code", "How much": "charge", "Got": "ins_paid"}


@pytest.fixture
def book():
    return {name: empty_frame(table) for name, table in TABLES.items()}


def into(book, *paths, **how):
    brought = bring_in(paths, book, today=TODAY, **how)
    return {**book, **brought.frames}, brought


def test_nobody_to_ask_and_nothing_is_taken(book):
    _after, brought = into(book, UNCLEAR)
    assert brought.frames == {}
    (outcome,) = brought.outcomes
    assert outcome.to_say == "which column is Date of service, which Code, which Charge"
    columns = brought.to_say["export_columns"]
    assert columns[["heading", "taken_as", "sample1", "sample2"]].values.tolist() == [
        ["Ref", "Claim", "9001", "9002"],
        ["When", "Date of service", "11/05/2026", "11/06/2026"],
        ["For", "", "(words)", "(words)"],
        ["What", "Code", "G0439", "G0444"],
        ["How much", "Charge", "150.00", "30.00"],
        ["Got", "", "93.60", "0.00"],
    ]


def test_what_is_said_on_the_sheet_is_used_from_then_on(book, tmp_path):
    columns = into(book, UNCLEAR)[1].to_say["export_columns"]
    headers = {column.name: column.header for column in OF_EXPORTS}
    said = columns.assign(said=columns["heading"].map(SAID).map(headers).astype("str"))
    after, brought = into({**book, "export_columns": said}, UNCLEAR)
    assert after["charges"][["claim_id", "payer", "code", "charge"]].values.tolist() == [
        ["9001", "Alpha Health", "G0439", 15000],
        ["9002", "Beta Plan", "G0444", 3000],
    ]
    other = tmp_path / "next.csv"
    other.write_text(UNCLEAR.read_text().replace("9001", "9003").replace("9002", "9004"))
    after, brought = into(after, other)
    assert after["charges"]["claim_id"].tolist() == ["9001", "9002", "9003", "9004"]
    assert brought.outcomes[0].added == 2
    assert set(after["export_columns"]["said"]) == {headers[name] for name in SAID.values()}


def test_an_answer_is_used_and_remembered(book):
    asked = []

    def ask(file, unclear):
        asked.append((file, unclear.lacking))
        return Answer("", SAID)

    after, _ = into(book, UNCLEAR, ask=ask)
    assert asked == [("own_words.csv", ("dos", "code", "charge"))]
    assert after["charges"]["charge"].tolist() == [15000, 3000]
    (layout,) = remembered(after["export_columns"]).values()
    assert (layout.kind, layout.mapping) == ("charges", SAID)
    _again, brought = into(after, UNCLEAR, ask=ask)
    assert (len(asked), brought.outcomes[0].already_there) == (1, True)


def test_a_file_that_may_be_of_two_kinds_is_asked_about_once(book, tmp_path, monkeypatch):
    path = tmp_path / "rates.csv"
    path.write_text("Code,Charge,Rate,Effective Date\nG0439,150.00,150.00,01/01/2026\n")
    monkeypatch.setattr("medoffice_xl.readers.recognise.NEAR", 100)
    told = Told(payer="Acme")
    _, brought = into(book, path, told=told)
    assert brought.outcomes[0].to_say.startswith("which it is: ")
    columns = brought.to_say["export_columns"].assign(kind="fee schedule")
    _, brought = into({**book, "export_columns": columns}, path, told=told)
    assert brought.outcomes[0].kind == "fee schedule"
    _, brought = into(book, path, told=told, ask=lambda file, unclear: Answer("charge master", {}))
    assert brought.outcomes[0].kind == "charge master"


EXPORT = "Claim,DOS,Payer,Code,Charge,Billed\n1,11/05/2026,Alpha,G0439,150.00,130.00\n"


def test_the_same_bytes_with_another_mapping_are_another_import(book, tmp_path):
    path = tmp_path / "june.csv"
    path.write_text(EXPORT)
    after, _ = into(book, path)
    assert after["charges"]["charge"].tolist() == [15000]
    after, brought = into(after, path, told=Told(mapping={"Billed": "charge"}))
    assert after["charges"]["charge"].tolist() == [13000]
    assert after["imports"]["told"].tolist() == ["", "Billed = charge"]
    told = [problem for problem in brought.problems if "taken in again" in problem.problem]
    assert [problem.problem for problem in told] == [
        "This content was taken in on 2026-12-01 as charges; now it was taken in again as charges, Billed = charge."
    ]
    _, brought = into(after, path, told=Told(mapping={"Billed": "charge"}))
    assert brought.outcomes[0].already_there


def test_a_column_set_on_the_sheet_makes_the_same_bytes_another_import(book, tmp_path):
    path = tmp_path / "june.csv"
    path.write_text(EXPORT)
    after, _ = into(book, path)
    columns = after["export_columns"]
    billed = columns["heading"] == "Billed"
    after["export_columns"] = columns.assign(said=columns["said"].mask(billed, "charge"))
    after, _brought = into(after, path)
    assert after["charges"]["charge"].tolist() == [13000]
    assert after["export_columns"].loc[billed, ["taken_as", "said"]].values.tolist() == [["Charge", "charge"]]


def test_another_kind_another_payer_and_another_day_are_other_imports(book, tmp_path):
    path = tmp_path / "rates.csv"
    path.write_text("Code,Rate\nG0439,150.00\n")
    first = Told("fee schedule", payer="Acme", effective=date(2026, 1, 1))
    after, _ = into(book, path, told=first)
    for told in (
        Told("fee schedule", payer="Beta", effective=date(2026, 1, 1)),
        Told("fee schedule", payer="Acme", effective=date(2026, 7, 1)),
        Told("charge master", mapping={"Rate": "list_price"}),
    ):
        after, brought = into(after, path, told=told)
        assert not brought.outcomes[0].already_there
    assert into(after, path, told=first)[1].outcomes[0].already_there
    assert len(after["fee_schedules"]) == 3
    assert any("first import, fee schedule, are still there" in problem.advice for problem in brought.problems)


def test_a_column_can_be_set_aside(book, tmp_path):
    path = tmp_path / "june.csv"
    path.write_text("Claim,DOS,Payer,Code,Charge,Paid\n1,11/05/2026,Alpha,G0439,150.00,130.00\n")
    after, _ = into(book, path, told=Told(mapping={"Paid": "nothing"}))
    assert after["payments"].empty
    assert after["charges"]["charge"].tolist() == [15000]


def test_the_list_of_fields_fits_into_a_cell():
    """A list of choices holds 255 characters, and no two fields have one name."""
    assert len(",".join(filter(None, EXPORT_COLUMNS["said"].choices))) <= 255
    headers = [column.header for column in OF_EXPORTS]
    assert len(set(headers)) == len(headers)
