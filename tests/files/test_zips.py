"""Zips that are damaged in their directory are refused in words, whatever they are brought in as."""

import zipfile

import pytest

from medoffice_xl.errors import CannotRead, MedOfficeError
from medoffice_xl.files.zips import opened_zip
from medoffice_xl.readers.recognise import read_file


@pytest.mark.parametrize("name", ["fees.zip", "charges.xlsx"])
def test_a_file_without_a_name(tmp_path, name):
    path = tmp_path / name
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("fees.csv", "Code,Rate\nG0438,10\n")
    path.write_bytes(path.read_bytes().replace(b"fees.csv", b"\x00ees.csv"))
    with pytest.raises(CannotRead, match="a file in it has no name"):
        opened_zip(path.read_bytes(), name)
    with pytest.raises(MedOfficeError):
        read_file(path)
