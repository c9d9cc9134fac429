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
