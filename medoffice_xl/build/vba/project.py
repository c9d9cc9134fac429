"""The project around the modules: its streams dir, PROJECT, PROJECTwm and _VBA_PROJECT.

Source: [MS-OVBA] 2.3 (records) and 2.4.3 (data encryption). Only source is stored, no compiled cache: Excel
compiles a project whose _VBA_PROJECT carries version FFFF when it opens it.
"""

import uuid
from collections.abc import Iterable, Sequence

from medoffice_xl.build.vba.compound_file import compound_file
from medoffice_xl.build.vba.compression import compress
from medoffice_xl.build.vba.modules import Kind, Module

CODE_PAGE = 1252
_ENGLISH = 0x0409
_NAMESPACE = uuid.UUID("5b1f6f0e-6b0a-5f8e-9c55-6f1f5e2f7a10")
_LIBRARIES = (
    ("stdole", "{00020430-0000-0000-C000-000000000046}", r"C:\Windows\System32\stdole2.tlb", "OLE Automation"),
    (
        "Office",
        "{2DF8D04C-5BFA-101B-BDE5-00AA0044DE52}",
        r"C:\Program Files\Common Files\Microsoft Shared\OFFICE16\MSO.DLL",
        "Microsoft Office 16.0 Object Library",
    ),
)
_HOST_EXTENDER = "&H00000001={3832D640-CF90-11CF-8E43-00A0C911005A};VBE;&H00000000"
_FILLER = b"\xfb"  # any byte is allowed; this is the one Excel was seen to write
_NOT_PROTECTED, _NO_PASSWORD, _VISIBLE = b"\0\0\0\0", b"\0", b"\xff"


def vba_project(modules: Sequence[Module], name: str = "PracticeManager") -> bytes:
    """The bytes of vbaProject.bin for these modules; the same modules always give the same bytes.

    Raises ValueError where two modules, or a module and the project, share a name.
    """
    names = [name.lower(), *(module.name.lower() for module in modules)]
    if len(set(names)) < len(names):
        raise ValueError(f"names are taken twice: {sorted({each for each in names if names.count(each) > 1})}")
    streams = {
        "PROJECT": _project_text(modules, name).encode("cp1252"),
        # Never compressed: Excel takes the whole project away otherwise.
        "PROJECTwm": _names_in_unicode(modules),
        "VBA/_VBA_PROJECT": b"\xcc\x61\xff\xff\x00\x01\x00",
        "VBA/dir": compress(_dir(modules, name)),
    }
    streams |= {f"VBA/{module.name}": compress(module.stream()) for module in modules}
    return compound_file(streams)


def _project_text(modules: Sequence[Module], name: str) -> str:
    project_id = "{" + str(uuid.uuid5(_NAMESPACE, name)).upper() + "}"
    lines = [
        f'ID="{project_id}"',
        *(_MEMBER[module.kind].format(module.name) for module in modules),
        f'Name="{name}"',
        'HelpContextID="0"',
        'VersionCompatible32="393222000"',
        f'CMG="{encrypted(_NOT_PROTECTED, project_id, 0x07)}"',
        f'DPB="{encrypted(_NO_PASSWORD, project_id, 0x02)}"',
        f'GC="{encrypted(_VISIBLE, project_id, 0x04)}"',
        "",
        "[Host Extender Info]",
        _HOST_EXTENDER,
        "",
        "[Workspace]",
        *(f"{module.name}=0, 0, 0, 0, C" for module in modules),
        "",
    ]
    return "\r\n".join(lines)


_MEMBER = {
    Kind.STANDARD: "Module={}",
    Kind.CLASS: "Class={}",
    Kind.WORKBOOK: "Document={}/&H00000000",
    Kind.SHEET: "Document={}/&H00000000",
}


def encrypted(data: bytes, project_id: str, seed: int) -> str:
    """Data as the fields CMG, DPB and GC hold it, in hexadecimal ([MS-OVBA] 2.4.3.2).

    An obfuscation keyed by the project's id and a seed byte; nothing here is secret.
    """
    key = sum(project_id.encode("ascii")) & 0xFF
    out = [seed, seed ^ 2, seed ^ key]
    last, before, plain_before = out[2], out[1], key
    for plain in _FILLER * ((seed & 6) // 2) + len(data).to_bytes(4, "little") + data:
        byte = plain ^ (before + plain_before & 0xFF)
        out.append(byte)
        before, last, plain_before = last, byte, plain
    return bytes(out).hex().upper()


def _names_in_unicode(modules: Iterable[Module]) -> bytes:
    pairs = (module.name.encode("cp1252") + b"\0" + module.name.encode("utf-16-le") + b"\0\0" for module in modules)
    return b"".join(pairs) + b"\0\0"


def _dir(modules: Sequence[Module], name: str) -> bytes:
    """Project information, references, modules ([MS-OVBA] 2.3.4.2)."""
    return b"".join(
        (
            _record(0x01, _u32(3)),  # 64-bit Windows
            _record(0x02, _u32(_ENGLISH)),
            _record(0x14, _u32(_ENGLISH)),
            _record(0x03, _u16(CODE_PAGE)),
            _record(0x04, name.encode("cp1252")),
            _record(0x05, b"") + _record(0x40, b""),  # description
            _record(0x06, b"") + _record(0x3D, b""),  # help file
            _record(0x07, _u32(0)),
            _record(0x08, _u32(0)),
            _u16(0x09) + _u32(4) + _u32(1) + _u16(1),  # version: its size field says 4, six bytes follow
            _record(0x0C, b"") + _record(0x3C, b""),  # conditional compilation constants
            *(_reference(*library) for library in _LIBRARIES),
            _record(0x0F, _u16(len(modules))),
            _record(0x13, _u16(0xFFFF)),
            *(_module(module) for module in modules),
            _record(0x10, b""),
        )
    )


def _reference(name: str, guid: str, path: str, title: str) -> bytes:
    library = rf"*\G{guid}#2.0#0#{path}#{title}".encode("cp1252")
    body = _u32(len(library)) + library + _u32(0) + _u16(0)
    return _record(0x16, name.encode("cp1252")) + _record(0x3E, name.encode("utf-16-le")) + _record(0x0D, body)


def _module(module: Module) -> bytes:
    narrow, wide = module.name.encode("cp1252"), module.name.encode("utf-16-le")
    kind = 0x21 if module.kind is Kind.STANDARD else 0x22
    return b"".join(
        (
            _record(0x19, narrow) + _record(0x47, wide),
            _record(0x1A, narrow) + _record(0x32, wide),
            _record(0x1C, b"") + _record(0x48, b""),
            _record(0x31, _u32(0)),  # the source starts at once: no compiled cache before it
            _record(0x1E, _u32(0)),
            _record(0x2C, _u16(0xFFFF)),
            _record(kind, b""),
            _record(0x2B, b""),
        )
    )


def _record(number: int, data: bytes) -> bytes:
    return _u16(number) + _u32(len(data)) + data


def _u16(number: int) -> bytes:
    return number.to_bytes(2, "little")


def _u32(number: int) -> bytes:
    return number.to_bytes(4, "little")
