"""The examples in docstrings run, and give what they say."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import medoffice_xl

ROOT = Path(medoffice_xl.__file__).parent
WITH_EXAMPLES = sorted(path for path in ROOT.rglob("*.py") if ">>> " in path.read_text(encoding="utf-8"))


def module_of(path: Path) -> str:
    return ".".join((ROOT.name, *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")


@pytest.mark.parametrize("path", WITH_EXAMPLES, ids=[module_of(path) for path in WITH_EXAMPLES])
def test_examples_give_what_they_say(path: Path) -> None:
    tried = doctest.testmod(import_module(module_of(path)))
    assert tried.attempted
    assert not tried.failed


def test_there_are_examples() -> None:
    assert len(WITH_EXAMPLES) > 20
