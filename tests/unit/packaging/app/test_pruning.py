"""What is not brought along."""

import pytest
from app.pruning import NEVER, PACKAGES, STDLIB, is_left_out


@pytest.mark.parametrize(
    ("path", "patterns", "out"),
    [
        ("numpy/linalg/tests/test_linalg.py", PACKAGES, True),
        ("numpy/testing/__init__.py", PACKAGES, False),
        ("numpy/__pycache__/version.cpython-311.pyc", PACKAGES, True),
        ("pyarrow/libarrow_flight.so.2600", PACKAGES, True),
        ("pyarrow/libarrow.so.2600", PACKAGES, False),
        ("granview-0.1.0.dist-info/direct_url.json", PACKAGES, True),
        ("test/test_os.py", STDLIB, True),
        ("distutils/tests/test_util.py", STDLIB, True),
        ("unittest/mock.py", STDLIB, False),
        ("lib-dynload/readline.cpython-311-x86_64-linux-gnu.so", STDLIB, True),
        ("lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so", STDLIB, False),
        ("lib-dynload/_sqlite3.cpython-311-x86_64-linux-gnu.so", STDLIB, False),
    ],
)
def test_tests_sources_and_other_toolkits_stay_behind(path: str, patterns: dict[str, str], out: bool) -> None:
    assert is_left_out(path, patterns) is out


def test_every_pattern_has_its_reason() -> None:
    assert all({**NEVER, **PACKAGES, **STDLIB}.values())
