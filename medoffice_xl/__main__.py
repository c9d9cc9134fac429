"""`python -m medoffice_xl`: the command line."""

from medoffice_xl.cli import main

if __name__ == "__main__":
    main()
