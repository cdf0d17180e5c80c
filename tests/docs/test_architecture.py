"""The page about the architecture says what is so: which packages import which, their order, the tables."""

import ast
import re
import tomllib
from collections.abc import Iterator
from itertools import pairwise

import grimp
import pytest
from environment import ROOT

PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
ROWS = re.findall(r"^\| `(granview\.\w+)` \| .+ \| (.+) \|$", PAGE, re.MULTILINE)
HEAVY = {"torch", "torchvision", "transformers"}


@pytest.fixture(scope="module")
def imports() -> dict[str, set[str]]:
    """What each package of granview imports at run time: others of granview, and packages from elsewhere."""
    graph = grimp.build_graph(
        "granview", exclude_type_checking_imports=True, include_external_packages=True, cache_dir=None
    )
    return {
        package: {
            name
            for module in {package, *graph.find_descendants(package)}
            for imported in graph.find_modules_directly_imported_by(module)
            if (name := ".".join(imported.split(".")[:2])) != package
        }
        for package in graph.find_children("granview")
        if (ROOT / package.replace(".", "/")).is_dir()
    }


def layers_of(contract: str) -> list[set[str]]:
    """The layers of a contract, from the bottom up."""
    layers = next(each["layers"] for each in CONTRACTS if each["name"] == contract)
    return [set(layer.split(" | ")) for layer in reversed(layers)]


def registries() -> Iterator[tuple[str, str]]:
    """What every ``Registry("granview.x.y", …)`` scans, and where that stands."""
    for path in sorted((ROOT / "granview").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Registry":
                yield ast.literal_eval(node.args[0]), path.relative_to(ROOT).as_posix()


def test_each_package_is_listed_with_what_it_imports(imports: dict[str, set[str]]) -> None:
    found = {
        package: ", ".join(sorted(name.removeprefix("granview.") for name in names if name.startswith("granview.")))
        for package, names in imports.items()
    }
    assert dict(ROWS) == {package: names or "nothing" for package, names in found.items()}


def test_packages_stand_in_the_order_of_the_contracts() -> None:
    placed = [package for package, _ in ROWS]
    program = layers_of("Imports point down only")
    worker = layers_of("The worker's side, top to bottom")[1:]

    for layers in (program, worker):
        places = [[placed.index(package) for package in layer] for layer in layers]
        assert all(max(lower) < min(upper) for lower, upper in pairwise(places))
    assert set(placed) == set().union(*program, *worker)


def test_torch_and_qt_live_where_the_page_says(imports: dict[str, set[str]]) -> None:
    assert "**Where torch lives:** in these last four packages alone, `zoo`, `models`, `explain` and `worker`" in PAGE
    assert {package for package, names in imports.items() if names & HEAVY} == {
        f"granview.{name}" for name in ("zoo", "models", "explain", "worker")
    }
    assert "**Where Qt lives:** in `gui` alone" in PAGE
    assert {package for package, names in imports.items() if "PySide6" in names} == {"granview.gui"}


def test_each_floor_of_the_window_is_listed_in_order() -> None:
    floors = [set(re.findall(r"`(\w+)`", row)) for row in re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", PAGE, re.MULTILINE)]
    layers = next(each["layers"] for each in CONTRACTS if each["name"].startswith("The window:"))
    wanted = [name for layer in layers for name in layer.split(" | ")]

    at = {name: place for place, floor in enumerate(floors) for name in floor}
    assert set(at) == set(wanted)
    assert [at[name] for name in wanted] == sorted(at.values())


@pytest.mark.parametrize(("scanned", "place"), list(registries()))
def test_every_registry_stands_among_the_tables(scanned: str, place: str) -> None:
    tables = PAGE.partition("## Tables by type and kind")[2]
    path = scanned.replace(".", "/")
    path += ".py" if (ROOT / f"{path}.py").is_file() else ""

    assert f"`{path}`" in tables, f"{place} scans {scanned}: give it a row in docs/architecture.md"
