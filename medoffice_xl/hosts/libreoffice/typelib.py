"""LibreOffice's binary type library, for one interface.

A Calc add-in's functions are methods of a UNO interface, and LibreOffice must know the interface's types. Its
own compiler for them is in the developers' kit, which no user has, so the few bytes are written here.

The format (little-endian; an offset is a UInt32 from the start of the file), as LibreOffice's `unoidl` describes it:
magic and version, offset and size of the root map; a module is the byte 0, the size of its map and the map itself; a
map is pairs of offsets, to a name that ends with NUL and to what it names; an interface is the byte 5, its bases,
attributes and methods, all as counted lists; text inside carries its length.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from struct import pack

MAGIC = b"UNOIDL\xff\x00"
MODULE, INTERFACE = 0, 5
IN = 0
ROOT_OF_INTERFACES = "com.sun.star.uno.XInterface"


@dataclass(frozen=True, slots=True)
class Method:
    """A method: its name, what it returns, its in-parameters as (name, type), and the exceptions it raises.

    Types are spelled as UNO spells them: `any`, `[][]any`, `com.sun.star.table.XCellRange`.
    """

    name: str
    returns: str
    parameters: tuple[tuple[str, str], ...]
    raises: tuple[str, ...] = ()


def interface_library(interface: str, methods: Sequence[Method]) -> bytes:
    """The type library of one interface, named with its modules: `org.medoffice.xl.XFunctions`."""
    head = len(MAGIC) + 8
    body = bytearray()

    def put(data: bytes) -> int:
        offset = head + len(body)
        body.extend(data)
        return offset

    *modules, name = interface.split(".")
    payload = put(_interface(methods))
    for module in reversed(modules):
        entry = pack("<II", put(name.encode() + b"\0"), payload)
        payload = put(pack("<BI", MODULE, 1) + entry)
        name = module
    root = put(pack("<II", put(name.encode() + b"\0"), payload))
    return MAGIC + pack("<II", root, 1) + bytes(body)


def _interface(methods: Sequence[Method]) -> bytes:
    bases = _counted([_text(ROOT_OF_INTERFACES)])
    optional_bases = attributes = _counted([])
    return pack("<B", INTERFACE) + bases + optional_bases + attributes + _counted([_method(m) for m in methods])


def _method(method: Method) -> bytes:
    parameters = [pack("<B", IN) + _text(name) + _text(kind) for name, kind in method.parameters]
    return (
        _text(method.name)
        + _text(method.returns)
        + _counted(parameters)
        + _counted([_text(exception) for exception in method.raises])
    )


def _counted(items: Sequence[bytes]) -> bytes:
    return pack("<I", len(items)) + b"".join(items)


def _text(text: str) -> bytes:
    return pack("<I", len(text)) + text.encode("ascii")
