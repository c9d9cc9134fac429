"""The guide, as it is read without the internet: `mkdocs.yml` builds it from `docs/`."""

import subprocess
import sys
from pathlib import Path

from installer.settings import REPOSITORY, of_no_day


def write_guide(to: Path) -> None:
    """Build it into the folder; raises CalledProcessError where mkdocs refuses it or is not installed."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(to)]
    subprocess.run(command, cwd=REPOSITORY, check=True, env={**of_no_day(), "NO_MKDOCS_2_WARNING": "1"})
