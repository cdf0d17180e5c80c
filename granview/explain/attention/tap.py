"""The tap on a network's attention."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from torch import nn

from granview.explain.attention.capture import Captured, CaptureRequest
from granview.explain.attention.intercept import computes_attention, intercept_attention
from granview.explain.attention.interface import interface_tap, uses_interface
from granview.explain.attention.recorder import Recorder


@contextmanager
def tap(
    network: nn.Module,
    wanted: CaptureRequest,
    cancelled: Callable[[], bool] | None = None,
    limit_bytes: int | None = None,
) -> Iterator[Captured]:
    """Within it, forward passes of the network in this thread leave behind what is wanted of their attention.

    The network computes what it always does, with the same kernels. Attention functions looked up in transformers'
    interface are replaced by ones that call them; layers that compute attention on their own are watched. On leaving,
    the network is as it was. Run one forward pass within it, without a key-value cache.

    Args:
        network: A network with attention layers.
        wanted: What to compute at which calls.
        cancelled: Asked at every attention call; where it says True the pass raises ``Cancelled``.
        limit_bytes: The most that may be kept, in bytes. Queries and keys beyond it are let go, all of them, and the
            captured are ``overflowed``.

    Yields:
        What was captured; complete when the forward pass is (its gradients, when the backward pass is).

    Raises:
        UnsupportedModel: the network runs with a kernel that cannot be looked into.
        ModelError: (in the pass) gradients would take more than ``limit_bytes``.
    """
    recorder = Recorder(network, wanted, cancelled, limit_bytes)
    with ExitStack() as taps:
        if any(uses_interface(module) for module in network.modules()):
            taps.enter_context(interface_tap(network, recorder))
        if any(computes_attention(module) for module in network.modules()):
            taps.enter_context(intercept_attention(network, recorder))
        yield recorder.captured
