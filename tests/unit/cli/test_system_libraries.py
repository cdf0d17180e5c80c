"""A system without what Qt needs is told which packages bring it."""

import sys

import pytest

from granview.cli.system_libraries import LIBRARIES, missing_libraries, missing_words, readable_import_error

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="libraries of Linux")


def test_what_is_missing_is_named_with_the_packages_of_each_kind_of_system() -> None:
    assert missing_libraries(["libc.so.6", "libno.so.9"]) == ["libno.so.9"]
    words = missing_words(["libEGL.so.1", "libGL.so.1"])
    assert "sudo apt install libegl1 libgl1\n" in words
    assert words.endswith("sudo dnf install libglvnd-egl libglvnd-glx")
    assert all(len(packages) == 2 for packages in LIBRARIES.values())


def test_an_import_that_failed_for_a_library_is_said_and_any_other_is_not() -> None:
    error = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")

    readable = readable_import_error(error)

    assert readable is not None
    assert "sudo apt install libegl1" in str(readable)
    assert "libodd.so.3" in str(readable_import_error(ImportError("libodd.so.3: cannot open shared object file")))
    assert readable_import_error(ImportError("cannot import name 'x'")) is None
