"""Sizes, times and speeds of a download, in words; and the label that shows words as they are written."""

from typing import Final
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel

from granview.core.memory_words import gigabytes
from granview.runtime.backends import Offer
from granview.runtime.index import PYTORCH
from granview.runtime.installed import InstalledRuntime
from granview.runtime.progress import BuildProgress, Step

translate = QCoreApplication.translate

_MINUTE_S: Final = 60
_HOUR_S: Final = 3600


def duration(seconds: float) -> str:
    """So long, in the unit that suits it."""
    if seconds < _MINUTE_S:
        return translate("RuntimeWords", "{n} s").format(n=max(round(seconds), 1))
    if seconds < _HOUR_S:
        return translate("RuntimeWords", "{n} min").format(n=round(seconds / _MINUTE_S))
    return translate("RuntimeWords", "{n} h").format(n=f"{seconds / _HOUR_S:.1f}")


def size_line(offer: Offer, bytes_per_s: float | None) -> str:
    """What an offer takes, and how long at a speed that was measured; without the time where none was.

    Where an index is still to be asked for some of its files, it says so, and no time.
    """
    if offer.asks_index:
        return translate("RuntimeWords", "{download} to download, and {names}, whose size PyTorch's index says").format(
            download=gigabytes(offer.download_bytes), names=_named(offer.stated_by_index)
        )
    words = translate("RuntimeWords", "{download} to download, about {disk} on the disk").format(
        download=gigabytes(offer.download_bytes), disk=gigabytes(offer.unpacked_bytes)
    )
    if not bytes_per_s:
        return words
    time = translate("RuntimeWords", "about {time} at {speed}/s").format(
        time=duration(offer.download_bytes / bytes_per_s), speed=gigabytes(bytes_per_s)
    )
    return f"{words} · {time}"


def hash_line(offer: Offer) -> str:
    """What the hashes of an offer's files prove, where not all of them are of the lock; else empty."""
    if not offer.stated_by_index:
        return ""
    words = translate(
        "RuntimeWords",
        "From {index}, with the hashes that it states itself: {names}. All else is checked by GranView's own list.",
    )
    return words.format(names=_named(offer.stated_by_index), index=urlsplit(PYTORCH).hostname)


def _named(names: tuple[str, ...]) -> str:
    return translate("RuntimeWords", " and ").join(names)


def purpose(offer: Offer) -> str:
    """What a build is for."""
    purposes = {
        "cpu": translate("RuntimeWords", "for every computer, needs no graphics card"),
        "cuda": translate("RuntimeWords", "for graphics cards of NVIDIA"),
        "rocm": translate("RuntimeWords", "for graphics cards of AMD"),
        "xpu": translate("RuntimeWords", "for graphics cards of Intel"),
    }
    return purposes[offer.backend]


def progress_line(progress: BuildProgress) -> str:
    """How far a build is, in one line."""
    if progress.step is Step.UNPACK:
        return translate("RuntimeWords", "Unpacking; this takes a minute or two …")
    if progress.step is Step.TEST:
        return translate("RuntimeWords", "Computing something with it …")
    parts = [
        translate("RuntimeWords", "{done} of {total}").format(
            done=gigabytes(progress.done_bytes), total=gigabytes(progress.total_bytes)
        )
    ]
    if progress.bytes_per_s:
        parts.append(translate("RuntimeWords", "{speed}/s").format(speed=gigabytes(progress.bytes_per_s)))
    if progress.remaining_s is not None:
        parts.append(translate("RuntimeWords", "{time} left").format(time=duration(progress.remaining_s)))
    return " · ".join(parts)


def runtime_line(runtime: InstalledRuntime) -> str:
    """What a runtime is."""
    return translate("RuntimeWords", "Models run on runtime {number}: {backend}, torch {torch}, on {device}").format(
        number=runtime.number, backend=runtime.backend.upper(), torch=runtime.torch, device=runtime.device
    )


def words_line(role: str = "", text: str = "") -> QLabel:
    """A label that wraps, can be copied, and never takes words for markup; ``role`` is that of the style sheet."""
    label = QLabel(text, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setProperty("role", role)
    return label
