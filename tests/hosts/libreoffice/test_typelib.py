"""The type library, byte by byte: what each byte means is worked out from LibreOffice's description of the format."""

from struct import pack

from medoffice_xl.hosts.libreoffice.typelib import Method, interface_library


def text(value: str) -> bytes:
    return pack("<I", len(value)) + value.encode()


def test_one_interface_in_one_module() -> None:
    method = Method("arDays", "any", (("days", "any"),))
    interface = b"".join(
        [
            b"\x05",  # an interface
            pack("<I", 1) + text("com.sun.star.uno.XInterface"),  # one base
            pack("<I", 0),  # no optional base
            pack("<I", 0),  # no attribute
            pack("<I", 1) + text("arDays") + text("any"),  # one method and what it returns
            pack("<I", 1) + b"\x00" + text("days") + text("any"),  # one parameter, in
            pack("<I", 0),  # no exception
        ]
    )
    at_interface = 16  # after eight bytes of magic, the root's offset and its number of entries
    at_name = at_interface + len(interface)
    at_module = at_name + len(b"XIt\x00")
    module = b"\x00" + pack("<I", 1) + pack("<II", at_name, at_interface)
    at_module_name = at_module + len(module)
    at_root = at_module_name + len(b"org\x00")
    assert interface_library("org.XIt", [method]) == (
        b"UNOIDL\xff\x00"
        + pack("<II", at_root, 1)
        + interface
        + b"XIt\x00"
        + module
        + b"org\x00"
        + pack("<II", at_module_name, at_module)
    )
