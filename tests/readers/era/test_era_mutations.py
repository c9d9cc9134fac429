"""Whatever is done to the bytes of a remittance: no other exception, sums that add up, segments accounted for."""

from hypothesis import given
from mutated_remittances import mutated

from medoffice_xl.errors import CannotRead
from medoffice_xl.readers.era.advice import parse
from medoffice_xl.readers.era.columns import cents
from medoffice_xl.readers.era.listing import transactions
from medoffice_xl.readers.era.remittance import worked_out
from medoffice_xl.tables import TABLES, empty_frame


@given(mutated())
def test_nothing_breaks_it(data: bytes) -> None:
    try:
        advice = parse(data, "mutated.835")
    except CannotRead as refused:
        assert "mutated.835" in str(refused)
        return
    found = worked_out(advice)
    for name, frame in found.tables().items():
        assert frame.dtypes.equals(empty_frame(TABLES[name]).dtypes)
    rows, checks, taken = found.tables().values()
    assert taken["amount"].sum() == checks["provider_adj"].sum()
    assert rows["paid"].sum() == cents(advice.claims, "paid").sum() == checks["claims_paid"].sum()
    coverage = found.coverage
    assert coverage.total == coverage.used + sum(coverage.left_out.values()) + coverage.reported
    assert coverage.total == advice.left_out + sum(interchange.count for interchange, _ in advice.indexes)
    assert len(transactions(found)) == len(checks)
    assert all(each.problem and each.advice for each in found.problems())
