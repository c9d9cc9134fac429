"""What the gate of the invented practice took."""

from medoffice_xl.demo.hidden import Hidden
from medoffice_xl.demo.invented import DemoPart, InventedPractice


def demo(practice: InventedPractice) -> DemoPart:
    """A file of the gate with one month of $300.25, for two gates."""
    gate = practice.folder / "gate.csv"
    gate.write_text("Gate month,Gate fee\n2026-01-01,300.25\n", encoding="utf-8")
    return DemoPart((gate,), settings={"Gates": 2}, hidden=(Hidden("One month of parking is missing.", "Parking"),))
