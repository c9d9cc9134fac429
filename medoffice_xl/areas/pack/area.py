"""What the area Pack brings to the house."""

from medoffice_xl.actions import Action
from medoffice_xl.area import Area
from medoffice_xl.areas.pack.glance import SECTIONS

ACTIONS = (
    Action(
        "physician_pack",
        "Reports",
        "Physician pack",
        "FilePrintPreview",
        "PK",
        "The physicians' pack and agenda",
        "The month in six to ten pages as a PDF, and the agenda of the meeting as a Word document, in the folder "
        "Physician pack beside this workbook. Sums only: no patient, nobody's pay.",
        True,
        runner="physician_pack.run",
        writes=False,
    ),
)

AREA = Area(
    name="pack",
    title="Physician pack",
    duty="What the physicians are shown at their meeting, and its agenda.",
    actions=ACTIONS,
    pack=SECTIONS,
)
