"""Whatever is raised becomes a sentence, and nothing that serves ends by it."""

import pytest

from granview.core.errors import GranViewError, InputError
from granview.core.readable_errors import MAX_CHARS, attempt, readable_error, serve_jobs
from tests.helpers.odd import ODD, Mute, Panic


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


def test_words_that_cannot_be_stored_are_written_as_escapes() -> None:
    assert readable_error(InputError("\ud800 is damaged.", "Copy \ud800."), "").message == "\\ud800 is damaged."


def test_a_panic_that_holds_the_whole_text_is_cut() -> None:
    assert len(readable_error(Panic("a" * 10_000_000), "x").message) < MAX_CHARS + 20


@pytest.mark.parametrize("error", ODD, ids=lambda error: type(error).__name__)
def test_serving_outlives_a_job_and_its_answer_that_raise(error: BaseException) -> None:
    class Done(BaseException):
        """Ends the test's loop, from outside of any job."""

    jobs, done, failed = iter(["good", "bad", "good"]), [], []

    def take() -> str:
        job = next(jobs, None)
        if job is None:
            raise Done
        return job

    def do(job: str) -> None:
        if job == "bad":
            raise error
        done.append(job)

    def fail(job: str, raised: BaseException) -> None:
        failed.append((job, raised))
        raise error

    with pytest.raises(Done):
        serve_jobs(take, do, fail)
    assert done == ["good", "good"]
    assert failed == [("bad", error)]


def test_what_cannot_be_told_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    def fail(_: BaseException) -> None:
        raise Panic("untold")

    attempt(lambda: 1 / 0, fail)
    assert "untold" in caplog.text


def test_work_that_goes_well_is_not_told() -> None:
    told: list[BaseException] = []
    attempt(lambda: None, told.append)
    assert told == []
    attempt(lambda: 1 / 0, told.append)
    assert [type(error) for error in told] == [ZeroDivisionError]


def test_an_answer_in_words_needs_no_subject() -> None:
    assert isinstance(readable_error(OSError("x"), "It failed"), GranViewError)
