"""Rules of a computer that keep programs from starting: read where Windows keeps them, never changed."""

import os
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from medoffice_xl.windows.registry import registry_value

APPLOCKER = r"SOFTWARE\Policies\Microsoft\Windows\SrpV2\Exe"
"""AppLocker's rules for programs; EnforcementMode 1 enforces them."""

EXPLOIT_GUARD = r"Windows Defender\Windows Defender Exploit Guard\ASR\Rules"
NO_CHILDREN = "d4f940ab-401b-4efc-aadc-ad5f3c50688a"
"""The rule "Block all Office applications from creating child processes": 1 blocks, 6 warns, 2 only writes it down."""

BLOCKS = ("1", "6")


@dataclass(frozen=True, slots=True)
class Rules:
    """What is in force here."""

    applocker: bool = False
    no_child_of_office: bool = False
    usual_places: tuple[PureWindowsPath, ...] = ()
    """Where AppLocker's default rules let everybody's programs lie."""

    def forbid(self, program: Path) -> bool:
        """Whether AppLocker's default rules would not let this program start; its own rules may say otherwise."""
        place = PureWindowsPath(program)
        return self.applocker and not any(place.is_relative_to(usual) for usual in self.usual_places)


def rules_of_this_computer() -> Rules:
    """Read them; none on another system than Windows."""
    children = (
        registry_value("HKEY_LOCAL_MACHINE", rf"SOFTWARE\{place}\{EXPLOIT_GUARD}", NO_CHILDREN)
        for place in (r"Policies\Microsoft", "Microsoft")
    )
    folders = (os.environ.get(name, "") for name in ("ProgramFiles", "ProgramFiles(x86)", "ProgramW6432", "SystemRoot"))
    return Rules(
        applocker=registry_value("HKEY_LOCAL_MACHINE", APPLOCKER, "EnforcementMode") == "1",
        no_child_of_office=any(value in BLOCKS for value in children),
        usual_places=tuple(PureWindowsPath(folder) for folder in folders if folder),
    )
