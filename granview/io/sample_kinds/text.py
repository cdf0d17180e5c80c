"""Files of texts: one text each, or data sets of many; what is known of them stands in them, or beside them."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.core.sample import Reference
from granview.io.column_prompt import read_column_prompt
from granview.io.dataset_format import dataset_suffixes, has_columns
from granview.io.encodings import detect
from granview.io.file_formats import READABLE_TEXT
from granview.io.sample_kind import SAMPLE_FILES, InputFile, SampleFiles, SearchContext
from granview.io.search_events import SearchEvent
from granview.io.text_references import ANNOTATIONS, OF_LAYOUT, TextReferenceFiles
from granview.io.text_samples import text_samples

PLAIN_TEXT_SUFFIXES: Final = frozenset({".txt", ".text", ".md", ".markdown", ".rst"})
"""Lower-case suffixes of files that are one text each."""

_ABOUT: Final = re.compile(
    r"(readme|licen[cs]e|copying|changelog|sources)(\.\w+)?|label(s|_names)\.(txt|json)"
    r"|(dataset_dict|dataset_infos?|state)\.json",
    re.IGNORECASE,
)
"""Texts that are about the files beside them."""


class TextFiles(SampleFiles):
    """Texts and data sets of texts."""

    kind = "text"
    noun = "a text"
    readable = READABLE_TEXT
    suffixes = PLAIN_TEXT_SUFFIXES | dataset_suffixes()
    is_about_others = True
    takes_anything = True
    reference_suffixes = suffixes | {ANNOTATIONS}

    def belongs(self, head: bytes, name: str, is_cut: bool) -> bool:
        """Whether a file begins as texts do."""
        try:
            detect(head, name, is_cut=is_cut)
        except InputError:
            return False
        return True

    def is_input(self, name: str) -> bool:
        """Whether it is not called as what is written about other files."""
        return not _ABOUT.fullmatch(name)

    def names_others(self, path: Path, context: SearchContext) -> bool:
        """Whether it is a table with a column of files, such as pictures beside phrases."""
        if not has_columns(path):
            return False
        if context.columns is not None:
            return context.columns.file is not None
        try:
            return read_column_prompt(path, context.header).guess.file is not None
        except InputError:
            return False

    def samples(
        self, file: InputFile, references: Sequence[Reference], context: SearchContext
    ) -> Iterator[SearchEvent]:
        """The records of a data set, or the one text that a file is."""
        known = context.text_references
        if known is None and references:
            is_of_layout = any(reference.format == OF_LAYOUT for reference in references)
            known = TextReferenceFiles(is_pair=True, is_of_layout=is_of_layout)
            for reference in references:
                known.add(Path(reference.path))
        yield from text_samples(file.path, context.names, context.columns, known, context.header, context.only_own)


SAMPLE_FILES.register("text")(TextFiles())
