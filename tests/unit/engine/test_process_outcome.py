"""Ends of processes, in words."""

import signal

import pytest

from granview.engine.process_outcome import ProcessOutcome, hung, invalid_message, not_started


@pytest.mark.parametrize(
    ("exit_code", "words"),
    [
        (-signal.SIGKILL, "was killed (SIGKILL), probably because memory ran out"),
        (-signal.SIGSEGV, "crashed (SIGSEGV)"),
        (-signal.SIGABRT, "crashed (SIGABRT)"),
        (-signal.SIGTERM, "was stopped (SIGTERM)"),
        (-99, "crashed (signal 99)"),
        (3, "exit code 3"),
        (0, "exit code 0"),
        (0xC0000005, "crashed (access violation)"),
        (None, "could not be started"),
    ],
)
def test_every_end_has_words_and_advice(exit_code: int | None, words: str) -> None:
    outcome = ProcessOutcome(exit_code)
    assert words in outcome.message
    assert outcome.message.endswith(".")
    assert outcome.advice


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (hung(2.5), "did not answer for 2.5 s"),
        (invalid_message(ValueError("bad byte")), "not a message (bad byte)"),
        (not_started(OSError(11, "no more processes")), "no more processes"),
    ],
)
def test_what_the_engine_did_counts_more_than_the_exit_code(outcome: ProcessOutcome, words: str) -> None:
    assert words in outcome.message
    assert outcome.advice


def test_a_process_that_was_killed_says_what_it_had_held() -> None:
    outcome = ProcessOutcome(-signal.SIGKILL, peak_bytes=3_400_000_000, ran_out=True)
    assert outcome.message == ("The lane's process was killed (SIGKILL), since memory ran out; it had held 3.4 GB.")
    assert "probably" in ProcessOutcome(-signal.SIGKILL, peak_bytes=1, ran_out=False).message
    assert "smaller batch" in outcome.advice
