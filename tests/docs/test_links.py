"""Whatever the pages point at is there: files, places within pages, modules and what they define; so for docstrings."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import include_examples
import pytest
from environment import ROOT

PAGES = include_examples.pages()
CODE = sorted((ROOT / "granview").rglob("*.py"))

_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_SPAN = re.compile(r"(?<!`)(?:``([^`\n]+)``|`([^`\n]+)`)(?!`)")
_DOTTED = re.compile(r"granview(?:\.[A-Za-z_]\w*)+")
_PATH = re.compile(r"(?:granview|tests|docs|packaging|resources)(?:/[\w.-]+)+/?")
_FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)


_PLACEHOLDERS = frozenset({"granview/a/b.py", "tests/unit/a/test_b.py", "granview/gui/NAME/panel.py", "granview.x.y"})
_GROUPS = frozenset({"granview.plugins", "granview.families"})
"""The groups of entry points, which look like modules' names."""


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def spans_of(text: str) -> set[str]:
    """What stands between backquotes."""
    return {(double or single).strip() for double, single in _SPAN.findall(_FENCE.sub("", text))}


def anchors_of(page: Path) -> set[str]:
    """The places of a page that links may name: its headings, as GitHub spells them."""
    headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def dead_links(page: Path) -> Iterator[str]:
    for link in _LINK.findall(page.read_text(encoding="utf-8")):
        if link.startswith(("http://", "https://")):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors_of(target)):
            yield link


def missing(spans: set[str]) -> list[str]:
    """The paths and dotted names among them that lead nowhere."""
    spans = spans - _PLACEHOLDERS - _GROUPS
    paths = [span for span in spans if _PATH.fullmatch(span) and not (ROOT / span).exists()]
    dotted = [span for span in spans if _DOTTED.fullmatch(span) and not leads_somewhere(span)]
    return sorted(paths + dotted)


def leads_somewhere(dotted: str) -> bool:
    """Whether a dotted name is a package or module, or something that one defines, down to a class's attribute."""
    parts = dotted.split(".")
    for depth in range(len(parts), 0, -1):
        home = ROOT.joinpath(*parts[:depth])
        file = home / "__init__.py" if home.is_dir() else home.with_suffix(".py")
        if file.is_file():
            return depth == len(parts) or defines(file, parts[depth:])
    return False


def defines(file: Path, names: list[str]) -> bool:
    """Whether a module has a name, and that the next, for as many as there are."""
    body: list[ast.stmt] = ast.parse(file.read_text(encoding="utf-8")).body
    for name in names:
        found = next((node for node in body if name in named_by(node)), None)
        if found is None:
            return False
        body = getattr(found, "body", [])
    return True


def named_by(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        return {node.name}
    if isinstance(node, ast.Import | ast.ImportFrom):
        return {(alias.asname or alias.name).partition(".")[0] for alias in node.names}
    if isinstance(node, ast.If | ast.Try):
        return {name for inner in node.body for name in named_by(inner)}
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return {target.id for target in targets if isinstance(target, ast.Name)}


def docstrings_of(file: Path) -> Iterator[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield ast.get_docstring(node) or ""


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached, ahead = set(), [ROOT / "README.md"]
    while ahead:
        page = ahead.pop().resolve()
        if page in reached or page.suffix != ".md" or not page.is_file():
            continue
        reached.add(page)
        links = _LINK.findall(page.read_text(encoding="utf-8"))
        ahead += [page.parent / link.partition("#")[0] for link in links if "://" not in link and link[0] != "#"]
    assert set(PAGES) <= reached


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    assert list(dead_links(page)) == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_files_and_modules_that_a_page_names_are_there(page: Path) -> None:
    assert missing(spans_of(page.read_text(encoding="utf-8"))) == []


def test_files_and_modules_that_docstrings_name_are_there() -> None:
    dead = {name_of(file): missing(spans_of("\n".join(docstrings_of(file)))) for file in CODE}
    assert {file: names for file, names in dead.items() if names} == {}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_code_in_a_page_is_that_of_its_file(page: Path) -> None:
    assert page.read_text(encoding="utf-8") == include_examples.with_code(page), (
        "call: python packaging/include_examples.py"
    )


def test_every_example_of_the_toolbox_is_shown() -> None:
    shown = {file for page in PAGES for file in include_examples.shown_files(page)}
    files = (ROOT / "docs" / "examples" / "toolbox_plugin").rglob("*.py")
    assert {name_of(file) for file in files if file.name != "__init__.py"} <= {name_of(file) for file in shown}


WALKS = ROOT / "docs" / "walks.md"
_STEP = re.compile(r"^\| (\d+) \| `([^`]+)` \| `([^`]+)` \|", re.MULTILINE)
MOST_FILES = 7


def walks() -> dict[str, list[tuple[str, str, str]]]:
    """The steps of each walk: number, file, function."""
    _, *chapters = re.split(r"^## ", WALKS.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {chapter.partition("\n")[0]: _STEP.findall(chapter) for chapter in chapters}


def test_there_are_walks_for_pictures_results_numbers_explanations_and_models() -> None:
    assert len(walks()) == 6


@pytest.mark.parametrize("walk", walks())
def test_a_walk_passes_through_few_files_that_are_there(walk: str) -> None:
    steps = walks()[walk]
    assert [int(number) for number, _, _ in steps] == list(range(1, len(steps) + 1))
    assert 2 <= len({file for _, file, _ in steps}) <= MOST_FILES
    assert [(file, name) for _, file, name in steps if not defines(ROOT / file, name.split("."))] == []


def test_the_page_about_types_counts_the_lines_of_every_file_of_its_example() -> None:
    page, home = ROOT / "docs" / "extending" / "prediction_type.md", ROOT / "docs" / "examples" / "points_plugin"
    files = {path for path in home.rglob("*.py") if path.name != "__init__.py"}
    counted = include_examples.counted_files(page)
    assert set(counted) == files
    assert len(counted) == len(files)


def test_a_wrong_count_of_lines_is_put_right(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("one\ntwo\n")
    (tmp_path / "b.py").write_text("three\n")
    page = tmp_path / "page.md"
    page.write_text("| [a](a.py), [b](b.py) | what they do | 7 |\n| other | row | 7 |\n")

    assert include_examples.with_code(page) == "| [a](a.py), [b](b.py) | what they do | 3 |\n| other | row | 7 |\n"
