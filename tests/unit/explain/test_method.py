"""The registry of methods, and the names that the rest of the program knows them by."""

from granview.core.explain_methods import METHOD_NAMES
from granview.explain.method import METHODS


def test_the_names_known_elsewhere_are_those_of_the_methods() -> None:
    titles = {name: method.facts.title for name, method in METHODS.all().items()}
    assert {name: known.title for name, known in METHOD_NAMES.all().items()} == titles
    assert [method.facts.name for method in METHODS.all().values()] == list(titles)
