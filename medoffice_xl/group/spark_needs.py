"""What Spark needs on this machine, and whether it is here: asked before anything begins."""

import os
import shutil
import subprocess

OLDEST_JAVA = 17
OLDEST_PYSPARK = 4


def why_not() -> str:
    """What keeps Spark from running here, and what to do about it; empty where nothing does."""
    try:
        import pyspark  # noqa: PLC0415  (an extra)
    except ModuleNotFoundError:
        return (
            "Groups on Spark need PySpark: pip install 'medoffice_xl[cluster]'. Without --spark, DuckDB does the same."
        )
    if int(pyspark.__version__.partition(".")[0]) < OLDEST_PYSPARK:
        return f"PySpark {pyspark.__version__} cannot group two tables for one task; install pyspark 4 or newer."
    version = _java_version()
    if version < OLDEST_JAVA:
        there = f"Java {version} is here" if version else "there is no Java here"
        return (
            f"Spark needs Java {OLDEST_JAVA} or newer, and {there}. On Debian: apt-get install openjdk-17-jre-headless"
        )
    return ""


def _java_version() -> int:
    """The version of the Java that Spark would start: 17; 0 where there is none."""
    home = os.environ.get("JAVA_HOME")
    program = os.path.join(home, "bin", "java") if home else shutil.which("java")  # noqa: PTH118
    if not program:
        return 0
    try:
        said = subprocess.run([program, "-version"], capture_output=True, text=True, check=False).stderr  # noqa: S603
        first, _, rest = said.split('"')[1].partition(".")
        return int(rest.partition(".")[0] if first == "1" else first)
    except (OSError, IndexError, ValueError):
        return 0
