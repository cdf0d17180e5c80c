"""What the user can set, with the defaults."""

from dataclasses import dataclass, field, replace
from typing import Annotated, Final, Literal

from msgspec import Meta

from granview.core.params import Generation, TextParams

MAX_RECENT: Final = 12

WindowLanguage = Literal["", "en", "zh_CN"]
LANGUAGES: Final[tuple[WindowLanguage, ...]] = ("en", "zh_CN")
"""Languages of the window, as Qt writes them."""

VerdictLanguage = Literal["", "en", "zh"]
VERDICT_LANGUAGES: Final[tuple[VerdictLanguage, ...]] = ("en", "zh")

Count = Annotated[int, Meta(ge=0, le=4096)]
FontPercent = Annotated[int, Meta(ge=50, le=300)]
Seconds = Annotated[float, Meta(gt=0)]
Pixels = Annotated[float, Meta(ge=0, le=1000)]
Price = Annotated[float, Meta(ge=0, le=1_000_000)]
Fraction = Annotated[float, Meta(ge=0, le=1)]


@dataclass(frozen=True)
class Settings:
    """The user's choices.

    Attributes:
        theme: Light, dark, or as the system says.
        language: Of the window, one of ``LANGUAGES``; empty for the system's where there is one, else English.
        font_percent: Size of the window's letters, in percent of the desktop's.
        recent_files: Absolute paths of files and folders opened lately, newest first.
        recent_sessions: Absolute paths of sessions opened lately, newest first.
        last_lanes: The lanes of the last comparison, each as ``--model`` takes it.
        model_folders: Folders in which models are looked for.
        device: Where new lanes run: ``auto``, ``cpu`` or ``cuda:N``.
        keep_confidence: Whether each run keeps the confidence of every pixel.
        boundary_tolerance_px: Tolerance of the boundary F-score, in pixels.
        cpu_threads: Threads of a lane on the CPU; 0 for all cores.
        sample_timeout_s: A lane that works on one sample for longer is restarted.
        mask_opacity: Of predictions over the picture, 0 to 1.
        cpu_price_per_hour: What an hour of the CPU costs, in any currency; 0 where that is not known.
        gpu_price_per_hour: What an hour of a GPU costs, in the same currency.
        text: How new sessions give texts to models.
        generation: How new sessions generate text.
        check_updates: Whether each start asks ``updates_address`` for the latest version.
        updates_address: Of a file that names the latest version; empty where nothing is ever asked.
        verdict_language: Of verdicts in the window, ``en`` or ``zh``; empty for the system's, or ``en``.
    """

    theme: Literal["system", "light", "dark"] = "system"
    language: WindowLanguage = ""
    font_percent: FontPercent = 100
    recent_files: tuple[str, ...] = ()
    recent_sessions: tuple[str, ...] = ()
    last_lanes: tuple[str, ...] = ()
    model_folders: tuple[str, ...] = ()
    device: Annotated[str, Meta(pattern=r"^(auto|cpu|cuda(:\d+)?)$")] = "auto"
    keep_confidence: bool = True
    boundary_tolerance_px: Pixels = 2.0
    cpu_threads: Count = 0
    sample_timeout_s: Seconds = 600.0
    mask_opacity: Fraction = 0.55
    cpu_price_per_hour: Price = 0.0
    gpu_price_per_hour: Price = 0.0
    text: TextParams = field(default_factory=TextParams)
    generation: Generation = field(default_factory=Generation)
    verdict_language: VerdictLanguage = ""
    check_updates: bool = False
    updates_address: str = ""

    def with_recent_file(self, path: str) -> "Settings":
        """The settings with this file as the most recent one."""
        return replace(self, recent_files=_first(path, self.recent_files))

    def with_verdict_language(self, code: str) -> "Settings":
        """The settings with verdicts in that language, one of ``VERDICT_LANGUAGES``; as they are for any other."""
        known = next((each for each in VERDICT_LANGUAGES if each == code), self.verdict_language)
        return replace(self, verdict_language=known)

    def with_recent_session(self, path: str) -> "Settings":
        """The settings with this session as the most recent one."""
        return replace(self, recent_sessions=_first(path, self.recent_sessions))


def _first(path: str, paths: tuple[str, ...]) -> tuple[str, ...]:
    return (path, *(other for other in paths if other != path))[:MAX_RECENT]
