import contextlib
import sys
from pathlib import Path

import pytest

from granview.core.errors import GranViewError
from granview.core.registry import Registry


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    folder = tmp_path / "scanned_things"
    folder.mkdir()
    (folder / "__init__.py").write_text(
        "from granview.core.registry import Registry\nTHINGS: Registry[object] = Registry('scanned_things', 'thing')\n"
    )
    (folder / "first.py").write_text("from scanned_things import THINGS\nTHINGS.register('first')('one')\n")
    monkeypatch.syspath_prepend(tmp_path)
    yield "scanned_things"
    for name in [name for name in sys.modules if name.startswith("scanned_things")]:
        del sys.modules[name]


def test_a_new_file_is_all_that_it_takes(package: str) -> None:
    things = __import__(package).THINGS

    assert things.get("first") == "one"
    assert list(things.all()) == ["first"]


def test_of_folders_the_named_module_alone_is_scanned(package: str, tmp_path: Path) -> None:
    folder = tmp_path / "scanned_things"
    for name, file in (("one", "panel.py"), ("two", "other.py")):
        (folder / name).mkdir()
        (folder / name / "__init__.py").touch()
        (folder / name / file).write_text(f"from scanned_things import FOLDERS\nFOLDERS.register('{name}')('here')\n")
    (folder / "__init__.py").write_text(
        "from granview.core.registry import Registry\nFOLDERS = Registry('scanned_things', 'thing', module='panel')\n"
    )

    assert __import__(package).FOLDERS.all() == {"one": "here"}


def test_an_unknown_name_lists_the_known_ones(package: str) -> None:
    with pytest.raises(GranViewError, match=r"no thing 'second'.*Known: first"):
        __import__(package).THINGS.get("second")


def test_a_name_is_taken_once() -> None:
    things: Registry[str] = Registry("granview.core", "thing")
    things.register("a")("x")

    with pytest.raises(ValueError, match="registered twice"):
        things.register("a")("y")


def test_what_is_registered_for_a_while_is_gone_after_it_whatever_happens(package: str) -> None:
    things = __import__(package).THINGS
    with things.temporarily("first", "theirs") as given:
        assert (given, things.get("first")) == ("theirs", "theirs")
        with contextlib.suppress(RuntimeError), things.temporarily("guest", "new"):
            assert list(things.all()) == ["first", "guest"]
            raise RuntimeError
        assert "guest" not in things
    assert things.all() == {"first": "one"}
