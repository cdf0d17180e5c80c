"""``verdict.md`` and ``verdict.json``: what a comparison comes to, to be read and to be read by programs."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from granview.io.atomic_write import atomic_write
from granview.report.verdict.as_json import verdict_json
from granview.report.verdict.facts import VerdictFacts
from granview.report.verdict.languages import LANGUAGES
from granview.report.verdict.passage import passage_of
from granview.report.verdict.plain_text import markdown

MARKDOWN_NAME: Final = "verdict.md"
JSON_NAME: Final = "verdict.json"


def verdict_markdown(verdicts: Sequence[VerdictFacts]) -> str:
    """Every verdict in every language, one after the other."""
    passages = [passage_of(facts, language) for facts in verdicts for language in LANGUAGES.values()]
    titles = [facts.task_title for facts in verdicts for _ in LANGUAGES]
    return "\n".join(
        markdown(passage, f"{passage.headings.verdict}{passage.headings.colon}{title}")
        for passage, title in zip(passages, titles, strict=True)
    )


def write_verdict_markdown(path: Path, verdicts: Sequence[VerdictFacts]) -> None:
    """Write it, whole or not at all.

    Raises:
        GranViewError: the file cannot be written.
    """
    _write(path, verdict_markdown(verdicts).encode())


def write_verdict_json(path: Path, verdicts: Sequence[VerdictFacts]) -> None:
    """Write all facts and passages, whole or not at all.

    Raises:
        GranViewError: the file cannot be written.
    """
    _write(path, verdict_json(verdicts) + b"\n")


def _write(path: Path, content: bytes) -> None:
    with atomic_write(path) as file:
        file.write(content)
