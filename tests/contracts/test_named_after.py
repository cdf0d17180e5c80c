from collections.abc import Callable

import pytest
from grimp import ImportGraph

from tests.contracts.named_after import NamedAfterContract

TYPES = "shop.types"
Graph = Callable[..., ImportGraph]


@pytest.fixture
def imports() -> Graph:
    def graph_of(*importers: str) -> ImportGraph:
        graph = ImportGraph()
        for module in (TYPES, f"{TYPES}.pear", *importers):
            graph.add_module(module)
        for importer in importers:
            graph.add_import(importer=importer, imported=f"{TYPES}.pear")
        return graph

    return graph_of


def is_kept(graph: ImportGraph) -> bool:
    contract = NamedAfterContract("pears", {"root_packages": ["shop"]}, {"package": TYPES, "makers": ["shop.makers"]})
    return contract.check(graph, verbose=False).kept


@pytest.mark.parametrize("importer", ["shop.window.pear", "shop.window.pear_painter", "shop.makers.orchard"])
def test_files_named_after_a_type_and_makers_may_import_it(imports: Graph, importer: str) -> None:
    assert is_kept(imports(importer))


@pytest.mark.parametrize(
    "importer",
    [
        "shop.window.table",
        "shop.window.appear",
        "shop.window.pearl",
        "shop.window.pears",
        "shop.makers_of_glass.orchard",
    ],
)
def test_nobody_else_may(imports: Graph, importer: str) -> None:
    assert not is_kept(imports("shop.window.pear", importer))
