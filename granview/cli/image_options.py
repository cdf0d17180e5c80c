"""The options of ``granview run`` that say how pictures and masks are read."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, get_args

from granview.core.image_params import MaskFrame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from granview.api.image_params import ValuesByFolder
    from granview.core.image_params import MaskValues


def add_image_options(parser: ArgumentParser) -> None:
    """Add the group of options."""
    group = parser.add_argument_group("pictures and masks: one choice for a run, or for the masks of each folder")
    group.add_argument(
        "--image-range",
        metavar="RANGE",
        help="the grey values that become black and white in pictures of more than 8 bits: LOW,HIGH, such as 0,4095; "
        "percentiles of all pictures, such as 1%%,99%%; or full: 0 to 65535 for 16 bits, 0 to 1 for floating point "
        "(default: full, and said where that may not be meant)",
    )
    group.add_argument(
        "--mask-values",
        action="extend",
        nargs="+",
        default=[],
        metavar="[FOLDER:]VALUE=CLASS",
        help="what the values of masks mean, such as 0=background 255=cell 254=void; or index: a value is the index of "
        "its class; or index-from-1: 1 is the first class and 0 is void; of the masks in one folder: cells:255=cell "
        "(default: guessed from all masks, and said)",
    )
    group.add_argument(
        "--mask-frame",
        choices=get_args(MaskFrame),
        help="how a mask lies over a picture that an orientation tag turns, where nothing tells: as the picture is "
        "shown, or as it is stored (default: shown, and said)",
    )


def mask_values_of(options: Namespace) -> "MaskValues | ValuesByFolder | None":
    """What was said of the values of masks, of all or by their folders; None where nothing was.

    Raises:
        ArgumentError: it has no meaning, or a value comes twice, or is said of all masks and of some.
    """
    from granview.core.errors import ArgumentError

    texts: dict[str, list[str]] = {}
    for text in options.mask_values:
        head, equals, name = text.partition("=")
        folder, _, rest = head.rpartition(":")
        texts.setdefault(folder, []).append(f"{rest}{equals}{name}")
    if len(texts) > 1 and "" in texts:
        raise ArgumentError(
            "Values of masks are said of all masks and of those in a folder.", "Name the folder of each, or of none."
        )
    if "" in texts or not texts:
        return _values_in(texts.get("", ()))
    return {folder: _values_in(named) for folder, named in texts.items()}


def _values_in(texts: "Sequence[str]") -> "MaskValues | None":
    from granview.api.image_params import as_values
    from granview.core.errors import ArgumentError
    from granview.core.image_params import MaskValues, chosen_values

    words, named = list[str](), dict[int, str | None]()
    for text in texts:
        value, equals, name = text.partition("=")
        if not equals:
            words.append(text)
        elif not value.strip().isdecimal():
            raise ArgumentError(f"'{text}' names no value of a mask.", "Write VALUE=CLASS, such as 255=cell.")
        elif named.setdefault(int(value), name) != name:
            raise ArgumentError(f"{value} is named twice.", f"It is one: '{named[int(value)]}' or '{name}'.")
    if len(words) > 1:
        raise ArgumentError(f"Masks are read in one way, not as {' and as '.join(words)}.", "Name one.")
    scheme = as_values(words[0]) if words else None
    if not named:
        return scheme
    return MaskValues(scheme.base if scheme else 0, chosen_values(named).named)
