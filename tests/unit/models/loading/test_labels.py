from types import SimpleNamespace

import pytest

from granview.core.palette import class_colors
from granview.models.loading.labels import label_set


def config(id2label, **more):
    return SimpleNamespace(id2label=id2label, **more)


def test_names_stand_in_index_order_whatever_the_config_s_order():
    labels, notices = label_set(config({"1": "road", "0": "sky"}))
    assert labels.names == ("sky", "road")
    assert labels.colors == class_colors(labels.names)
    assert notices == ()


def test_gaps_are_filled_with_the_index_and_told():
    labels, notices = label_set(config({0: "sky", 2: "road"}))
    assert labels.names == ("sky", "1", "road")
    assert "called by their index" in notices[0]


def test_names_that_transformers_made_up_are_told():
    assert "names no classes" in label_set(config({0: "LABEL_0", 1: "LABEL_1"}))[1][0]


@pytest.mark.parametrize("colors", [[[1, 2, 3]], "red", [[1, 2], [3, 4]]])
def test_colors_that_do_not_fit_are_not_taken(colors):
    names = ("sky", "road")
    assert label_set(config(dict(enumerate(names)), label_colors=colors))[0].colors == class_colors(names)
