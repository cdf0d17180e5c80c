from granview.core.near_names import near_names, there_are


def test_what_is_spelt_alike_is_named_first_whatever_its_case() -> None:
    assert there_are("clas", ["kind", "class", "grain"]) == "Did you mean class? There are: kind, class, grain."
    assert near_names("data.iso", ["data.ISO", "kind"]) == ["data.ISO"]


def test_what_is_like_nothing_has_only_the_names_that_there_are() -> None:
    assert there_are("hospital", ["kind", "kind", "class"]) == "There are: kind, class."
    assert there_are("hospital", []) == "There are none."


def test_a_long_list_is_cut_and_says_how_long_it_is() -> None:
    words = there_are("c7", [f"c{n}" for n in range(50)])
    assert words.startswith("Did you mean c7 or ")
    assert words.endswith("c39, … (50 in all).")
