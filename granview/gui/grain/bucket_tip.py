"""What is said of a bucket under the mouse: each lane's mean in it, and units that tell most, with their previews."""

from collections.abc import Callable, Mapping
from html import escape
from typing import Final

from PySide6.QtCore import QCoreApplication

from granview.analysis.grain_profile import GrainProfile
from granview.gui.grain.grain_sentences import bucket_words
from granview.gui.language.below import localized
from granview.gui.model.focus import UnitPlace
from granview.gui.widgets.number_format import fixed
from granview.report.bucket_units import TellingUnit
from granview.report.grain_units import BucketedUnits

translate = QCoreApplication.translate

_LANES_A_LINE: Final = 3

Preview = Callable[[UnitPlace], str]
"""Hypertext that shows a unit; empty while there is none."""


def bucket_tip(
    units: BucketedUnits,
    bucket: int,
    profiles: Mapping[str, GrainProfile],
    listed: tuple[TellingUnit, ...],
    preview: Preview = lambda _: "",
) -> str:
    """Hypertext: a line for each lane, and for each unit that is listed its preview beside its words."""
    lines = [f"{localized(units.axis.title)}: {units.title(bucket)}"]
    lines += [bucket_words(name, profile, bucket) for name, profile in profiles.items()]
    title = ""
    if listed and len(profiles) > 1:
        title = translate("Grain", "Where the lanes differ most:")
    elif listed:
        title = translate("Grain", "The lowest scores:")
    click = translate("Grain", "Click to narrow everything to it; click again to end that.")
    rows = "".join(_row(units, unit, preview) for unit in listed)
    parts = ["<br>".join(map(escape, lines)), escape(title), f"<table cellspacing='4'>{rows}</table>", escape(click)]
    return "".join(f"<div style='white-space: pre'>{part}</div>" for part in parts if part)


def _row(units: BucketedUnits, unit: TellingUnit, preview: Preview) -> str:
    shown = preview(UnitPlace(units.units.task, unit.sample, unit.place))
    value = unit.value if isinstance(unit.value, str) else f"{unit.value:.3g}"
    scores = [f"{lane} {fixed(score, 2)}" for lane, score in unit.scores.items()]
    lines = [", ".join(scores[n : n + _LANES_A_LINE]) for n in range(0, len(scores), _LANES_A_LINE)]
    words = "<br>".join(map(escape, (f"{unit.sample} · {f'{value} {units.axis.unit}'.strip()}", *lines)))
    if shown.startswith("<img"):
        return f"<tr><td>{shown}</td><td style='vertical-align: middle'>{words}</td></tr>"
    below = f"<br>{shown}" if shown else ""
    return f"<tr><td colspan='2'>{words}{below}</td></tr>"
