"""Remittances to which something was done: segments dropped, doubled, moved, altered; files cut, joined, garbled."""

from era_text import SAMPLES, enveloped, text, transaction
from hypothesis import strategies as st

ORIGINALS = [path.read_bytes() for path in sorted(SAMPLES.glob("[!S]*"))] + [
    text(
        enveloped(*transaction("-5", "CLP*A*22*-5*-5**12*P", "SVC*HC:X1*-5*-5", "PLB*1*20261231*WO:A*1*FB*2"))
    ).encode()
]
ODD = [
    b"",
    b"-1",
    b"9" * 30,
    b"9" * 17,
    b"x",
    b"\xff\xfe",
    b"1.005",
    b"837",
    b"22",
    b"CLP",
    b"\n",
    b" ",
    b"ISA",
    b"835",
]


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """The bytes of a sample after some segments were dropped, doubled, moved or altered, or the file was cut."""
    data = draw(st.sampled_from(ORIGINALS))
    for _ in range(draw(st.integers(1, 4))):
        segments = data.split(b"~")
        place = draw(st.integers(0, len(segments) - 1))
        match draw(st.sampled_from(["drop", "double", "move", "alter", "cut", "behead", "byte", "join"])):
            case "drop":
                del segments[place]
            case "double":
                segments.insert(place, segments[place])
            case "move":
                segments.insert(draw(st.integers(0, len(segments) - 1)), segments.pop(place))
            case "alter":
                elements = segments[place].split(b"*")
                elements[draw(st.integers(0, len(elements) - 1))] = draw(st.sampled_from(ODD))
                segments[place] = b"*".join(elements)
            case "cut":
                segments = [data[: draw(st.integers(0, len(data)))]]
            case "behead":
                segments = [data[draw(st.integers(0, len(data))) :]]
            case "byte" if data:
                at = draw(st.integers(0, len(data) - 1))
                segments = [data[:at] + bytes([draw(st.integers(0, 255))]) + data[at + 1 :]]
            case _:
                segments = [data, draw(st.sampled_from(ORIGINALS))]
        data = b"~".join(segments)
    return data
