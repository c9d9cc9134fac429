"""For Wine only: what its C library lacks and Python's packages call on import.

Wine up to 10 has C99's complex accessors as stubs that end the process; numpy calls them when it is imported.
They get a body here. On Windows proper, or where a stub is not found, nothing is touched.
"""

import ctypes
import sys
from typing import Any

STUB = b"\x48\x83\xec\x28"
"""How Wine's stubs begin: sub rsp, 28h."""

BODIES = {
    b"crealf": "660f6ec1c3",  # movd xmm0, ecx; ret (a float complex comes in rcx)
    b"cimagf": "48c1e920660f6ec1c3",  # shr rcx, 32; movd xmm0, ecx; ret
    b"creal": "f20f1001c3",  # movsd xmm0, [rcx]; ret (a double complex comes by its address)
    b"cimag": "f20f104108c3",  # movsd xmm0, [rcx + 8]; ret
    b"cabs": "f20f1001f20f104908f20f59c0f20f59c9f20f58c1f20f51c0c3",  # sqrt(re * re + im * im)
}
EXECUTE_READ_WRITE = 0x40


def give_bodies() -> None:
    """Overwrite each stub with its function."""
    windll: Any = ctypes.WinDLL  # type: ignore[attr-defined]
    if not hasattr(windll("ntdll"), "wine_get_version"):
        return
    kernel = windll("kernel32")
    kernel.GetModuleHandleW.restype = kernel.GetProcAddress.restype = ctypes.c_void_p
    kernel.GetModuleHandleW.argtypes = [ctypes.c_wchar_p]
    kernel.GetProcAddress.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
    kernel.VirtualProtect.argtypes = [
        ctypes.c_void_p,
        ctypes.c_size_t,
        ctypes.c_uint32,
        ctypes.POINTER(ctypes.c_uint32),
    ]
    library = kernel.GetModuleHandleW("ucrtbase.dll")
    for name, code in BODIES.items():
        body = bytes.fromhex(code)
        address = kernel.GetProcAddress(library, name)
        if not address or ctypes.string_at(address, len(STUB)) != STUB:
            continue
        former = ctypes.c_uint32()
        if kernel.VirtualProtect(address, len(body), EXECUTE_READ_WRITE, ctypes.byref(former)):
            ctypes.memmove(address, body, len(body))
            kernel.VirtualProtect(address, len(body), former.value, ctypes.byref(former))


# platform.uname() would ask WMI, which ends in a call that Wine 8 does not implement.
sys.modules["_wmi"] = None  # type: ignore[assignment]
give_bodies()
