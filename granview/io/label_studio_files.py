"""Label Studio's files about pictures: which picture each task is about, and the classes of all of them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from granview.core.errors import InputError
from granview.core.json_reading import decode_large_json
from granview.io.label_studio import LabelTask, Mark, is_label_studio, tasks_of
from granview.io.leftovers import counted
from granview.io.regular_files import as_input_error, check_regular, open_regular

MAX_BYTES: Final = 512 << 20
HINT: Final = "Export it from Label Studio again, as JSON or JSON-MIN."
SHAPES: Final = frozenset({"rectanglelabels", "polygonlabels", "ellipselabels", "brushlabels"})
"""What marks objects."""

OUTLINES: Final = SHAPES - {"rectanglelabels"}
CHOICES: Final = "choices"
_UNLABELLED: Final = {"rectangle": "rectanglelabels", "polygon": "polygonlabels", "ellipse": "ellipselabels"} | {
    "brush": "brushlabels"
}


@dataclass(frozen=True)
class LabelStudioFile:
    """A file.

    Attributes:
        path: The file.
        tasks: Those with a picture and something submitted, by the picture's name.
        n_unmarked: How many more tasks have a picture, and nothing submitted.
        n_several: How many tasks have several annotations.
        n_repeated: How many tasks are about a picture that a task before them is about; JSON-MIN writes several
            annotations of a task so.
        classes: The classes of objects, in the order in which they come.
    """

    path: Path
    tasks: dict[str, LabelTask]
    n_unmarked: int
    n_several: int
    n_repeated: int
    classes: tuple[str, ...]

    def has(self, kinds: frozenset[str]) -> bool:
        """Whether marks of one of these kinds are in it."""
        return any(shape_kind(mark) in kinds for mark in self.marks())

    def marks(self) -> Iterator[Mark]:
        """All marks."""
        for task in self.tasks.values():
            yield from task.marks or ()

    def remarks(self) -> Iterator[str]:
        """What must be said of it as a whole."""
        if self.n_unmarked:
            many = counted("tasks", self.n_unmarked)
            yield f"{self.path.name}: nothing was submitted for {many}, which give no reference."
        if self.n_several:
            many = counted("tasks", self.n_several)
            yield f"{self.path.name}: of {many} with several annotations the first that was not cancelled is read."
        if self.n_repeated:
            many = counted("tasks", self.n_repeated)
            yield f"{self.path.name}: {many} left out, about pictures of which a task before is read."
        others = Counter(mark.kind for mark in self.marks() if shape_kind(mark) not in SHAPES | {CHOICES})
        if others:
            listed = ", ".join(f"{n:,} of '{kind}'" for kind, n in others.most_common())
            yield f"{self.path.name}: marks of other sorts are left alone: {listed}."


def shape_kind(mark: Mark) -> str:
    """The kind of a mark; a shape whose class is marked apart is of the kind of those that have it themselves."""
    return _UNLABELLED.get(mark.kind, mark.kind)


def read_label_studio(path: Path) -> LabelStudioFile | None:
    """What a file says about pictures, read again only when it has changed; None where it is about none, or another.

    Raises:
        InputError: it cannot be read, is too large, or is no JSON.
    """
    status = check_regular(path)
    found = _read(path, status.st_mtime_ns, status.st_size)
    if isinstance(found, InputError):
        raise InputError(found.message, found.hint)
    return found


@lru_cache(maxsize=4)
def _read(path: Path, _mtime_ns: int, size: int) -> LabelStudioFile | InputError | None:
    try:
        if size > MAX_BYTES:
            raise InputError(f"{path.name} is larger than {MAX_BYTES >> 20} MiB.", "Export it in parts.")
        value: Any = decode_large_json(_bytes(path), path.name, HINT, list)
    except InputError as error:
        return error
    return _file(path, tasks_of(value)) if is_label_studio(value) else None


def _bytes(path: Path) -> bytes:
    with open_regular(path) as file:
        try:
            return file.read(MAX_BYTES)
        except OSError as error:
            raise as_input_error(path, error) from error


def _file(path: Path, tasks: list[LabelTask]) -> LabelStudioFile | None:
    pictures = [task for task in tasks if task.picture]
    if not pictures:
        return None
    marked: dict[str, LabelTask] = {}
    for task in pictures:
        if task.marks is not None:
            marked.setdefault(task.picture, task)
    n_marked = sum(task.marks is not None for task in pictures)
    marks = (mark for task in marked.values() for mark in task.marks or ())
    classes = dict.fromkeys(name for mark in marks if shape_kind(mark) in SHAPES for name in mark.labels)
    return LabelStudioFile(
        path,
        marked,
        sum(task.marks is None for task in pictures),
        sum(task.n_annotations > 1 for task in pictures),
        n_marked - len(marked),
        tuple(classes),
    )
