"""What is said of a bucket under the mouse: every lane's mean in it, and the units that tell most."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from granview.analysis.grain_profile import GrainProfile
from granview.gui.grain.grain_sentences import bucket_words
from granview.gui.widgets.number_format import fixed
from granview.report.bucket_units import TellingUnit
from granview.report.grain_units import BucketedUnits

translate = QCoreApplication.translate


def bucket_tip(
    units: BucketedUnits,
    bucket: int,
    profiles: Mapping[str, GrainProfile],
    listed: tuple[TellingUnit, ...],
) -> str:
    """The words, a line for each lane and for each unit that is listed."""
    lines = [f"{units.axis.title}: {units.title(bucket)}"]
    lines += [bucket_words(name, profile, bucket) for name, profile in profiles.items()]
    if listed and len(profiles) > 1:
        lines += ["", translate("Grain", "Where the lanes differ most:")]
    elif listed:
        lines += ["", translate("Grain", "The lowest scores:")]
    lines += [_unit_words(units, unit) for unit in listed]
    return "\n".join([*lines, "", translate("Grain", "Click to narrow everything to it; click again to end that.")])


def _unit_words(units: BucketedUnits, unit: TellingUnit) -> str:
    value = unit.value if isinstance(unit.value, str) else f"{unit.value:.3g}"
    scores = ", ".join(f"{lane} {fixed(score, 2)}" for lane, score in unit.scores.items())
    return f"{unit.sample} · {f'{value} {units.axis.unit}'.strip()} · {scores}"
