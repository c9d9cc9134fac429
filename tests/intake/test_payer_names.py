"""Other names of payers are mapped; unknown names are reported, never merged."""

from remit_rows import charge, charges, payers

from medoffice_xl.intake.payer_names import name_payers

LIST = payers(Blue_Harbor="BHP; Blue Harbor PPO", Cedar_Valley="CVH")


def named(*names):
    frame = charges(*(charge(f"C{n}", "1", "G0438", 1, payer=name) for n, name in enumerate(names)))
    tables, problems = name_payers({"charges": frame}, LIST, "a.csv")
    return tables["charges"]["payer"].tolist(), problems


def test_other_names_become_the_payers_own():
    assert named("BHP", "blue  harbor ppo", "Cedar Valley") == (["Blue Harbor", "Blue Harbor", "Cedar Valley"], [])


def test_a_name_that_is_close_is_kept_and_suggested():
    names, problems = named("Blue Harbour", "Blue Harbour")
    assert names == ["Blue Harbour", "Blue Harbour"]
    assert [(p.severity, p.value) for p in problems] == [("data", "Blue Harbour")]
    assert "If it is Blue Harbor, add “Blue Harbour” to its other names" in problems[0].advice


def test_a_strange_name_is_a_note():
    names, problems = named("Zenith Mutual", "Self-pay")
    assert names == ["Zenith Mutual", "Self-pay"]
    assert [(p.severity, p.value) for p in problems] == [("note", "Zenith Mutual")]


def test_a_name_that_two_payers_claim_belongs_to_neither():
    frame = charges(charge("C1", "1", "G0438", 1, payer="BC"))
    tables, problems = name_payers({"charges": frame}, payers(Blue_Cross="BC", Blue_Care="BC"), "a.csv")
    assert tables["charges"]["payer"].tolist() == ["BC"]
    assert len(problems) == 1
