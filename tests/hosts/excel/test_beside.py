"""Where a button's files go when Excel tells an address of the web in place of the workbook's path."""

import pytest
from xlwings.utils import fullname_url_to_local_path

from medoffice_xl.errors import BookError
from medoffice_xl.hosts.excel.beside import folder_beside

NAME = "PracticeManager.xlsm"


class InOneDrive:
    """A workbook of which Excel knows the address alone; its path is what xlwings itself makes of that."""

    def __init__(self, address: str) -> None:
        self.address = address

    @property
    def fullname(self) -> str:
        return fullname_url_to_local_path(self.address)


@pytest.fixture
def onedrive(monkeypatch, tmp_path):
    """A user's OneDrive, to which Documents was moved, with a practice in it."""
    folder = tmp_path / "OneDrive - Oak Clinic" / "Documents" / "Practice"
    folder.mkdir(parents=True)
    (folder / NAME).write_bytes(b"")
    for name in ("OneDrive", "OneDriveConsumer", "OneDriveCommercial"):
        monkeypatch.setenv(name, str(tmp_path / "OneDrive - Oak Clinic"))
    return folder


@pytest.mark.parametrize(
    "address",
    [
        f"https://d.docs.live.net/1a2b3c4d/Documents/Practice/{NAME}",
        f"https://oakclinic-my.sharepoint.com/personal/kim_oak_com/Documents/Documents/Practice/{NAME}",
    ],
    ids=["OneDrive", "OneDrive for Business"],
)
def test_a_workbook_in_onedrives_documents_is_found_on_this_computer(onedrive, address):
    assert folder_beside(InOneDrive(address), "Appeals") == onedrive / "Appeals"


@pytest.mark.parametrize(
    "address", [f"https://d.docs.live.net/1a2b3c4d/Elsewhere/{NAME}", f"https://example.org/{NAME}"]
)
def test_one_that_is_nowhere_on_this_computer_is_told_with_what_to_do(onedrive, address):
    with pytest.raises(BookError, match="Always keep on this device"):
        folder_beside(InOneDrive(address), "Appeals")


def test_a_workbook_of_this_computer(tmp_path):
    class Here:
        fullname = str(tmp_path / NAME)

    assert folder_beside(Here(), "Appeals") == tmp_path / "Appeals"
