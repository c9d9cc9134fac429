import sys

import pytest
from paper_book import PaperBook
from practice_frames import frame

import udfs  # noqa: F401  (registers the functions)
from medoffice_xl.hosts.excel import refresh
from medoffice_xl.tables import CHARGES


class Mac:
    """What the workbook's VBA does on a Mac: calculating asks questions, an answer lets the next ones be asked."""

    def __init__(self, *rounds: list[str]) -> None:
        self.rounds, self.given, self.calculations = list(rounds), {}, 0

    def macro(self, name):
        return {
            "ForgetAnswers": self.given.clear,
            "CalculateEverything": self.calculate,
            "WaitingQuestions": lambda: "\n".join(self.rounds.pop(0)) if self.rounds else "",
            "KeepAnswer": self.given.__setitem__,
        }[name]

    def calculate(self):
        self.calculations += 1


@pytest.fixture
def mac(monkeypatch):
    def of(*rounds):
        host = Mac(*rounds)
        monkeypatch.setattr(sys, "platform", "darwin")
        book = PaperBook("Dashboard")
        charge = {"claim_id": "A", "dos": "2026-06-01", "post_date": "2026-06-01", "payer": "Gray Oak", "charge": 90}
        book.put_table(CHARGES, frame(CHARGES, charge))
        monkeypatch.setattr(book, "macro", host.macro)
        refresh.run(book, lambda what: None)
        return host

    return of


def test_on_a_mac_every_question_is_answered_until_none_waits(mac):
    host = mac(["ADD_UP\tn1"], ["WHY\tx2042"])
    assert host.given["ADD_UP\tn1"].startswith("#VALUE!|This version of medoffice_xl has no function ADD_UP")
    assert host.given["WHY\tx2042"].startswith("There is nothing to compute from")
    assert host.calculations == 3


def test_values_come_back_as_they_were_asked():
    given = refresh._given(["e", "n45000.5", "b1", "ta%09b%25%0A", "a2 1", "n1", "tx", "t"], None)
    assert given == [None, 45000.5, True, "a\tb%\n", [[1.0], ["x"]], ""]


def test_an_error_is_asked_about_by_the_text_that_cells_show():
    assert refresh._given(["x2042", "x2015"], None) == ["#N/A", "#VALUE!"]


def test_elsewhere_the_host_calculates():
    book = PaperBook("Dashboard")
    refresh.run(book, lambda what: None)
    assert book.app.calculated == 1
