"""What is deflated comes out whole, however it is cut on the way."""

import zlib

import pytest

from medoffice_xl.files import inflate


def deflated(content: bytes) -> memoryview:
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return memoryview(deflate.compress(content) + deflate.flush())


CONTENTS = [b"", b"a", bytes(10_000), b"".join(b"%d," % number for number in range(5_000)), bytes(range(256)) * 40]


@pytest.mark.parametrize("content", CONTENTS, ids=["nothing", "a byte", "one byte often", "numbers", "all bytes"])
@pytest.mark.parametrize("fed", [1, 7, 1024, 1024**2])
@pytest.mark.parametrize("piece", [1, 300, 1024**2])
def test_every_way_to_cut(monkeypatch, content, fed, piece):
    monkeypatch.setattr(inflate, "_FED", fed)
    monkeypatch.setattr(inflate, "PIECE", piece)
    pieces = list(inflate.inflated(deflated(content)))
    assert b"".join(pieces) == content
    assert all(0 < len(each) <= piece for each in pieces)


@pytest.mark.parametrize("fed", [1, 1024])
def test_an_end_that_is_missing(monkeypatch, fed):
    monkeypatch.setattr(inflate, "_FED", fed)
    for length in (0, 5):
        with pytest.raises(zlib.error, match="the end is missing"):
            list(inflate.inflated(deflated(CONTENTS[3])[:length]))


def test_what_follows_the_end_is_left_alone():
    followed = memoryview(bytes(deflated(b"first")) + bytes(deflated(b"second")))
    assert list(inflate.inflated(followed)) == [b"first"]
