"""Formats of ground truth that lies in files of its own: one file of ``granview.io.reference_formats`` each.

A format is told by how a file's name ends. Where several fit, the longest ending counts: ``scan.points.json`` is no
data set of texts but what a format of ``.points.json`` reads, beside ``scan.png``.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from granview.core.errors import InputError
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
        is_only_where_wanted: Whether its files are read so only where a task compares with ``truth_type``, or where the
            reference names the format; else another format of the same suffix is meant.
        is_aside: Whether what it says is no reference at all to tasks that compare with another type of truth, such as
            the name of a picture's folder; of other formats, that is refused in words.
    """

    truth_type: ClassVar[type[Truth]] = Truth
    suffixes: ClassVar[frozenset[str]]
    has_mask_values: ClassVar[bool] = False
    is_only_where_wanted: ClassVar[bool] = False
    is_aside: ClassVar[bool] = False

    @abstractmethod
    def read(
        self, reference: Reference, frame: "Frame | None", by_index: LabelSet | None, params: ImageParams
    ) -> Truth:
        """Read a reference.

        Args:
            reference: Names the file, and what of it is meant.
            frame: How the picture lies whose reference it is; None takes any size.
            by_index: The classes to assume, index by index, where nothing says which they are: the model's own.
            params: What its values mean, and how it lies where nothing else tells.

        Raises:
            InputError: it cannot be read, or does not fit.
        """


class CollectionFormat(ReferenceFormat):
    """A format whose files are each about many samples; one is told by its content, since its name tells little.

    A reference names its format, and as its record the name by which the file knows the sample.

    Attributes:
        extension: How its files' names end, in lower case, such as ``.json``.
        has_pictures: Whether a folder that is called as a file of it holds pictures of references, which are no inputs.
    """

    suffixes: ClassVar[frozenset[str]] = frozenset()
    extension: ClassVar[str]
    has_pictures: ClassVar[bool] = False

    @abstractmethod
    def may_be(self, head: bytes) -> bool:
        """Whether a file may be of this format.

        Args:
            head: Its first bytes, 64 KiB at most.
        """

    @abstractmethod
    def sample_names(self, path: Path) -> tuple[str, ...] | None:
        """The names of the samples that a file is about, such as files of pictures; None: it is of another format.

        Raises:
            InputError: it cannot be read, or says nothing that is known here.
        """

    def further(self, path: Path) -> tuple[str, ...]:
        """The names of formats in which a file is read too, each as another type of truth."""
        return ()

    def plain_name(self, name: str) -> str:
        """A sample's name without what a tool puts before it; files and samples agree where these do."""
        return name

    def remarks(self, path: Path) -> Iterator[str]:
        """What must be said of a file as a whole, as sentences: what is left alone in it, by sort and count.

        Args:
            path: A file whose samples' names could be read.

        Raises:
            InputError: it cannot be read any more.
        """
        yield from ()


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


def format_of(reference: Reference, wanted: type[Truth] | None = None) -> ReferenceFormat:
    """The format in which a reference is read: the one that it names, else by its file's name and what is wanted.

    Args:
        reference: The reference.
        wanted: The type of truth that a task compares with: where files of one name are read in several formats, such
            as a PNG file as a mask or as a picture, it decides. None: nothing is wanted.

    Raises:
        InputError: it names a format that is not known here.
    """
    if reference.format:
        return _named(reference)
    suffix = reference_suffix(Path(reference.path))
    return _by_suffix(suffix, wanted, tuple(REFERENCE_FORMATS.all().values())) or REFERENCE_FORMATS.get(_USUAL)


@lru_cache(maxsize=256)
def _by_suffix(suffix: str, wanted: type[Truth] | None, formats: tuple[ReferenceFormat, ...]) -> ReferenceFormat | None:
    """The first format that reads files of a suffix as what is wanted, else of those that need not be wanted."""
    fitting = [known for known in formats if suffix in known.suffixes]
    of_type = (known for known in fitting if wanted is not None and issubclass(known.truth_type, wanted))
    usual = (known for known in fitting if not known.is_only_where_wanted)
    return next(of_type, None) or next(usual, None)


def _named(reference: Reference) -> ReferenceFormat:
    if reference.format not in REFERENCE_FORMATS:
        raise InputError(
            f"The reference {reference.path or reference.record} is in the format '{reference.format}', which is not "
            "known here.",
            "Install the plug-in, or the newer GranView, that it was added with.",
        )
    return REFERENCE_FORMATS.get(reference.format)


def read_truth(
    reference: Reference,
    frame: "Frame | None" = None,
    by_index: LabelSet | None = None,
    params: ImageParams = AS_FILES_SAY,
    wanted: type[Truth] | None = None,
) -> Truth:
    """What a reference says is true of a sample; see ``format_of`` and ``ReferenceFormat.read``.

    Raises:
        InputError: it cannot be read, or does not fit.
    """
    return format_of(reference, wanted).read(reference, frame, by_index, params)


def truth_type_of(reference: Reference, wanted: type[Truth] | None = None) -> type[Truth]:
    """The type of truth that a reference is read as; of one in a format that is not known, nothing more than that."""
    if reference.format and reference.format not in REFERENCE_FORMATS:
        return Truth
    return format_of(reference, wanted).truth_type


def reference_of_type(sample: Sample, wanted: type[Truth]) -> Reference | None:
    """The reference of a sample that a task compares with: the first of that type, else the first of all.

    One that is of that type whoever asks goes before one that is read so only where it is wanted, and this before one
    of a broader type.

    One of another type is refused in words where it is scored, unless its format says things only aside: then there is
    none.

    Args:
        sample: The sample.
        wanted: The type of truth.
    """
    usual = (one for one in sample.references if issubclass(truth_type_of(one), wanted))
    fitting = (one for one in sample.references if issubclass(truth_type_of(one, wanted), wanted))
    broader = (
        one for one in sample.references if Truth is not (kind := truth_type_of(one)) and issubclass(wanted, kind)
    )
    given = (one for one in sample.references if not is_aside(one))
    return next(usual, None) or next(fitting, None) or next(broader, None) or next(given, None)


def is_aside(reference: Reference) -> bool:
    """Whether only tasks that compare with its type of truth take it for a reference."""
    return reference.format in REFERENCE_FORMATS and REFERENCE_FORMATS.get(reference.format).is_aside
