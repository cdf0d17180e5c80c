"""No module imports, by whatever way round, a module that imports it."""

from collections.abc import Collection, Mapping
from graphlib import CycleError, TopologicalSorter

import grimp


def test_imports_run_in_no_circle() -> None:
    graph = grimp.build_graph("granview", exclude_type_checking_imports=True, cache_dir=None)
    assert_no_circle({module: graph.find_modules_directly_imported_by(module) for module in graph.modules})


def test_modules_of_the_window_run_in_no_circle_where_they_only_name_types_either() -> None:
    graph = grimp.build_graph("granview", exclude_type_checking_imports=False, cache_dir=None)
    window = {module for module in graph.modules if module.startswith("granview.gui.")}
    assert_no_circle({module: graph.find_modules_directly_imported_by(module) & window for module in window})


def assert_no_circle(imports: Mapping[str, Collection[str]]) -> None:
    order = TopologicalSorter(imports)
    try:
        order.prepare()
    except CycleError as error:
        circle = " imports ".join(reversed(error.args[1]))
        raise AssertionError(f"A circle of imports: {circle}.") from None
