"""No module imports, by whatever way round, a module that imports it."""

from graphlib import CycleError, TopologicalSorter

import grimp


def test_imports_run_in_no_circle() -> None:
    graph = grimp.build_graph("granview", exclude_type_checking_imports=True, cache_dir=None)
    order = TopologicalSorter({module: graph.find_modules_directly_imported_by(module) for module in graph.modules})
    try:
        order.prepare()
    except CycleError as error:
        circle = " imports ".join(reversed(error.args[1]))
        raise AssertionError(f"A circle of imports: {circle}.") from None
