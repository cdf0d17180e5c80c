"""The application with its runtimes: what is offered here, what is there, and whether that is out of date."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from granview.core.errors import ArgumentError, GranViewError, InputError
from granview.runtime.backends import Offer, offers
from granview.runtime.build import RuntimeBuilder
from granview.runtime.bundle import Bundle
from granview.runtime.installed import InstalledRuntime, InstalledRuntimes, Pointer, runtimes_home
from granview.runtime.lanes import missing_runtime, own_bundle
from granview.runtime.machine import Machine, this_machine
from granview.runtime.progress import IsCancelled
from granview.runtime.smoke_test import SmokeReport, smoke_test


@dataclass(frozen=True)
class Standing:
    """What models run on, as the disk has it.

    Attributes:
        current: The runtime that counts; None where there is none that can be used.
        previous: The number of the one before; 0 where there is none.
        backend: What the user has chosen before; empty where nothing.
        index: The index that the last runtime came from; empty for PyPI.
        missing: Why no lane can be started, as a sentence; empty where one can.
    """

    current: InstalledRuntime | None = None
    previous: int = 0
    backend: str = ""
    index: str = ""
    missing: str = ""


@dataclass(frozen=True)
class Application:
    """The application on this machine. Asking for the machine, offers or a check takes up to seconds.

    Attributes:
        bundle: As it was unpacked.
        installed: Its runtimes.
    """

    bundle: Bundle
    installed: InstalledRuntimes

    @cached_property
    def machine(self) -> Machine:
        """What there is to compute on."""
        return this_machine()

    @cached_property
    def offers(self) -> tuple[Offer, ...]:
        """What can be built, and what not and why."""
        return offers(self.bundle.locks, self.machine)

    @property
    def builder(self) -> RuntimeBuilder:
        """Builds what is offered."""
        return RuntimeBuilder(self.bundle, self.installed)

    def standing(self) -> Standing:
        """What models run on now; reads the disk, and raises nothing."""
        pointer = self._pointer()
        missing = missing_runtime(self.bundle)
        return Standing(self.current(), pointer.previous, pointer.backend, pointer.index, missing)

    def current(self) -> InstalledRuntime | None:
        """The runtime that counts; None where there is none that can be used."""
        try:
            return self.installed.current()
        except GranViewError:
            return None

    def chosen_backend(self) -> str:
        """What the user has chosen before; empty where nothing."""
        return self._pointer().backend

    def chosen_index(self) -> str:
        """The index that the last runtime came from; empty for PyPI."""
        return self._pointer().index

    def _pointer(self) -> Pointer:
        try:
            return self.installed.pointer
        except InputError:
            return Pointer()

    def outdated(self) -> Offer | None:
        """What to build anew, since the application has come to bring other versions, or another Python, along.

        That is the backend that was chosen, whatever is recommended; None where all is as it should be, where nothing
        has been chosen, and where that backend cannot be built.
        """
        return _outdated(self.offers, self.chosen_backend(), self.current())

    def check(self, is_cancelled: IsCancelled = lambda: False) -> SmokeReport:
        """Have the runtime that counts compute something.

        Raises:
            GranViewError: there is none, or it cannot.
        """
        runtime = self.installed.current()
        expects = runtime.uses_gpu and runtime.backend != "cpu"
        return smoke_test(self.bundle.python, self.installed.packages(runtime.number), expects, is_cancelled)


def this_application() -> Application:
    """The application that runs.

    Raises:
        ArgumentError: this is a checkout, or an installation with pip.
        InputError: the application is not whole.
    """
    bundle = own_bundle()
    if bundle is None:
        raise ArgumentError(
            "Here lanes run in GranView's own environment, which has torch already.",
            "Runtimes are for the application that one double-clicks.",
        )
    return Application(bundle, InstalledRuntimes(runtimes_home()))


def _outdated(listed: Sequence[Offer], backend: str, current: InstalledRuntime | None) -> Offer | None:
    offer = next((each for each in listed if each.backend == backend and each.lock is not None), None)
    if offer is None or offer.lock is None:
        return None
    return None if current is not None and current.lock_digest == offer.lock.digest else offer
