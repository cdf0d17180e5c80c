"""How files become samples: searched off the window's thread, added batch by batch, so that 10,000 do not stall it."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from threading import Event
from typing import Final

import msgspec
from PySide6.QtCore import QObject, Signal, Slot

from granview.core.file_names import SampleNames
from granview.core.sample import Reference, Sample
from granview.core.text import TextInput
from granview.gui.background.jobs import Jobs
from granview.gui.model.comparison import ComparisonModel
from granview.gui.session.document import Document
from granview.gui.session.import_summary import ImportSummary, ImportTally
from granview.io.column_prompt import ColumnPrompt, read_column_prompt
from granview.io.column_roles import ColumnRoles
from granview.io.data_set import DataSetChoices
from granview.io.dataset_format import has_columns
from granview.io.search_events import GuessedColumns, Notice, Problem, SearchProgress
from granview.store.session import Session

_BATCH_S: Final = 0.1
_BATCH_SIZE: Final = 500

SearchItem = Sample | Problem | GuessedColumns | SearchProgress | ColumnPrompt


class SampleImporter(QObject):
    """Adds files and folders to the model and the session."""

    progress = Signal(int, str)
    """Samples found so far, and the folder being searched."""

    problems_arrived = Signal(object)
    """``tuple[Problem, ...]``"""

    finished = Signal(object)
    """``ImportSummary``"""

    samples_added = Signal(object)
    """Names of the samples that one command has added, ``tuple[str, ...]``, once the session holds them."""

    references_exchanged = Signal(object)
    """Asides of the session, ``tuple[int, ...]``, in which the references lie that samples had before a command."""

    columns_wanted = Signal(object)
    """``ColumnPrompt``: a data set that is added by ``add_records`` once the user has said what its columns are."""

    _batch_arrived = Signal(object, object)

    def __init__(self, model: ComparisonModel, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._document = document
        self._jobs = Jobs(1, "intake", document.failed.emit, self)
        self._stop = Event()
        self._batch_arrived.connect(self._on_batch)
        document.replaced.connect(self.cancel)

    def add(
        self, inputs: Sequence[Path], references: Sequence[Path] = (), choices: DataSetChoices | None = None
    ) -> None:
        """Search files and folders, and add what is found; references are matched by name.

        A data set that is named itself, and of which it is not certain what its columns are, is asked about instead.

        Args:
            inputs: Files and folders.
            references: Files and folders of ground truth.
            choices: What is taken of data sets whose layout is known; None for what their layouts take by themselves.
        """
        paths = tuple(inputs), tuple(references)
        self._start(lambda taken: self._search(*paths, taken, choices or DataSetChoices()))

    def pair(self, references: Sequence[Path], done: Callable[[ImportSummary], None] | None = None) -> None:
        """Search references for the samples that are here already.

        Args:
            references: Files and folders of ground truth.
            done: Called with what came of it.
        """
        sources = dict.fromkeys(source for sample in self._model.samples.all() if (source := _source(sample)))
        paths = [Path(path) for path in sources]
        self._start(lambda taken: self._search(paths, references, taken, DataSetChoices()), done)

    def give_back(self, references: Mapping[str, Sequence[Reference]]) -> None:
        """Let samples have the references that they had, by their names; one that is gone is left out."""
        asides: list[int] = []
        for name, held in references.items():
            if self._model.samples.get(name) is not None:
                self._exchange(name, held, asides)
        self._note((), asides)

    def add_text(self, text_input: TextInput) -> Sample:
        """Add a text that was typed or pasted; it is shown at once, and returned."""
        from granview.io.text_samples import typed_sample

        sample = typed_sample(text_input.text, self._model.samples.names(), text_input.pair, text_input.question)
        self._take([sample])
        self._note([sample.name], ())
        self._model.samples.select(sample.name)
        return sample

    def replace_text(self, name: str, text_input: TextInput) -> Sample:
        """Put another text in the place of one that was typed. What lanes said about the old one is forgotten."""
        sample = self.add_text(text_input)
        self.remove([name])
        return sample

    def remove(self, names: Sequence[str]) -> None:
        """Remove samples and their results."""
        if names:
            self._model.remove_samples(names)
            self._document.write(lambda session: session.remove_samples(names))

    def ask_for_columns(self, path: Path) -> None:
        """Have the user choose the columns of a data set; see ``columns_wanted``."""
        self._jobs.start(lambda: read_column_prompt(path), self.columns_wanted.emit, self._document.failed.emit)

    def read_columns(self, path: Path, header: bool, then: Callable[[ColumnPrompt], None]) -> None:
        """Read the beginning of a data set anew, with or without a first row of names."""
        self._jobs.start(lambda: read_column_prompt(path, header), then, self._document.failed.emit)

    def add_records(self, path: Path, roles: ColumnRoles, header: bool | None = None) -> None:
        """Add a data set whose columns the user has chosen; records of it that are here already are replaced.

        Args:
            path: The file.
            roles: Which column is what.
            header: Whether the first row of a delimited file names its columns; None to find out.
        """
        self.remove([sample.name for sample in self._model.samples.all() if _source(sample) == str(path)])
        self._start(lambda taken: _records(path, roles, header, taken))

    def cancel(self) -> None:
        """Stop every search; what was found so far stays."""
        self._stop.set()
        self._stop = Event()

    def close(self) -> None:
        """Stop, and wait for the search to end."""
        self._stop.set()
        self._jobs.close()

    @staticmethod
    def _search(
        inputs: Sequence[Path], references: Sequence[Path], taken: Sequence[str], choices: DataSetChoices
    ) -> Iterator[SearchItem]:
        from granview.io.sample_search import find_samples

        prompts = {} if references else column_prompts(inputs)
        yield from prompts.values()
        certain = [path for path in inputs if path not in prompts]
        if certain:
            yield from find_samples(certain, references, taken, choices=choices)

    def _start(
        self,
        find: Callable[[Sequence[str]], Iterator[SearchItem]],
        done: Callable[[ImportSummary], None] | None = None,
    ) -> None:
        tally, stop, taken = ImportTally(), self._stop, self._model.samples.names()

        def work() -> None:
            for batch in _batches(find(taken), stop):
                self._batch_arrived.emit(batch, tally)

        self._jobs.start(work, lambda _: self._finish(tally, stop.is_set(), done))

    def _finish(self, tally: ImportTally, stopped: bool, done: Callable[[ImportSummary], None] | None) -> None:
        summary = tally.summary(stopped)
        self._note(tally.names, tally.asides)
        self.finished.emit(summary)
        if done is not None:
            done(summary)

    def _note(self, added: Sequence[str], asides: Sequence[int]) -> None:
        """Say what one command has done, once the session holds all of it; ``asides`` grows until then."""

        def written(_: None) -> None:
            if added:
                self.samples_added.emit(tuple(added))
            if asides:
                self.references_exchanged.emit(tuple(asides))

        self._document.write(_nothing, written)

    @Slot(object, object)
    def _on_batch(self, batch: Sequence[SearchItem], tally: ImportTally) -> None:
        self._add_samples([item for item in batch if isinstance(item, Sample)], tally)
        for prompt in (item for item in batch if isinstance(item, ColumnPrompt)):
            tally.prompts += 1
            self.columns_wanted.emit(prompt)
        guessed = [self._doubt(item) for item in batch if isinstance(item, GuessedColumns) and item.doubts]
        problems = (*(item for item in batch if isinstance(item, Problem)), *guessed)
        if problems:
            tally.problems += [problem for problem in problems if not isinstance(problem, Notice)]
            tally.notices += [problem.error for problem in problems if isinstance(problem, Notice)]
            self.problems_arrived.emit(problems)
        if batch and isinstance(batch[-1], SearchProgress):
            self.progress.emit(batch[-1].n_samples, str(batch[-1].folder))

    def _doubt(self, guessed: GuessedColumns) -> Notice:
        """What is said of a data set that nobody was asked about, such as one in a folder."""
        words = self.tr("The columns of {name} were guessed, and it is not certain that they are right.")
        hint = self.tr("Right-click one of its texts in the list of inputs to choose them.")
        return Notice(guessed.path, words.format(name=guessed.path.name), hint)

    def _add_samples(self, samples: Sequence[Sample], tally: ImportTally) -> None:
        new: list[Sample] = []
        for sample in samples:
            known = self._model.samples.at(sample.origin)
            if known is None:
                new.append(sample)
            else:
                self._pair(known, sample, tally)
        tally.count(new)
        if new:
            tally.names += [sample.name for sample in self._take(new)]

    def _take(self, new: Sequence[Sample]) -> list[Sample]:
        samples = self._with_own_names(new)
        self._model.samples.add(samples)
        self._document.write(lambda session: session.add_samples(samples))
        return samples

    def _with_own_names(self, samples: Sequence[Sample]) -> list[Sample]:
        """The samples, renamed where a search that ended meanwhile has taken their name."""
        if not any(self._model.samples.is_taken(sample.name) for sample in samples):
            return list(samples)
        unique_names = SampleNames(self._model.samples.names())
        return [msgspec.structs.replace(sample, name=unique_names.claim(sample.name)) for sample in samples]

    def _pair(self, known: Sample, again: Sample, tally: ImportTally) -> None:
        tally.known += 1
        if again.reference is None or again.references == known.references:
            return
        tally.paired += 1
        self._exchange(known.name, again.references, tally.asides)

    def _exchange(self, name: str, references: Sequence[Reference], asides: list[int]) -> None:
        self._model.set_reference(name, references[0] if references else None, tuple(references[1:]))
        self._document.write(lambda session: session.exchange_references({name: references}), asides.append)


def _nothing(_: Session) -> None:
    """Nothing: whoever waits for it has waited for all that was written before."""


def _source(sample: Sample) -> str:
    """The file that a sample was read from: of a picture with its phrase, the table that names both."""
    if not sample.parts:
        return sample.path
    return next((part.path for part in sample.parts if part.text is not None), "")


def _records(path: Path, roles: ColumnRoles, header: bool | None, taken: Sequence[str]) -> Iterator[SearchItem]:
    from granview.io.text_samples import text_samples

    return text_samples(path, SampleNames(taken), roles, header=header)


def _batches(items: Iterator[SearchItem], stop: Event) -> Iterator[list[SearchItem]]:
    batch: list[SearchItem] = []
    begun = time.monotonic()
    for item in items:
        if stop.is_set():
            break
        batch.append(item)
        if len(batch) >= _BATCH_SIZE or time.monotonic() - begun > _BATCH_S:
            yield batch
            batch, begun = [], time.monotonic()
    if batch:
        yield batch


def column_prompts(paths: Sequence[Path]) -> dict[Path, ColumnPrompt]:
    """The data sets among some files that a user must be asked about; one that cannot be read is not among them."""
    asked = {path: _prompt(path) for path in paths if has_columns(path)}
    return {path: prompt for path, prompt in asked.items() if prompt is not None and not prompt.is_certain}


def _prompt(path: Path) -> ColumnPrompt | None:
    """None for a file that has no rows of values; the search for samples says why."""
    try:
        prompt = read_column_prompt(path)
    except Exception:  # noqa: BLE001  whatever it is, the search for samples says it
        return None
    return prompt if prompt.preview.rows else None
