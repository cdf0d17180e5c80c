"""Logs of samples as lm-evaluation-harness writes them: ``samples_TASK_TIME.jsonl``, a line for each document.

See the harness's documentation of ``--log_samples``. A document whose model was asked to write has its text in
``filtered_resps``; one whose model was asked to choose has a log-likelihood for each choice.
"""

from collections.abc import Mapping
from math import exp
from typing import Any, Final

from granview.core.errors import InputError
from granview.core.saved_reading import SavedReading
from granview.io.saved.listing import SavedListing
from granview.io.saved.rows import Values, first_rows, read_rows, table_of
from granview.io.saved.saved_prediction import CERTAIN, SAVED_FORMATS, Recognition, SavedFormat, SavedReader
from granview.io.saved.table_reader import TableReader
from granview.io.saved.text_values import CLASSES, WRITING

_KEYS: Final = frozenset({"doc_id", "doc", "resps"})
_CHOICES: Final = ("choices", "options", "endings")


class HarnessSamples(SavedFormat):
    """A line for each document."""

    title = "logs of lm-evaluation-harness"

    def recognize(self, listing: SavedListing) -> Recognition | None:
        """By the members of its lines."""
        path = table_of(listing, ".jsonl")
        rows = [] if path is None else first_rows(path, 3)
        if not rows or not all(set(row.values) >= _KEYS for row in rows):
            return None
        is_choice = _likelihoods(rows[0].values) is not None
        tasks = (CLASSES,) if is_choice else WRITING
        what = "a log-likelihood for each choice" if is_choice else "the text that was written"
        return Recognition(CERTAIN, tasks, f"A log of samples of lm-evaluation-harness, with {what}.")

    def open(self, listing: SavedListing, reading: SavedReading, task: str) -> SavedReader:
        """Its documents in memory; they go by ``doc_id``, the place of a document in its data set."""
        rows = read_rows(listing.files[0], reading.id or "doc_id")
        if task == CLASSES:
            notice = "The probability of a choice is the softmax of the choices' log-likelihoods."
            return TableReader(rows, listing, reading, task, _choice_scores, notice)
        return TableReader(rows, listing, reading, task, _written, "The text is filtered_resps, else resps.")


def _likelihoods(row: Values) -> list[float] | None:
    """The log-likelihood of each choice; None where the model wrote a text."""
    try:
        return [float(each[0][0]) for each in row["resps"]] if isinstance(row["resps"][0][0], list) else None
    except (LookupError, TypeError, ValueError):
        return None


def _choice_scores(row: Values) -> dict[str, float]:
    """Probabilities by the choices' names, or their places where the document names none."""
    likelihoods = _likelihoods(row)
    if likelihoods is None:
        raise InputError("has no log-likelihood for each choice")
    names = _names(row.get("doc"), len(likelihoods))
    most = max(likelihoods)
    weights = [exp(each - most) for each in likelihoods]
    return {name: weight / sum(weights) for name, weight in zip(names, weights, strict=True)}


def _names(doc: Any, n: int) -> list[str]:
    of_doc = doc if isinstance(doc, Mapping) else {}
    for key in _CHOICES:
        choices = of_doc.get(key)
        texts = choices.get("text") if isinstance(choices, Mapping) else choices
        if isinstance(texts, list) and len(texts) == n and len(set(map(str, texts))) == n:
            return [str(text) for text in texts]
    return [str(place) for place in range(n)]


def _written(row: Values) -> Any:
    """The first answer that was filtered, as it came."""
    for key in ("filtered_resps", "resps"):
        value = row.get(key)
        while isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, str):
            return value
    return None


SAVED_FORMATS.register("harness-samples")(HarnessSamples())
