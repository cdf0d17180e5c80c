"""What the application holds: all that the window's side imports, and nothing that lanes alone import."""

from pathlib import Path

from app.contents import locked_packages, not_locked, window_imports
from environment import ROOT


def test_the_lock_holds_all_that_the_window_s_side_imports_and_no_torch() -> None:
    imports, names = window_imports(ROOT / "granview"), locked_packages()

    assert {"PySide6", "numpy", "polars"} <= imports
    assert not_locked(imports, names) == set()
    assert {"torch", "torchvision", "transformers", "triton"}.isdisjoint(names)


def test_an_import_within_a_function_counts_and_one_of_a_worker_does_not(tmp_path: Path) -> None:
    package = tmp_path / "granview"
    for name, text in {"io/a.py": "def f():\n    import torch.nn", "models/b.py": "import torchvision"}.items():
        (package / name).parent.mkdir(parents=True)
        (package / name).write_text(text)

    assert window_imports(package) == {"torch"}
    assert not_locked({"torch"}, locked_packages()) == {"torch"}


def test_what_a_lock_has_for_other_systems_and_pythons_is_left_out(tmp_path: Path) -> None:
    lock = tmp_path / "app.lock"
    lock.write_text(
        "a-b==1.0 \\\n    --hash=sha256:0\n"
        "c==2 ; sys_platform == 'emscripten' \\\n    --hash=sha256:0\n"
        "d==2 ; python_full_version < '3.1' \\\n    --hash=sha256:0\n"
        "d==3 ; python_full_version >= '3.1' \\\n    --hash=sha256:0\n"
    )

    assert locked_packages(lock) == ["a-b", "d"]
