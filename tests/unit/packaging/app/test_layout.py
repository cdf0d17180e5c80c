"""Where things lie, seen from the interpreter."""

from pathlib import Path

import pytest
from app.layout import SYSTEMS, Layout, version

import granview


@pytest.mark.parametrize("system", SYSTEMS)
def test_paths_in_the_manifest_lead_from_the_interpreter_s_folder_to_each_part(system: str) -> None:
    layout = Layout(Path("/anywhere/Gran View"), system, "3.11")

    for part in (layout.python, layout.uv, layout.locks):
        written = layout.from_prefix(part)
        assert (layout.prefix / written).resolve() == part
        assert "\\" not in written


def test_the_version_is_the_package_s() -> None:
    assert version() == granview.__version__
