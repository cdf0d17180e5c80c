"""What the hub client's errors mean for a person: which are final, and why it cannot be reached."""

from typing import Any, Final, cast

from granview.core.errors import ArgumentError, GranViewError, WeightsMissing
from granview.io.hub.endpoint import hub_endpoint

_UNAUTHORIZED: Final = 401


def final_errors() -> tuple[type[Exception], ...]:
    """Errors that another try gives again: the model or its revision is not there, or not for this user."""
    from huggingface_hub.errors import HFValidationError, RepositoryNotFoundError, RevisionNotFoundError

    return (RepositoryNotFoundError, RevisionNotFoundError, HFValidationError)


def network_errors() -> tuple[type[Exception], ...]:
    """Errors of the way to the hub, whichever HTTP library its client is built on."""
    from huggingface_hub.errors import HfHubHTTPError

    return (cast(type[Exception], HfHubHTTPError.__mro__[1]), OSError)


def refused(error: Exception, name: str, revision: str = "main") -> GranViewError:
    """A final error in words.

    Args:
        error: One of ``final_errors``.
        name: The repository's id.
        revision: The revision that was asked for.
    """
    from huggingface_hub.errors import GatedRepoError, HFValidationError, RevisionNotFoundError

    if isinstance(error, GatedRepoError):
        return WeightsMissing(
            f"{name} is gated: its authors ask you to accept their terms first.",
            f"Accept them at {hub_endpoint()}/{name}, run `hf auth login`, and try again.",
        )
    if isinstance(error, RevisionNotFoundError):
        return WeightsMissing(f"{name} has no revision '{revision}' on the hub.", "Give a branch, tag or commit hash.")
    if isinstance(error, HFValidationError):
        return ArgumentError(f"'{name}' is not the id of a model on the hub.", "Write hf:ORG/NAME.")
    if _status(error) == _UNAUTHORIZED:
        return WeightsMissing(
            f"The hub shows {name} only to those who may see it: there is no such model, or it is private and this "
            "machine's login does not reach it.",
            "Check the spelling; for a private model run `hf auth login`, or set HF_TOKEN to a token that may read it.",
        )
    return WeightsMissing(
        f"There is no model {name} on the hub, or it is private.",
        "Check the spelling; for a private model run `hf auth login` first.",
    )


def network_reason(error: Exception) -> str:
    """Why the hub gave nothing, as a clause without a full stop.

    Args:
        error: One of ``network_errors``.
    """
    from huggingface_hub import constants

    kind = type(error).__name__
    if (status := _status(error)) is not None:
        return f"the hub at {hub_endpoint()} answered with status {status}"
    if kind == "OfflineModeIsEnabled" or constants.HF_HUB_OFFLINE:
        return "HF_HUB_OFFLINE forbids downloads"
    if isinstance(error, OSError) and error.errno is not None:
        return f"the download failed: {error.strerror}"
    if "Timeout" in kind:
        return f"the hub at {hub_endpoint()} did not answer in time"
    return f"the hub at {hub_endpoint()} cannot be reached ({kind})"


def _status(error: Exception) -> int | None:
    response: Any = getattr(error, "response", None)
    return None if response is None else int(response.status_code)
