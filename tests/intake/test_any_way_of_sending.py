"""However remittances are sent, the books are the same, and every cent of them is posted or told."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from remittance_cases import Books
from remittance_files import checks, written

pytestmark = pytest.mark.whole

TABLES = ("remits", "remittances", "provider_adjustments", "payments")


def brought(contents, *, at_once):
    """The books after these files, in one import or in one each."""
    found = Books()
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, content in enumerate(contents):
            path = Path(folder) / f"{number:02d}.835"
            path.write_text(content, encoding="utf-8")
            paths.append(path)
        for group in [paths] if at_once else [[path] for path in paths]:
            found.bring(*group)
    return found


def plain(found):
    """The tables without the names of files, in an order of their own."""
    frames = {}
    for name in TABLES:
        frame = found.tables[name]
        frame = frame[[column for column in frame.columns if column not in ("source_file", "file")]]
        frames[name] = sorted(map(str, frame.astype("str").values.tolist()))
    return frames


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_order_any_files_any_number_of_times(data):
    sent = data.draw(checks())
    one = brought(data.draw(written(sent)), at_once=data.draw(st.booleans()))
    other = brought(data.draw(written(sent)), at_once=data.draw(st.booleans()))
    assert plain(one) == plain(other)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_money_in_is_posted_or_told(data):
    sent = data.draw(checks())
    found = brought(data.draw(written(sent)), at_once=data.draw(st.booleans()))
    came = sum(check.amount for check in sent) * 100
    posted = sum(found.paid().values())
    taken = int(found.tables["provider_adjustments"]["amount"].sum())
    apart = found.tables["remittances"]["amount"].sum() - found.tables["remittances"]["claims_paid"].sum() + taken
    assert int(found.tables["remittances"]["amount"].sum()) == came
    assert came == posted - taken + sum(check.slip for check in sent) * 100
    assert apart == sum(check.slip for check in sent) * 100
    told = [each for each in found.money() if "$3.00" in each]
    assert len({*told}) >= len({check.slip for check in sent if check.slip})
