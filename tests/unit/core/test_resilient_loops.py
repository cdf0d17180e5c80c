"""Nothing that serves ends by what is raised."""

import pytest

from granview.core.resilient_loops import attempt, serve_jobs
from tests.helpers.odd import ODD, Panic


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
