"""A report says where in the code a defect is, and nothing of the user's data."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from granview.core.crash_report import (
    HIDDEN,
    MAX_FRAMES,
    code_path,
    exception_trace,
    native_trace,
    report_text,
    without_data,
)
from granview.core.errors import ArgumentError


def trace_of(work, private: tuple[str, ...] = ()) -> str:
    try:
        work()
    except (ArgumentError, KeyError, RecursionError, ValueError):
        return exception_trace(*sys.exc_info(), private)
    raise AssertionError("nothing was raised")


def test_files_lines_and_types_stay_and_what_the_user_named_goes() -> None:
    from granview.core.resources import embedded_model

    text = trace_of(lambda: embedded_model("Patient Doe"))

    assert 'File "granview/core/resources.py", line ' in text
    assert ", in embedded_model" in text
    assert "granview.core.errors.ArgumentError: " in text
    assert "Patient" not in text.partition("ArgumentError: ")[2]


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("[Errno 2] No such file or directory: '/home/zoe/scan ä.png'", "[Errno 2] No such file or directory: …"),
        ("cannot read /home/zoe/data/a.tif at 3", "cannot read … at 3"),
        (r"cannot read C:\Users\Zoe\a.tif at 3", "cannot read … at 3"),
        ("scan-01.png has 3 channels", "… has 3 channels"),
        ("the sample cells-01 has no mask", "the sample … has no mask"),
        ("numpy.ndarray has no attribute shap", "numpy.ndarray has no attribute shap"),
        ("shape (3, 4) is not (4, 4), 0.5 of it", "shape (3, 4) is not (4, 4), 0.5 of it"),
    ],
)
def test_a_message_keeps_its_sense_without_paths_quotations_and_names(message: str, shown: str) -> None:
    assert without_data(message, ["cells-01", "x"]) in (shown, shown.replace("numpy.ndarray", HIDDEN))


def test_the_user_s_own_code_is_neither_named_nor_shown(tmp_path: Path) -> None:
    own = tmp_path / "secret_model.py"
    own.write_text("def f():\n    return {}['Zoe']\n")
    spec = spec_from_file_location("secret_model", own)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)

    text = trace_of(module.f)

    assert f'File "{HIDDEN}", line 2, in f' in text
    assert not {"secret_model", "Zoe", str(tmp_path)} & {
        word for word in ("secret_model", "Zoe", str(tmp_path)) if word in text
    }


def test_causes_come_first_and_endless_recursions_are_cut() -> None:
    def fail() -> None:
        try:
            raise KeyError("Zoe")
        except KeyError as error:
            raise ValueError("no 'Zoe'") from error

    def endless() -> None:
        endless()

    assert trace_of(fail).index("KeyError: …") < trace_of(fail).index("ValueError: no …")
    assert trace_of(endless).count("\n  File") <= MAX_FRAMES


def test_packages_and_the_standard_library_are_shown_from_their_own_folder_on() -> None:
    assert code_path("/home/zoe/.local/share/x/python/lib/python3.11/site-packages/numpy/core.py") == "numpy/core.py"
    assert code_path(r"C:\Users\Zoe\python\Lib\site-packages\numpy\core.py") == "numpy/core.py"
    assert code_path(str(Path(sys.modules["traceback"].__file__))) == "python/traceback.py"
    assert code_path("/home/zo\\xeb/app/0.1.0/python/lib/python3.11/threading.py") == "python/threading.py"
    assert code_path(r"C:\Users\Zoe\GranView\python\Lib\json\decoder.py") == "python/json/decoder.py"
    assert code_path("<string>") == "<string>"


def test_what_python_writes_of_a_native_crash_keeps_functions_alone() -> None:
    text = (
        "Fatal Python error: Segmentation fault\n\nCurrent thread 0x00007f (most recent call first):\n"
        '  File "/home/zoe/x/site-packages/granview/gui/app.py", line 3 in main\n'
        '  File "/home/zoe/mine.py", line 3 in f\n'
    )

    assert native_trace(text).splitlines()[3:] == [
        '  File "granview/gui/app.py", line 3 in main',
        f'  File "{HIDDEN}", line 3 in f',
    ]


def test_the_report_begins_with_what_happened_and_on_what() -> None:
    assert report_text("It broke.", {"GranView": "1", "OS": "x"}, "trace\n") == (
        "It broke.\n\nGranView  1\nOS        x\n\ntrace\n"
    )
