"""What is not brought along, and why: files of packages and of the standard library."""

from fnmatch import fnmatchcase
from typing import Final

NEVER: Final = {
    "*/__pycache__/*": "byte code is written anew, for this interpreter, without paths of the machine that built it",
    "*.pyc": "likewise",
    "*.pyi": "for type checkers",
    "*.pyx": "sources of compiled modules",
    "*.pxd": "likewise",
    "*.a": "for linking",
    "*/direct_url.json": "says where on the building machine a package came from",
    "*.dist-info/REQUESTED": "of the installer",
}
"""Patterns of what is never copied; a path is held against them from its package's parent on, with slashes."""

PACKAGES: Final = {
    "*/tests/*": "tests",
    "*/test/*": "tests",
    "numpy/*/include/*": "for compiling",
    "numpy/f2py/*": "for compiling Fortran",
    "pyarrow/include/*": "for compiling",
    "pyarrow/src/*": "for compiling",
    "pyarrow/*_flight*": "remote tables: data sets are local files here",
    "pyarrow/*flight.py": "likewise",
    "pyarrow/*_s3*": "files of Amazon's servers; pyarrow.fs is imported without them",
    "pyarrow/_azurefs*": "files of Microsoft's servers",
    "pyarrow/_gcsfs*": "files of Google's servers",
    "pyarrow/_hdfs*": "files of Hadoop",
    "pyarrow/_orc.*": "a format that nothing here opens",
    "pyarrow/_dataset_orc*": "likewise",
    "pyarrow/*_encryption*": "Parquet behind a key, which nobody can enter here",
    "pyarrow/_substrait*": "plans of queries; its library stays, since all modules link to it",
    "pyarrow/libarrow*.so": "a second name of a library, for linking; a wheel holds it as a copy",
    "pyarrow/libarrow*.so.*.*.*": "a third copy of it",
    "fontTools/*.c": "sources of compiled modules",
    "lxml/includes/*": "for compiling",
    "nltk/app/*": "windows in another toolkit",
    "pyqtgraph/examples/*": "examples",
    "onnx/backend/test/*": "tests",
    "cv2/qt/*": "windows of OpenCV",
}
"""Patterns of packages."""

STDLIB: Final = {
    "test/*": "tests",
    "*/test/*": "tests",
    "*/tests/*": "tests",
    "idlelib/*": "an editor",
    "tkinter/*": "another toolkit",
    "turtle.py": "likewise",
    "turtledemo/*": "likewise",
    "lib2to3/*": "Python 2",
    "ensurepip/*": "brings pip: uv installs here",
    "config-*/*": "for compiling",
    "site-packages/*": "packages are taken one by one",
    "lib-dynload/_tkinter.*": "another toolkit",
    "lib-dynload/readline.*": "lines of a terminal; its library is under the GPL",
    "lib-dynload/_gdbm.*": "its library is under the GPL",
    "lib-dynload/_dbm.*": "likewise where it is made of gdbm",
    "lib-dynload/nis.*": "Sun's yellow pages",
    "lib-dynload/_curses*": "windows of characters",
    "lib-dynload/_crypt.*": "passwords",
    "lib-dynload/_test*": "tests",
    "lib-dynload/_xxtestfuzz.*": "tests",
    "lib-dynload/_ctypes_test.*": "tests",
    "lib-dynload/xxlimited*": "examples",
}
"""Patterns of the standard library, from its folder on."""


def is_left_out(path: str, patterns: dict[str, str]) -> bool:
    """Whether a path with slashes is one of those, or one that is never copied."""
    return any(fnmatchcase(path, pattern) for pattern in (*NEVER, *patterns))
