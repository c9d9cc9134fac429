"""What Spark needs is told before anything begins."""

import sys
from types import ModuleType

import pytest

from medoffice_xl.group.spark_needs import why_not

SAYS = "#!/bin/sh\necho '{}' >&2\n"


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A machine with PySpark and the Java that says this of itself; with none where it says nothing."""

    def of(says, pyspark="4.3.0"):
        monkeypatch.delenv("JAVA_HOME", raising=False)
        monkeypatch.setenv("PATH", str(tmp_path))
        found = ModuleType("pyspark")
        found.__version__ = pyspark
        monkeypatch.setitem(sys.modules, "pyspark", found if pyspark else None)
        if says:
            (tmp_path / "java").write_text(SAYS.format(says))
            (tmp_path / "java").chmod(0o755)

    return of


@pytest.mark.parametrize("says", ['openjdk version "17" 2021-09-14', 'openjdk version "21.0.2" 2024-01-16'])
def test_java_17_will_do(machine, says):
    machine(says)
    assert why_not() == ""


@pytest.mark.parametrize(
    ("says", "there"),
    [
        ('openjdk version "16.0.2" 2021-07-20', "Java 16 is here"),
        ('java version "1.8.0_392"', "Java 8 is here"),
        ("no such thing", "there is no Java here"),
        ("", "there is no Java here"),
    ],
)
def test_an_older_java_or_none_is_told_with_what_to_do(machine, says, there):
    machine(says)
    assert there in why_not()
    assert "apt-get install openjdk-17-jre-headless" in why_not()


def test_java_home_counts_before_the_path(machine, tmp_path, monkeypatch):
    machine('openjdk version "17.0.1"')
    home = tmp_path / "home" / "bin"
    home.mkdir(parents=True)
    (home / "java").write_text(SAYS.format('openjdk version "11.0.2"'))
    (home / "java").chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(home.parent))
    assert "Java 11 is here" in why_not()


@pytest.mark.parametrize(("version", "said"), [("", "pip install 'medoffice_xl[cluster]'"), ("3.5.1", "PySpark 3.5.1")])
def test_pyspark_that_is_missing_or_too_old_is_told(machine, version, said):
    machine('openjdk version "17.0.1"', version)
    assert said in why_not()
