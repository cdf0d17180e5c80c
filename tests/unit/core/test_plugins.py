import importlib
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from granview.core import plugins
from granview.core.registry import Registry

Install = Callable[[dict[str, str]], Path]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Installs a package named ``swamp`` that says it is a plug-in."""

    def put(files: dict[str, str]) -> Path:
        for name, text in files.items():
            path = tmp_path / "swamp" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        info = tmp_path / "swamp-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: swamp\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text("[granview.plugins]\nswamp = swamp\n")
        monkeypatch.syspath_prepend(tmp_path)
        importlib.invalidate_caches()
        plugins.plugins.cache_clear()
        return tmp_path

    yield put
    plugins.plugins.cache_clear()
    for name in [name for name in sys.modules if name.partition(".")[0] == "swamp"]:
        del sys.modules[name]


def test_without_plug_ins_nothing_is_added() -> None:
    assert plugins.plugins() == ()


def test_what_stands_where_granview_would_have_it_is_registered(install: Install) -> None:
    things: Registry[str] = Registry("granview.settings", "thing")
    install(
        {
            "__init__.py": "THINGS = None",
            "settings/__init__.py": "",
            "settings/frog.py": "import swamp\nswamp.THINGS.register('frog')('green')\n",
        }
    )
    importlib.import_module("swamp").THINGS = things

    assert things.get("frog") == "green"
    assert "frog" in things
    assert "toad" not in things


def test_a_plug_in_may_have_nothing_at_a_place(install: Install) -> None:
    install({"__init__.py": ""})

    plugins.import_all("granview.settings")

    assert plugins.plugins() == ("swamp",)


def test_a_plug_in_that_cannot_be_imported_is_named_once_and_the_rest_goes_on(
    install: Install, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plugins, "_problems", {})
    install({"__init__.py": "", "settings/__init__.py": "", "settings/frog.py": "1 / 0\n"})

    for _ in range(2):
        plugins.import_all("granview.settings")

    (said,) = plugins.plugin_problems()
    assert re.search(r"plug-in swamp cannot be imported: ZeroDivisionError.*uninstall", said)
    assert capsys.readouterr().err == f"granview: {said}\n"
