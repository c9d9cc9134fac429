"""`python -m medoffice_xl.windows register`, or `remove`: what the installer runs. It imports nothing large."""

import sys

from medoffice_xl.errors import MedOfficeError
from medoffice_xl.windows.interpreter import this_python
from medoffice_xl.windows.registration import register, unregister


def main(what: str) -> None:
    """Register the Python that runs this, or take the registration out."""
    try:
        if what == "remove":
            unregister()
        else:
            register(*this_python())
    except MedOfficeError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main(sys.argv[1])
