import pytest

from medoffice_xl.cells.formula import Call, calls, parse, rewrite, split_call, text
from medoffice_xl.errors import BadArgument

ROUND_TRIPS = [
    '=AR_OVER(Practice, AsOf, 90, "post", "Smith, J")',
    "=SUM('A, B (old)'!A1:B2,(A1,B2))*-1%",
    '=IFERROR(AR_DAYS(Charges,,AsOf),{1,2;"}",TRUE})&"a""b,"',
    "=SUM(tblA[[#Data],[Filing (days) '[x']]])-[@Charge]",
    "=_xlfn.LET(_xlpm.x,2,_xlpm.x+1)",
    "=A3#",
    "='O''Brien'!B2",
    "=F()",
    "=F(,)",
]


@pytest.mark.parametrize("formula", ROUND_TRIPS)
def test_the_pieces_are_the_formula_again(formula: str) -> None:
    assert "=" + text(parse(formula)) == formula


@pytest.mark.parametrize(
    ("formula", "name", "arguments"),
    [
        ("=AR_DAYS(Practice, AsOf, 90)", "AR_DAYS", ["Practice", "AsOf", "90"]),
        ('=F("a,b","say ""x,y""",{1,2;3,4})', "F", ['"a,b"', '"say ""x,y"""', "{1,2;3,4}"]),
        ("=F('My, sheet'!A1,tblA[[#Data],[a,b]],G(1,2))", "F", ["'My, sheet'!A1", "tblA[[#Data],[a,b]]", "G(1,2)"]),
        ("=1+F(A1,,(B1,B2))", "F", ["A1", "", "(B1,B2)"]),
        ("=F()", "F", []),
        ("=F(,)", "F", ["", ""]),
        ("=F(tblA[it''s '[odd'], really],2)", "F", ["tblA[it''s '[odd'], really]", "2"]),
    ],
)
def test_split_call(formula: str, name: str, arguments: list[str]) -> None:
    assert split_call(formula) == (name, arguments)


def test_calls_come_outer_first() -> None:
    found = [call.name for call in calls(parse('=IF(AR_DAYS(A1)>LIMIT(2),WHY(B2),"F(x)")'))]
    assert found == ["IF", "AR_DAYS", "LIMIT", "WHY"]


def test_rewrite_reaches_nested_calls_names_and_tables() -> None:
    pieces = parse("=IF(F(AsOf,),tblA,AsOf!B2)+tblA[Charge]+[@Fee]")
    written = rewrite(
        pieces,
        call=lambda name, arguments: f"<{name}:{'|'.join(arguments)}>",
        word=str.upper,
        structured=lambda table, inner: f"{table or 'here'}->{inner}",
    )
    assert written == "<IF:<F:ASOF|>|TBLA|AsOf!B2>+tblA->[Charge]+here->[@Fee]"


def test_a_call_in_a_sheet_that_is_named_like_one() -> None:
    assert [piece.name for piece in parse("=F(1)") if isinstance(piece, Call)] == ["F"]


@pytest.mark.parametrize("formula", ["=F(1", "=F(1))", "=tblA[x", "=F", "=1+2"])
def test_what_cannot_be_taken_apart_is_refused(formula: str) -> None:
    with pytest.raises(BadArgument):
        split_call(formula)
