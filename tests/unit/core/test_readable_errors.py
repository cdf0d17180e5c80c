"""Whatever is raised becomes a sentence."""

import pytest

from granview.core.errors import GranViewError, InputError
from granview.core.readable_errors import MAX_CHARS, first_line, readable_error
from tests.helpers.odd import Mute, Panic


def test_an_error_in_words_keeps_them() -> None:
    error = InputError("x.png is empty.", "Copy it again.")
    assert readable_error(error, "x.png cannot be read") is error


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (Panic("at line 3\nstack of Rust"), "x cannot be run: Panic: at line 3."),
        (ValueError(), "x cannot be run: ValueError."),
        (MemoryError(), "x cannot be run: there is not enough memory."),
        (RecursionError("maximum"), "x cannot be run: something in it is nested too deeply."),
        (Mute(), "x cannot be run: Mute."),
        (KeyError("\ud800"), "x cannot be run: KeyError: '\\ud800'."),
    ],
)
def test_anything_else_is_told_after_what_could_not_be_done(error: BaseException, sentence: str) -> None:
    assert readable_error(error, "x cannot be run").message == sentence


def test_where_a_compiled_library_raised_is_left_out() -> None:
    raised = RuntimeError('operator(), /build/ops/cpu/nms_kernel.cpp:122, "nms_kernel" not implemented for BFloat16')
    assert first_line(raised) == '"nms_kernel" not implemented for BFloat16'


def test_words_that_cannot_be_stored_are_written_as_escapes() -> None:
    assert readable_error(InputError("\ud800 is damaged.", "Copy \ud800."), "").message == "\\ud800 is damaged."


def test_a_panic_that_holds_the_whole_text_is_cut() -> None:
    assert len(readable_error(Panic("a" * 10_000_000), "x").message) < MAX_CHARS + 20


def test_an_answer_in_words_needs_no_subject() -> None:
    assert isinstance(readable_error(OSError("x"), "It failed"), GranViewError)
