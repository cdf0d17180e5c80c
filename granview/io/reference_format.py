"""Formats of ground truth that lies in files of its own: one file of ``granview.io.reference_formats`` each.

A format is told by how a file's name ends. Where several fit, the longest ending counts: ``scan.points.json`` is no
data set of texts but what a format of ``.points.json`` reads, beside ``scan.png``.
"""

from abc import ABC, abstractmethod
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from granview.core.image_params import ImageParams
from granview.core.labels import LabelSet
from granview.core.registry import Registry
from granview.core.sample import Reference, Sample
from granview.core.truth import Truth

if TYPE_CHECKING:
    from granview.io.orientation import Frame

AS_FILES_SAY: Final = ImageParams()


class ReferenceFormat(ABC):
    """One way in which files say what is true of a sample.

    Attributes:
        truth_type: What its files are read as; tasks that compare with that type are given it. A sample has one
            reference of each.
        has_mask_values: Whether its files are pictures in which the values of pixels are classes, whose meaning a user
            may have to say.
        suffixes: How its files' names end, in lower case, such as ``.png`` or ``.points.json``.
    """

    truth_type: ClassVar[type[Truth]] = Truth
    suffixes: ClassVar[frozenset[str]]
    has_mask_values: ClassVar[bool] = False

    @abstractmethod
    def read(self, path: Path, frame: "Frame | None", by_index: LabelSet | None, params: ImageParams) -> Truth:
        """Read a file.

        Args:
            path: The file.
            frame: How the picture lies whose reference it is; None takes any size.
            by_index: The classes to assume, index by index, where nothing says which they are: the model's own.
            params: What its values mean, and how it lies where nothing else tells.

        Raises:
            InputError: it cannot be read, or does not fit.
        """


REFERENCE_FORMATS: Final[Registry[ReferenceFormat]] = Registry("granview.io.reference_formats", "format of references")

_USUAL: Final = "mask"
"""Reads what is called as no format: its content decides."""


def reference_suffix(path: Path) -> str:
    """The longest ending of a file's name that belongs to a format, in lower case; empty where there is none."""
    plain, compound = _endings(tuple(REFERENCE_FORMATS.all().values()))
    name = path.name.lower()
    if compound and name.endswith(compound):
        return max((ending for ending in compound if name.endswith(ending)), key=len)
    dot = name.rfind(".")
    suffix = name[dot:] if dot > 0 else ""
    return suffix if suffix in plain else ""


def has_compound_suffix(name: str) -> bool:
    """Whether a file's name ends in a format's suffix of more than one dot, such as ``.points.json``."""
    compound = _endings(tuple(REFERENCE_FORMATS.all().values()))[1]
    return bool(compound) and name.lower().endswith(compound)


@lru_cache(maxsize=4)
def _endings(formats: tuple[ReferenceFormat, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The suffixes of one dot, and the endings of several: asked for every file of a folder."""
    endings = frozenset(ending for known in formats for ending in known.suffixes)
    compound = tuple(ending for ending in endings if ending.count(".") > 1)
    return endings - frozenset(compound), compound


def reference_stem(path: Path) -> str:
    """The name of a reference without its format's ending."""
    suffix = reference_suffix(path)
    return path.name[: -len(suffix)] if len(suffix) > len(path.suffix) else path.stem


def format_name(path: Path) -> str:
    """The name of the format in which a file is read."""
    suffix = reference_suffix(path)
    named = (name for name, known in REFERENCE_FORMATS.all().items() if suffix in known.suffixes)
    return next(named, _USUAL)


def read_truth(
    path: Path, frame: "Frame | None" = None, by_index: LabelSet | None = None, params: ImageParams = AS_FILES_SAY
) -> Truth:
    """What a file says is true of a sample, in the format that its name tells; see ``ReferenceFormat.read``.

    Raises:
        InputError: it cannot be read, or does not fit.
    """
    return REFERENCE_FORMATS.get(format_name(path)).read(path, frame, by_index, params)


def truth_type_of(path: Path) -> type[Truth]:
    """The type of truth that a file is read as, by its name."""
    return REFERENCE_FORMATS.get(format_name(path)).truth_type


def reference_of_type(sample: Sample, wanted: type[Truth]) -> Reference | None:
    """The reference of a sample that a task compares with: the first of that type, else the first of all.

    One of another type is refused in words where it is scored.

    Args:
        sample: The sample.
        wanted: The type of truth.
    """
    if len(sample.references) < 2:
        return sample.reference
    fitting = (one for one in sample.references if issubclass(truth_type_of(Path(one.path)), wanted))
    return next(fitting, sample.reference)
