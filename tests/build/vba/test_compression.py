"""The compressor is checked against a decompressor written by others."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from oletools.olevba import decompress_stream

from medoffice_xl.build.vba.compression import compress


def restored(data: bytes) -> bytes:
    return bytes(decompress_stream(bytearray(compress(data))))


def test_the_examples_of_the_specification():
    """[MS-OVBA] 3.2.1 and 3.2.3: nothing to compress, and one run that reaches into itself."""
    assert compress(b"abcdefghijklmnopqrstuv.") == bytes.fromhex(
        "01 19 B0 00 61 62 63 64 65 66 67 68 00 69 6A 6B 6C 6D 6E 6F 70 00 71 72 73 74 75 76 2E"
    )
    assert compress(b"a" * 73) == bytes.fromhex("01 03 B0 02 61 45 00")


def test_as_short_as_the_specification_even_where_matches_tie():
    """[MS-OVBA] 3.2.2: 51 bytes there; which of several equal runs is named is free."""
    text = b"#aaabcdefaaaaghijaaaaaklaaamnopqaaaaaaaaaaaarstuvwxyzaaa"
    assert len(compress(text)) == 51
    assert restored(text) == text


@given(st.binary(max_size=3000))
def test_random_bytes_come_back(data):
    assert restored(data) == data


@given(st.lists(st.sampled_from(["Dim x As Long\r\n", "End Sub\r\n", "\t", "é", "x" * 500, "1"]), max_size=900))
def test_long_text_comes_back(lines):
    data = "".join(lines).encode("cp1252")
    assert restored(data) == data


@pytest.mark.parametrize("size", [0, 1, 4095, 4096, 4097, 8192, 12_289, 200_000])
def test_every_chunk_boundary(size):
    data = (b"Public Function AR_DAYS(charges, payments)\r\n" * (size // 40 + 1))[:size]
    assert restored(data) == data


def test_full_chunks_that_cannot_shrink_are_stored_raw():
    noise = random.Random(1).randbytes(3 * 4096)
    assert restored(noise) == noise


def test_a_short_last_chunk_of_noise_is_refused_rather_than_padded():
    with pytest.raises(ValueError, match="4000 bytes"):
        compress(random.Random(1).randbytes(4000))
