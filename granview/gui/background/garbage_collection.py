"""Cyclic garbage is collected on the window's thread alone.

Python collects wherever an allocation happens to cross a threshold. On a pool's thread it may so destroy Qt objects,
which belong to the window's thread; that ends in a crash sooner or later.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY_MS: Final = 250


class GarbageKeeper(QObject):
    """Switches Python's own collection off, and looks from a timer whether one is due.

    What exists when it starts is taken out of all further collections: those stay short. Collection stays off when it
    stops: the window's objects become garbage only after that, while threads of the engine and of pools still end.
    Whoever goes on without a window switches it on again once the window's garbage is gone.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """Keep collection to this thread."""
        gc.disable()
        gc.freeze()
        self._timer.start(_EVERY_MS)

    def renew(self) -> None:
        """Collect what existed at the start and is garbage by now; what is left is taken out of collections again."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()

    def stop(self) -> None:
        """Look no longer; what existed at the start may be collected again."""
        self._timer.stop()
        gc.unfreeze()

    def collect(self) -> None:
        """Collect the oldest generation that is due by Python's own thresholds."""
        counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (count, limit) in enumerate(counts) if count > limit]
        if due:
            gc.collect(due[-1])
