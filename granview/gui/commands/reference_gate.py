"""References that are dropped after their samples become the samples' references, and that can be undone."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from granview.core.errors import GranViewError
from granview.core.sample import Reference, Sample
from granview.gui.services import Services
from granview.gui.session.import_summary import ImportSummary
from granview.gui.widgets.banner import Banners

if TYPE_CHECKING:
    from granview.io.late_references import LateReferences

translate = QCoreApplication.translate

_TOPIC: Final = "references"
_LISTED: Final = 5
_SHOWN: Final = 3
"""How many samples the question shows with the references that they would have."""

Otherwise = Callable[["LateReferences | None"], None]


class ReferenceGate:
    """Takes what can be nothing but references of the samples that are here.

    Args:
        services: The open comparison, and threads that look at the files.
        banners: Where it is said what became of them.
        window: Where the question is asked.
    """

    def __init__(self, services: Services, banners: Banners, window: QWidget) -> None:
        self._services = services
        self._banners = banners
        self._window = window

    def let(self, paths: Sequence[Path], as_inputs: Callable[[], None], otherwise: Otherwise) -> None:
        """Use files as references now, where they can be nothing else.

        Args:
            paths: What was dropped.
            as_inputs: What is done with a folder that is laid out as a data set, which has inputs of its own.
            otherwise: What is done else; told how they would fit as references, None where they would not.
        """
        services = self._services
        samples = services.model.samples.all()
        if not samples or services.document.is_read_only:
            otherwise(None)
            return
        from granview.io.data_set_walk import are_data_sets
        from granview.io.late_references import late_references

        services.jobs.start(
            lambda: None if are_data_sets(paths) else (late_references(paths, samples),),
            lambda fits: as_inputs() if fits is None else self._decide(paths, fits[0], otherwise),
            lambda error: self._on_failed(error, otherwise),
        )

    def ask(self, paths: Sequence[Path], fit: "LateReferences | None", as_inputs: Callable[[], None]) -> None:
        """Ask what files are that may be references or inputs; those that fit no sample are inputs."""
        if fit is None:
            as_inputs()
            return
        from granview.gui.dialogs.late_references import LateReferencesDialog

        services = self._services
        dialog = LateReferencesDialog(_name(paths), fit, services.thumbnails, services.jobs, self._window)
        dialog.references_chosen.connect(partial(self.use, paths, fit))
        dialog.inputs_chosen.connect(as_inputs)
        dialog.open()
        samples, params = services.model.samples.all(), services.model.params.image
        services.jobs.start(
            lambda: matched_samples(paths, samples),
            lambda matched: dialog.show_match(matched, params) if Shiboken.isValid(dialog) else None,
            services.event_log.write_error,
        )

    def use(self, paths: Sequence[Path], fit: "LateReferences | None" = None) -> None:
        """Use files as references of the samples that are here, and say what became of them."""
        before = {sample.name: sample.references for sample in self._services.model.samples.all()}
        self._services.importer.pair(paths, partial(self._on_paired, paths, fit, before))

    def _decide(self, paths: Sequence[Path], fit: "LateReferences | None", otherwise: Otherwise) -> None:
        if fit is None or not fit.is_plausible:
            otherwise(None)
        elif fit.is_sure:
            self.use(paths, fit)
        else:
            otherwise(fit)

    def _on_failed(self, error: GranViewError, otherwise: Otherwise) -> None:
        self._services.event_log.write_error(error)
        otherwise(None)

    def _on_paired(
        self,
        paths: Sequence[Path],
        fit: "LateReferences | None",
        before: Mapping[str, Sequence[Reference]],
        _: ImportSummary,
    ) -> None:
        samples = self._services.model.samples.all()
        changed = {s.name: before[s.name] for s in samples if s.name in before and s.references != before[s.name]}
        words = paired_in_words(_name(paths), len(changed), len(samples), () if fit is None else fit.unused)
        self._services.event_log.write(words)
        undo = (translate("ReferenceGate", "Undo"), partial(self._undo, changed))
        self._banners.show_text(_TOPIC, words, undo if changed else None, warn=not changed)

    def _undo(self, before: Mapping[str, Sequence[Reference]]) -> None:
        if not self._services.deeds.undo_references():
            self._services.importer.give_back(before)
        self._services.event_log.write(translate("ReferenceGate", "The samples have their earlier references again."))


def matched_samples(paths: Sequence[Path], samples: Sequence[Sample]) -> list[Sample]:
    """The first samples with the references that they would have among some files; for a thread of its own."""
    from granview.io.sample_search import find_samples

    sources = [Path(path) for path in dict.fromkeys(sample.path for sample in samples if sample.path)]
    matched = (each for each in find_samples(sources, paths) if isinstance(each, Sample) and each.references)
    return list(islice(matched, _SHOWN))


def paired_in_words(name: str, n: int, n_samples: int, unused: Sequence[Path]) -> str:
    """What became of references that were dropped, in sentences.

    Args:
        name: What was dropped.
        n: How many samples have another reference now.
        n_samples: How many samples there are.
        unused: Files that belong to none.
    """
    if not n:
        words = translate("ReferenceGate", "No sample has another reference by {name}.").format(name=name)
    else:
        text = translate("ReferenceGate", "{n} of {all} samples have their reference in {name} now.")
        words = text.format(n=f"{n:,}", all=f"{n_samples:,}", name=name)
    if not unused:
        return words
    listed = ", ".join(path.name for path in unused[:_LISTED]) + (", …" if len(unused) > _LISTED else "")
    one = translate("ReferenceGate", "1 file is left over, since no sample is called so: {names}.")
    many = translate("ReferenceGate", "{n} files are left over, since no sample is called so: {names}.")
    rest = (one if len(unused) == 1 else many).format(n=f"{len(unused):,}", names=listed)
    return f"{words} {rest}"


def _name(paths: Sequence[Path]) -> str:
    if len(paths) == 1:
        return paths[0].name
    return translate("ReferenceGate", "the {n} files").format(n=f"{len(paths):,}")
