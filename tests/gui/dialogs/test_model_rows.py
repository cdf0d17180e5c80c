from granview.engine.catalog import CatalogEntry
from granview.gui.dialogs.model_rows import HUB, LadderHead, listed_rows


def rung(ladder, name, source, task="fill-mask"):
    return CatalogEntry(source, f"Ladder {ladder} · {name}", "Catalogue", (task,), 10, 1.0, False, "", ladder, name)


ONE = [rung("one", "s", "hf:org/s"), rung("one", "l", "hf:org/l")]
TWO = [rung("two", "s", "zoo:x", "translation")]
ZOO = [CatalogEntry("zoo:x", "x", "GranView", ("translation",), 10, 1.0, True)]
HUBS = [CatalogEntry("hf:org/y", "org/y", HUB, (), None, None, False)]
EVERY = [*ZOO, *ONE, *TWO, *HUBS]


def shown(*arguments):
    return [row.title if isinstance(row, LadderHead) else row.source for row in listed_rows(EVERY, *arguments)]


def test_a_ladder_is_a_head_and_its_rungs_below_once_it_is_open():
    assert shown("", "Catalogue", "") == ["Ladder one", "Ladder two"]
    assert shown("", "Catalogue", "", ["one"]) == ["Ladder one", "hf:org/s", "hf:org/l", "Ladder two"]


def test_words_open_the_ladders_in_which_they_are_and_leave_the_others_out():
    assert shown("org/l", "Catalogue", "") == ["Ladder one", "hf:org/l"]


def test_among_all_models_a_rung_that_stands_there_already_does_not_stand_there_twice():
    assert shown("", "", "") == ["zoo:x", "Ladder one"]


def test_what_the_hub_was_searched_for_is_listed_there_alone_and_as_it_came():
    assert shown("no such words", HUB, "translation") == ["hf:org/y"]


def test_a_task_leaves_out_what_is_for_others():
    assert shown("", "Catalogue", "translation") == ["Ladder two"]
