"""What is in the installer, with its licence and hash: a CycloneDX bill of materials, and the licences' own texts."""

import email
import email.message
import hashlib
import json
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from installer.settings import Interpreter, version

TEXT_OF_A_LICENCE = re.compile(
    r"[^/]+\.dist-info/(?:licenses/.*|[^/]*(?:LICEN[CS]E|COPYING|NOTICE)[^/]*)", re.IGNORECASE
)

THEME = "mkdocs-material"
TEXT_OF_ITS_ICONS = "material/templates/.icons/material/LICENSE"


@dataclass(frozen=True, slots=True)
class Component:
    """One package: what it is, under which licence, and the texts that must come with it.

    `sha256` is that of the file it came in, "" for what was installed already.
    """

    name: str
    version: str
    licence: str
    sha256: str
    texts: tuple[tuple[str, bytes], ...] = ()


def component(wheel: Path) -> Component:
    """What a wheel says of itself; raises ValueError for one that names no licence or brings no text of it."""
    with zipfile.ZipFile(wheel) as files:
        names = files.namelist()
        said = email.message_from_bytes(
            files.read(next(name for name in names if name.endswith(".dist-info/METADATA")))
        )
        texts = tuple(
            (name.partition(".dist-info/")[2].replace("/", "_"), files.read(name))
            for name in sorted(names)
            if TEXT_OF_A_LICENCE.fullmatch(name) and not name.endswith("/")
        )
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    return _checked(Component(str(said["Name"]), str(said["Version"]), _licence(said), digest, texts))


def _checked(one: Component) -> Component:
    if not one.licence:
        raise ValueError(f"{one.name} {one.version} names no licence")
    if not one.texts:
        raise ValueError(f"{one.name} {one.version} brings no text of its licence")
    return one


def _licence(said: email.message.Message) -> str:
    """The licence's expression, else its classifiers, else the first line of what stands under License."""
    if said["License-Expression"]:
        return str(said["License-Expression"])
    classified = [
        line.rpartition("::")[2].strip() for line in said.get_all("Classifier", []) if line.startswith("License ::")
    ]
    return ", ".join(classified) or str(said["License"] or "").partition("\n")[0].strip()


def of_interpreter(interpreter: Interpreter, python: Path) -> Component:
    """The interpreter as it was unpacked; python.org's build brings its licence as LICENSE.txt."""
    texts = tuple((path.name, path.read_bytes()) for path in python.glob("LICENSE.txt"))
    return _checked(Component("CPython", interpreter.version, interpreter.licence, interpreter.sha256, texts))


def of_guide() -> Component:
    """What the guide holds that is not ours: the theme's style, scripts and icons, as it is installed here."""
    theme = metadata.distribution(THEME)
    texts = tuple(
        (file.as_posix().rpartition("licenses/")[2].replace("/", "_"), file.read_binary())
        for file in theme.files or ()
        if TEXT_OF_A_LICENCE.fullmatch(file.as_posix()) or file.as_posix() == TEXT_OF_ITS_ICONS
    )
    said = email.message_from_string(theme.read_text("METADATA") or "")
    return _checked(Component(THEME, theme.version, _licence(said), "", texts))


def bill_of_materials(components: Sequence[Component]) -> bytes:
    """The bill of materials, as CycloneDX 1.5; the same content gives the same bytes."""
    bill: dict[str, Any] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "medoffice_xl", "version": version()}},
        "components": [_listed(one) for one in sorted(components, key=lambda one: one.name.casefold())],
    }
    return json.dumps(bill, indent=2).encode() + b"\n"


def _listed(one: Component) -> dict[str, Any]:
    return {
        "type": "library",
        "name": one.name,
        "version": one.version,
        "purl": f"pkg:pypi/{one.name.lower()}@{one.version}",
        "licenses": [{"license": {"name": one.licence}}],
        **({"hashes": [{"alg": "SHA-256", "content": one.sha256}]} if one.sha256 else {}),
    }
