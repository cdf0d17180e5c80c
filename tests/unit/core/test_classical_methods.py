from granview.core.classical_methods import CLASSICAL_METHODS
from granview.core.task_trait import TASK_TRAITS


def test_each_is_for_a_task_that_there_is() -> None:
    assert {method.task for method in CLASSICAL_METHODS.values()} <= set(TASK_TRAITS.all())
