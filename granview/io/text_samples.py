"""Samples from a file that holds texts, and from a text that was typed."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.core.file_names import SampleNames
from granview.core.readable_errors import readable_error
from granview.core.sample import Sample
from granview.core.text import TextInput
from granview.io.column_roles import ColumnRoles
from granview.io.dataset_format import dataset_format, has_columns
from granview.io.datasets.sample_reader import DataSetEvent, read_samples
from granview.io.encodings import detect
from granview.io.regular_files import check_regular, open_regular
from granview.io.search_events import Notice, Problem
from granview.io.text_references import TextReferenceFiles, reference_of_text

_NAME_WORDS: Final = 4
_NAME_CHARS: Final = 32
_HEAD_BYTES: Final = 1 << 16


def text_samples(
    path: Path,
    names: SampleNames,
    roles: ColumnRoles | None = None,
    references: TextReferenceFiles | None = None,
    header: bool | None = None,
    only_texts: bool = False,
) -> Iterator[DataSetEvent]:
    """The samples of a file: its records, or the one text that it is.

    Args:
        path: The file.
        names: Gives each sample its name.
        roles: Which column of a data set is what; None to guess. A file without columns to choose from has none.
        references: What is known of it elsewhere, or None; it replaces what the file itself says.
        header: Whether the first row of a delimited file names its columns; None to find out.
        only_texts: Whether rows of tables are texts even where a column may be that of files.

    Yields:
        Samples, ``Problem`` for what does not become one, ``Notice`` for what must be said, and of a data set what
        ``read_samples`` says of its columns. Whatever else goes wrong with a file is a ``Problem`` too: it costs no
        other file of the search.
    """
    try:
        yield from _samples_of(path, names, roles, references, header, only_texts)
    except Exception as error:  # noqa: BLE001  whatever goes wrong is the file's problem
        words = readable_error(error, f"{path.name} cannot be read")
        yield Problem(path, words.message, words.hint)


def _samples_of(
    path: Path,
    names: SampleNames,
    roles: ColumnRoles | None,
    references: TextReferenceFiles | None,
    header: bool | None,
    only_texts: bool,
) -> Iterator[DataSetEvent]:
    try:
        size = check_regular(path).st_size
        known = dataset_format(path)
    except InputError as error:
        yield Problem(path, error.message, error.hint)
        return
    if known is not None:
        chosen = roles if has_columns(path) else None
        yield from read_samples(path, names, chosen, references, header=header, only_texts=only_texts)
        return
    reference, problems = reference_of_text(path, references)
    yield Sample(names.claim(path.stem), str(path), size_bytes=size, kind="text", reference=reference)
    yield from problems
    yield from _encoding_notices(path)


def _encoding_notices(path: Path) -> Iterator[Notice]:
    """What must be said of how a text is read, as its beginning tells; nothing of one that reading will refuse."""
    try:
        with open_regular(path) as file:
            head = file.read(_HEAD_BYTES)
        encoding = detect(head, path.name, is_cut=len(head) == _HEAD_BYTES)
    except (InputError, OSError):
        return
    for words in encoding.notices(path.name):
        yield Notice(path, words)


def typed_sample(text: str, taken: Iterable[str], pair: str | None = None, question: str | None = None) -> Sample:
    """A sample of a text that was typed or pasted, named after its first words.

    Args:
        text: The text, or the context of the question.
        taken: Names of the samples that there are.
        pair: The second text of a pair.
        question: The question.
    """
    words = re.findall(r"\w+", (question or text)[:1000])[:_NAME_WORDS]
    text_input = TextInput.of(text, pair, question)
    name = SampleNames(taken).claim("-".join(words)[:_NAME_CHARS] or "text")
    return Sample(name, "", size_bytes=text_input.n_bytes, kind="text", text=text_input)
