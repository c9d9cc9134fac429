"""One text or number of Windows' registry, as text."""

import sys


def registry_value(root: str, key: str, name: str) -> str:
    """What stands there; "" where nothing does, where it may not be read, and on every other system."""
    if sys.platform != "win32":
        return ""
    import winreg  # noqa: PLC0415  (Windows only)

    try:
        with winreg.OpenKey(getattr(winreg, root), key) as opened:
            return str(winreg.QueryValueEx(opened, name)[0])
    except OSError:
        return ""
