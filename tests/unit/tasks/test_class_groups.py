from granview.tasks.class_groups import ClassGroups

NAMES = ("Hairline crack", "crazing", "scuff", "dog/beagle", "dog/boxer", "/odd")


def test_groups_are_those_that_were_typed_whatever_the_spelling():
    groups = ClassGroups(["hairline-crack + crazing", "", "scuff"], NAMES)
    assert groups.is_near(0, 1)
    assert not groups.is_near(0, 2)
    assert [groups.n_others(index) for index in range(3)] == [1, 1, 0]


def test_a_name_says_its_group_before_a_slash():
    groups = ClassGroups([], NAMES)
    assert groups.is_near(3, 4)
    assert groups.of(3) == groups.of(4) == "dog/"
    assert [groups.of(index) for index in (0, 5)] == [None, None]
    assert groups.n_others(0) == 0
    assert not groups.is_near(0, 0)
