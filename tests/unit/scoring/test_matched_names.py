from granview.core.labels import LabelSet
from granview.core.palette import BACKGROUND, OKABE_ITO, class_colors
from granview.scoring.matched_names import BY_NAME, MatchedNames, first_colors, matched_colors


def label_set(*names: str) -> LabelSet:
    return LabelSet(names, class_colors(names), None)


def test_a_mapped_class_is_written_with_what_it_counts_as() -> None:
    names = MatchedNames(by_model={"LOCATION": "LOC", "per": "PER"})
    assert [names.shown(name) for name in ("LOCATION", "per", "ORG")] == ["LOCATION → LOC", "per", "ORG"]
    assert names.model_key("LOCATION") == names.key_of_reference("loc")
    assert names.model_key("LOC") == BY_NAME.key_of_reference("LOC")


def test_names_of_several_lists_get_colours_of_their_own() -> None:
    lanes = [(label_set("ORG", "LOCATION", "PERSON"), BY_NAME), (label_set("DATE", "org"), BY_NAME)]
    colors = matched_colors(lanes, ["TIME", "MONEY", "DATE"])
    assert list(colors) == ["org", "location", "person", "date", "money", "time"]
    assert tuple(colors.values()) == OKABE_ITO[:6]


def test_a_mapped_name_has_the_colour_of_what_it_is_mapped_to() -> None:
    names = MatchedNames(by_model={"LOCATION": "LOC", "PERSON": "PER"})
    lanes = [(label_set("ORG", "LOCATION", "PERSON"), names), (label_set("PER", "LOC", "ORG"), BY_NAME)]
    assert matched_colors(lanes, ["LOC", "PER"]) == dict(zip(("org", "loc", "per"), OKABE_ITO, strict=False))


def test_many_names_all_differ_and_no_class_stays_quiet() -> None:
    names = tuple(f"type {n}" for n in range(60))
    colors = matched_colors([(label_set("background", *names), BY_NAME)], [f"known {n}" for n in range(40)])
    assert colors["background"] == BACKGROUND
    assert len(set(colors.values())) == 101


def test_usual_spellings_share_a_colour_unless_a_list_tells_them_apart() -> None:
    written, short = (label_set("PERSON", "ORG"), BY_NAME), (label_set("PER", "MISC"), BY_NAME)
    colors = matched_colors([written, short], ["ORGANISATION"])
    assert colors["person"] == colors["per"] == OKABE_ITO[0]
    assert colors["organisation"] == colors["org"]
    apart = matched_colors([written, short, (label_set("PER", "PERSON"), BY_NAME)], [])
    assert apart["person"] != apart["per"]


def test_label_sets_share_the_colour_of_the_first_that_has_a_class() -> None:
    first, other = LabelSet(("PER", "LOC"), ((1, 1, 1), (2, 2, 2)), None), LabelSet(("person",), ((3, 3, 3),), None)
    assert first_colors([first, other]) == {"per": (1, 1, 1), "loc": (2, 2, 2), "person": (1, 1, 1)}
