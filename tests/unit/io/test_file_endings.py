import pytest

from granview.io.file_endings import ending


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("scan.nii.gz", ".nii.gz"),
        ("a/b/DATA.TAR.GZ", ".tar.gz"),
        ("x.gz", ".gz"),
        ("run.2024.gz", ".gz"),
        ("v1.png", ".png"),
        ("a.b.png", ".png"),
        ("README", ""),
    ],
)
def test_a_packed_file_is_called_by_what_is_in_it(name: str, expected: str) -> None:
    assert ending(name) == expected
