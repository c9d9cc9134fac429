from medoffice_xl.cells.shelf import PLACES, SUPERSEDED, Shelf


def test_a_place_keeps_its_newest_and_the_last_few_it_replaced():
    shelf = Shelf()
    for number in range(SUPERSEDED + 2):
        shelf.put("A1", f"h{number}", number)
    assert shelf.get("h0") is None
    assert [shelf.get(f"h{number}") for number in range(1, SUPERSEDED + 2)] == list(range(1, SUPERSEDED + 2))


def test_what_another_place_holds_is_not_superseded():
    shelf = Shelf()
    shelf.put("A1", "shared", 1)
    shelf.put("B1", "shared", 1)
    for number in range(SUPERSEDED + 2):
        shelf.put("A1", f"h{number}", number)
    assert shelf.get("shared") == 1


def test_what_comes_back_is_the_newest_again():
    shelf = Shelf()
    shelf.put("A1", "first", 1)
    for number in range(SUPERSEDED):
        shelf.put("A1", f"h{number}", number)
    shelf.put("A1", "first", 1)
    for number in range(SUPERSEDED + 2):
        shelf.put("B1", f"b{number}", number)
    assert shelf.get("first") == 1


def test_the_same_content_stays_the_same_thing():
    shelf, first, second = Shelf(), object(), object()
    shelf.put("A1", "h", first)
    shelf.put("A1", "h", second)
    assert shelf.get("h") is first


def test_places_are_bounded_and_the_one_idle_longest_goes_first():
    shelf = Shelf()
    for number in range(PLACES):
        shelf.put(number, f"h{number}", number)
    shelf.put(0, "h0", 0)
    for number in range(PLACES, PLACES + SUPERSEDED + 1):
        shelf.put(number, f"h{number}", number)
    assert shelf.get("h0") == 0
    assert shelf.get("h1") is None


def test_the_same_cell_of_two_workbooks_is_two_places():
    """Both are called [PracticeManager.xlsm]Handles!$B$2 where two Excels have a workbook of one name."""
    shelf = Shelf()
    shelf.put("B2", "mine", 1, owner="first")
    for number in range(SUPERSEDED + 2):
        shelf.put("B2", f"h{number}", number, owner="second")
    assert shelf.get("mine") == 1


def test_places_are_bounded_workbook_by_workbook():
    shelf = Shelf()
    shelf.put("B2", "mine", 1, owner="first")
    for number in range(PLACES + SUPERSEDED + 1):
        shelf.put(number, f"h{number}", number, owner="second")
    assert shelf.get("mine") == 1


def test_a_closed_workbook_takes_what_it_alone_held():
    shelf = Shelf()
    shelf.put("B2", "both", 1, owner="first")
    shelf.put("B2", "both", 1, owner="second")
    shelf.put("B3", "first's", 2, owner="first")
    shelf.put("B3", "second's", 3, owner="second")
    shelf.forget("first")
    assert [shelf.get(handle) for handle in ("both", "first's", "second's")] == [1, None, 3]
    shelf.forget("first")
    shelf.forget("second")
    assert shelf.get("both") is None
