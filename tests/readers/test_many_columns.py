"""What a column is called is looked up as often as there are columns, not as often as there are pairs and triples."""

from medoffice_xl.readers.pm_export.layout import Layout


class Counted(tuple):
    """Fields that count how often they are gone through."""

    times = 0

    def __iter__(self):
        Counted.times += 1
        return super().__iter__()


def test_columns_are_numbered_once_however_often_they_are_asked_for():
    fields = ("claim_id", *["ins_paid"] * 400)
    layout = Layout(0, 1, tuple(f"Heading {place}" for place in range(len(fields))), Counted(fields))
    assert [layout.of_key(key) for key in ("claim_id", "ins_paid", "ins_paid#2", "ins_paid#400")] == [0, 1, 2, 400]
    assert all(layout.of_key(key) == place for key, place in layout.keys.items())
    assert Counted.times == 1
