"""Files read together hold what they hold alone, whatever lies beside them."""

from pathlib import Path

import pytest
from era_text import SAMPLES, enveloped, text, transaction
from hypothesis import given
from hypothesis import strategies as st
from mutated_remittances import mutated
from pandas.testing import assert_frame_equal

from medoffice_xl.errors import CannotRead
from medoffice_xl.readers.era import read
from medoffice_xl.readers.era.together import AT_ONCE, SMALL, read_together
from medoffice_xl.readers.reading import Reading

CASES = Path(__file__).parents[2] / "cases" / "835"


def paid(trace: str, amount: int = 80) -> str:
    """A remittance of nothing but one paid claim."""
    claim = [
        f"CLP*{trace}*1*{amount}*{amount}**12*P1*11*1",
        "NM1*QC*1*SAMPLE*ONE",
        f"SVC*HC:A0001*{amount}*{amount}**1",
    ]
    return text(enveloped(*transaction(str(amount), *claim, "DTM*472*20260501", trace=trace)))


def written(folder: Path, **files: str) -> list[Path]:
    """Files of these names."""
    for name, held in files.items():
        (folder / f"{name}.835").write_text(held)
    return [folder / f"{name}.835" for name in files]


def assert_the_same(together: Reading, alone: Reading) -> None:
    """Same tables to the type, same problems in the same order."""
    assert (together.file, together.kind, together.problems) == (alone.file, alone.kind, alone.problems)
    assert together.tables.keys() == alone.tables.keys()
    for name, frame in together.tables.items():
        assert_frame_equal(frame, alone.tables[name])


def test_plain_files_are_read_together(tmp_path: Path) -> None:
    paths = written(tmp_path, one=paid("T1"), two=paid("T2", 90), three=paid("T3", 7))
    found = read_together(paths)
    assert list(found) == paths
    for path in paths:
        assert_the_same(found[path], read(path))
    assert [found[path].tables["remits"]["paid"].tolist() for path in paths] == [[8000], [9000], [700]]


def test_the_same_remittance_in_two_files_is_the_same(tmp_path: Path) -> None:
    paths = written(tmp_path, one=paid("T1"), again=paid("T1"))
    found = read_together(paths)
    names = [found[path].tables["remittances"]["remittance"].tolist() for path in paths]
    assert names[0] == names[1]


def test_every_sample_and_case_is_what_it_is_alone() -> None:
    paths = sorted(path for folder in (SAMPLES, CASES) for path in folder.iterdir())
    found = read_together(paths)
    assert len(found) >= 5
    for path, reading in found.items():
        assert_the_same(reading, read(path))


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda plain: plain.replace("BPR*I*80*", "BPR*I*81*"), "its check is out of balance"),
        (lambda plain: plain.replace("*80**12", "*x**12"), "an amount cannot be read"),
        (lambda plain: plain[: plain.index("SE*")], "it is cut between segments"),
        (lambda plain: "a mail\n" + plain, "text stands before it"),
        (lambda plain: plain + plain, "it holds two interchanges"),
        (lambda plain: plain.replace("ST*835", "ST*837"), "it is no remittance"),
        (lambda plain: plain.replace("LX*1", "LX*1~\nZZZ*1"), "a segment is not known"),
    ],
)
def test_what_has_something_to_tell_is_left_to_be_read_alone(tmp_path: Path, change, why: str) -> None:
    paths = written(tmp_path, before=paid("T1"), odd=change(paid("T2")), after=paid("T3"))
    found = read_together(paths)
    assert list(found) == [paths[0], paths[2]], why
    for path, reading in found.items():
        assert_the_same(reading, read(path))


def test_files_of_one_name_in_two_folders_are_not_mixed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    paths = [
        *written(tmp_path / "a", same=paid("T1")),
        *written(tmp_path / "b", same=paid("T2")),
        *written(tmp_path, c=paid("T3")),
    ]
    for path, reading in read_together(paths).items():
        assert_the_same(reading, read(path))


def test_large_files_are_left_out_and_many_are_parted(tmp_path: Path) -> None:
    claim = "CLP*{0:05}*1*80*80**12*P{0:05}*11*1~\nSVC*HC:A0001*80*80**1~\n"
    size = (SMALL - 2_000) // len(claim.format(0))
    body = "".join(claim.format(number) for number in range(size))
    large = text(enveloped(*transaction(str(80 * size), *body.rstrip("~\n").split("~\n"))))
    assert SMALL - 20_000 < len(large) <= SMALL
    paths = written(
        tmp_path, **{f"f{place}": large.replace("T1", f"T{place}") for place in range(AT_ONCE // SMALL + 5)}
    )
    beyond = written(tmp_path, beyond=large.replace("SAMPLE HEALTH", "S" * SMALL))
    found = read_together([*paths, *beyond])
    assert set(found) == set(paths)
    assert_the_same(found[paths[-1]], read(paths[-1]))


def test_nothing_and_what_is_not_there(tmp_path: Path) -> None:
    assert read_together([]) == {}
    assert read_together([tmp_path / "none.835", tmp_path]) == {}


@given(st.lists(mutated(), min_size=2, max_size=4))
def test_whatever_is_done_to_the_files(tmp_path_factory: pytest.TempPathFactory, contents: list[bytes]) -> None:
    folder = tmp_path_factory.mktemp("together")
    paths = [*written(folder, first=paid("T1")), *written(folder, last=paid("T2"))]
    for place, data in enumerate(contents):
        path = folder / f"m{place}.835"
        path.write_bytes(data)
        paths.insert(1, path)
    for path, reading in read_together(paths).items():
        try:
            alone = read(path)
        except CannotRead:
            raise AssertionError(f"{path.name} cannot be read alone") from None
        assert_the_same(reading, alone)
