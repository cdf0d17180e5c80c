from collections.abc import Iterator

import pytest

from granview.core.errors import ArgumentError
from granview.core.run_params import RunParams
from granview.core.task_param import TaskParam
from granview.core.task_trait import TASK_TRAITS, TaskTraits, chosen_params, task_params, traits_of

IOU = TaskParam("iou", "IoU", 0.5, "least overlap", low=0, high=1)


@pytest.fixture(autouse=True)
def _two_tasks() -> Iterator[None]:
    with (
        TASK_TRAITS.temporarily("counting", TaskTraits("a counter", params=(IOU,))),
        TASK_TRAITS.temporarily("finding", TaskTraits("a finder", params=(IOU,))),
    ):
        yield


def test_a_parameter_is_chosen_for_every_task_that_has_it() -> None:
    chosen = chosen_params({"iou": "0.7", "finding.iou": 0.9}, ("counting", "finding", "fill-mask"))
    assert chosen == {"counting": {"iou": 0.7}, "finding": {"iou": 0.9}}
    assert task_params("counting", RunParams(of_task=chosen)) == {"iou": 0.7}


def test_a_task_has_the_defaults_of_what_was_not_chosen() -> None:
    assert task_params("counting", RunParams()) == {"iou": 0.5}
    assert task_params("unheard-of", RunParams()) == {}


@pytest.mark.parametrize(("key", "words"), [("beam", "There are: iou"), ("fill-mask.iou", "There are: iou")])
def test_a_parameter_that_no_task_has_is_refused(key: str, words: str) -> None:
    with pytest.raises(ArgumentError, match=words):
        chosen_params({key: "1"}, ("counting",))


def test_tasks_without_any_say_so() -> None:
    with pytest.raises(ArgumentError, match="have none"):
        chosen_params({"iou": "1"}, ("fill-mask",))


def test_a_task_without_traits_is_called_by_its_name() -> None:
    assert traits_of("unheard-of").model_noun == "a model for unheard-of"


def test_every_task_of_ours_has_traits_whose_parameters_keep_their_own_rules() -> None:
    from granview.tasks.base import TASKS

    assert set(TASKS.all()) <= set(TASK_TRAITS.all())
    for traits in TASK_TRAITS.all().values():
        assert [param.checked(param.default) for param in traits.params] == [param.default for param in traits.params]
