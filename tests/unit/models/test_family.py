from pathlib import Path

import pytest

from granview.core import plugins
from granview.core.plugins import FAMILIES as GROUP
from granview.core.plugins import import_all, plugin_problems
from granview.models.family import FAMILIES

MODULE = """
from granview.models.family import FAMILIES, Family

class Mine(Family):
    task = "depth-estimation"

    def claims(self, resolved):
        return False

    def load(self, resolved, spec, placement, progress):
        raise AssertionError

FAMILIES.register("mine-of-a-package")(Mine())
"""


def install(home: Path, package: str, code: str) -> None:
    """A package with an entry point, as an installer lays it down."""
    (home / package).mkdir()
    (home / package / "__init__.py").touch()
    (home / package / "family.py").write_text(code)
    metadata = home / f"{package}-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text(f"[{GROUP}]\n{package} = {package}.family\n")


def test_a_package_brings_a_family_by_one_entry_point(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dict(FAMILIES.all())
    install(tmp_path, "granview_test_family", MODULE)
    monkeypatch.syspath_prepend(str(tmp_path))
    import_all("granview.models.families")
    try:
        assert FAMILIES.get("mine-of-a-package").task == "depth-estimation"
    finally:
        FAMILIES._things, FAMILIES._in_order = before, {}


def test_one_that_cannot_be_imported_costs_itself_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    install(tmp_path, "granview_broken_family", "1 / 0\n")
    monkeypatch.setattr(plugins, "_problems", {})
    monkeypatch.syspath_prepend(str(tmp_path))
    import_all("granview.models.families")
    assert any(
        "granview_broken_family.family cannot be imported: ZeroDivisionError" in each for each in plugin_problems()
    )
    assert "granview_broken_family" in capsys.readouterr().err
