"""Word documents as Office reads them: nothing in them that it would repair."""

from pathlib import Path

import pytest
from open_xml import OFFICES, faults
from render.test_letters import LETTER
from render.test_pack_pdf import PACK

from medoffice_xl.render.letters import write_letters
from medoffice_xl.render.pack.agenda import write_agenda


@pytest.mark.validator
@pytest.mark.parametrize("office", OFFICES)
def test_the_open_xml_sdk_finds_nothing(office: str, tmp_path: Path) -> None:
    """A letter has a total, an agenda a table without headings and one with rows to write into."""
    written = [*write_letters([LETTER], tmp_path), write_agenda(PACK, tmp_path / "Agenda.docx")]
    assert {file.name: faults(file, office) for file in written} == {file.name: [] for file in written}
