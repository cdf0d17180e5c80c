import pytest

from granview.core.entity_types import other_spellings, usual_spelling


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("PER", ("person",)),
        ("Location", ("loc",)),
        ("ORG", ("organization", "organisation")),
        ("Organisation", ("org", "organization")),
        ("MISC", ("miscellaneous",)),
        ("GPE", ()),
    ],
)
def test_the_usual_spellings(name: str, others: tuple[str, ...]) -> None:
    assert other_spellings(name) == others
    assert all(usual_spelling(other) == usual_spelling(name) for other in others)


def test_a_type_without_other_spellings_is_itself() -> None:
    assert usual_spelling("Work of_Art") == "workofart"
