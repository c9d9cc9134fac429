"""What the pack says over the plan and over the figures: of each row what stands there, of none nothing."""

import pytest

from medoffice_xl.areas.pack.glance import lead as at_a_glance
from medoffice_xl.areas.plan.dashboard_blocks import key_figures
from medoffice_xl.areas.plan.pack import actions_stand, goals_stand
from medoffice_xl.areas.plan.page import NAME, PAGE
from medoffice_xl.pages.engine import place
from medoffice_xl.pages.page import Page
from medoffice_xl.pages.placed import Spot
from medoffice_xl.pages.shown import ShownPages


def plan(block: str, *rows: dict[str, str]) -> ShownPages:
    """The page Plan with rows in one of its lists, all else empty."""
    placed = place([PAGE])
    boxes = {name: box for (page, named, name), box in placed.places.columns.items() if (page, named) == (NAME, block)}
    cells = {
        Spot(boxes[name].top + at, boxes[name].left): value
        for at, row in enumerate(rows)
        for name, value in row.items()
    }
    return ShownPages([PAGE], placed, lambda _, spot: cells.get(spot))


def goal(name: str, status: str) -> dict[str, str]:
    return {"Goal": name, "Status": status}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], ""),
        ([goal("A", "not begun"), goal("B", "no data")], ""),
        ([goal("A", "on track")], "1 of 1 goal is on the line to the target or reached."),
        ([goal("A", "missed")], "None of 1 goal is on the line to the target or reached. Behind: A."),
        ([goal("A", "on track"), goal("B", "reached")], "2 of 2 goals are on the line to the target or reached."),
        (
            [
                goal("A", "reached"),
                goal("B", "at risk"),
                goal("C", "off track"),
                goal("D", "missed"),
                goal("E", "no data"),
            ],
            "1 of 4 goals is on the line to the target or reached. Behind: B; C; D.",
        ),
    ],
)
def test_goals_are_counted_where_they_can_be_judged(rows, said):
    assert goals_stand(plan("goals", *rows)) == said


@pytest.mark.parametrize(
    ("standings", "said"),
    [
        ([], ""),
        (["open"], "1 action is open, none overdue."),
        (["overdue", "today", "overdue", "open"], "4 actions are open, 2 overdue."),
    ],
)
def test_actions_that_are_late_are_counted(standings, said):
    rows = [{"Action": f"Action {number}", "Standing": standing} for number, standing in enumerate(standings)]
    assert actions_stand(plan("actions", *rows)) == said


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        ({}, ""),
        ({"Days in A/R": "Good"}, "Of 1 figure with a benchmark: 1 good, none fair, none poor."),
        (
            {
                "Days in A/R": "Good",
                "Net collection rate": "Fair",
                "Denial rate, initial": "Poor",
                "No-show rate": "Poor",
            },
            "Of 4 figures with a benchmark: 1 good, 1 fair, 2 poor. Poor: Denial rate, initial; No-show rate.",
        ),
    ],
)
def test_figures_are_counted_by_how_they_stand(standing, said):
    page = Page("Dashboard", "Dashboard", "", (key_figures(),))
    placed = place([page])
    cells = {}
    for label, word in standing.items():
        cells[placed.places.figures["Dashboard", "key figures", label]] = 0.5
        cells[placed.places.remarks["Dashboard", "key figures", label]] = f"{word} · Up 1 point on August"
    assert at_a_glance(ShownPages([page], placed, lambda _, spot: cells.get(spot))) == said
