"""A sample after one pass, of which questions are answered without running the network again."""

from collections.abc import Callable, Sequence
from typing import Any, Final

import torch
from torch import Tensor

from granview.core.errors import ArgumentError, ModelError, UnsupportedModel
from granview.explain.attention.capture import Captured, CaptureRequest, eager_bytes
from granview.explain.attention.layer import LayerAttention
from granview.explain.attention.tap import tap
from granview.explain.attention_notices import attention_notices, why_no_attention
from granview.explain.embedding import embedding_names
from granview.explain.feature_maps import backbone_layers, feature_maps, target_layers
from granview.explain.layer_stacks import Layer, Stack, stacks_of
from granview.explain.subject import Subject
from granview.models.finite import require_finite

DEFAULT_LIMIT_BYTES: Final = 1 << 30

IsCancelled = Callable[[], bool]
"""Asked whether an answer is no longer wanted."""


class PreparedSample:
    """A subject, its attention layers, and, where they fit the limit, their queries and keys.

    Attributes:
        stacks: Its attention layers whose places are known.
        no_attention: Why there are none, in one sentence; empty where there are.
        notices: Sentences that the user must see.

    Args:
        subject: The network and the sample.
        captured: What its pass left behind.
        limit_bytes: The most that may be kept of it.
        logits_shape: Shape of the logits; None where the network gives none.
        target_layers: Layers that Grad-CAM can look at, best first.
        embedding: Name of the module that embeds the text's tokens; None where there is none.
    """

    def __init__(
        self,
        subject: Subject,
        captured: Captured,
        limit_bytes: int,
        logits_shape: tuple[int, ...] | None = None,
        target_layers: tuple[str, ...] = (),
        embedding: str | None = None,
    ) -> None:
        self.subject = subject
        self.limit_bytes = limit_bytes
        self.logits_shape = logits_shape
        self.target_layers = target_layers
        self.embedding = embedding
        self.sites = tuple(captured.sites)
        self._captured = captured
        stacks, unplaced = stacks_of(subject.network, captured.sites, subject.view)
        self.stacks = tuple(stacks)
        self.no_attention = "" if stacks else why_no_attention(self.sites, captured.without_map)
        self.notices = tuple(_notices(self, len(unplaced), captured.without_map))

    @property
    def kept(self) -> bool:
        """Whether queries and keys are kept; otherwise every question takes a pass of its own."""
        return bool(self._captured.kept)

    @property
    def eager_bytes(self) -> int:
        """What all attention weights of the sample would take, in float32."""
        return eager_bytes(self.sites)

    def nbytes(self) -> int:
        """Bytes that are kept."""
        return self._captured.nbytes()

    def close(self) -> None:
        """Let go of what is kept."""
        self._captured.kept.clear()

    def stack(self, name: str | None) -> Stack:
        """The stack of that name; the first for None.

        Raises:
            UnsupportedModel: the network has no attention that can be shown.
            ArgumentError: it has no stack of that name.
        """
        if not self.stacks:
            name = type(self.subject.network).__name__
            raise UnsupportedModel(f"{name} cannot be asked about: {self.no_attention}", "Choose another method.")
        found = [stack for stack in self.stacks if name in (None, stack.name)]
        if not found:
            raise ArgumentError(
                f"This model has no stack '{name}'.", f"Known: {', '.join(stack.name for stack in self.stacks)}."
            )
        return found[0]

    def attention(self, layer: Layer, cancelled: IsCancelled | None = None) -> LayerAttention:
        """A layer's attention; in a pass of its own where it is not kept."""
        index = layer.site.index
        if index in self._captured.kept:
            return self._captured.kept[index]
        return self._pass(CaptureRequest(layers=frozenset({index}), keep=True), cancelled).kept[index]

    def sums(
        self, layers: Sequence[Layer], weights: Sequence[Tensor], cancelled: IsCancelled | None = None
    ) -> list[Tensor]:
        """Weighted sums of rows, (batch, heads, keys) float32 for each layer, for weights (batch, queries) of each.

        Without what is kept, all of them take one pass together.
        """
        if self.kept:
            with torch.inference_mode():
                return [self.attention(layer).weighted_sum(given) for layer, given in zip(layers, weights, strict=True)]
        by_index = {layer.site.index: given for layer, given in zip(layers, weights, strict=True)}
        wanted = CaptureRequest(layers=frozenset(by_index), weights=lambda site: by_index[site.index])
        captured = self._pass(wanted, cancelled)
        return [captured.sums[layer.site.index] for layer in layers]

    def require_kept(self, method: str) -> None:
        """For methods that need all layers at once.

        Raises:
            ModelError: they are not kept.
        """
        if not self.kept:
            raise ModelError(
                f"{method} needs the queries and keys of all layers, more than {self.limit_bytes / 1e6:.0f} MB.",
                "Raise the limit for explanations in the preferences, or use a smaller image or text.",
            )

    def _pass(self, wanted: CaptureRequest, cancelled: IsCancelled | None) -> Captured:
        with torch.inference_mode(), tap(self.subject.network, wanted, cancelled) as captured:
            self.subject.run()
        return captured


def prepare(
    subject: Subject, limit_bytes: int = DEFAULT_LIMIT_BYTES, cancelled: IsCancelled | None = None
) -> PreparedSample:
    """Run the network once and keep the queries and keys of its attention, as far as they fit the limit.

    Args:
        subject: The network and the sample; a network without attention costs a pass and keeps nothing.
        limit_bytes: The most to keep.
        cancelled: Asked at every attention layer.

    Raises:
        Cancelled: it said True.
        NotFinite: the network gives values that are no numbers, which nothing explains.
    """
    with (
        torch.inference_mode(),
        tap(subject.network, CaptureRequest(keep=True), cancelled, limit_bytes) as captured,
        feature_maps(subject.network, captured) as maps,
        embedding_names(subject.network, subject.inputs) as embeddings,
    ):
        logits = _logits(subject, subject.run())
        if torch.cuda.is_available():
            torch.cuda.synchronize()
    if logits is not None:
        require_finite(logits.flatten())
    shape = None if logits is None else tuple(logits.shape)
    layers = () if shape is None else target_layers(maps, shape[1], len(captured.sites))
    if shape is not None and subject.has_backbone:
        layers = layers or backbone_layers(maps, shape[1])
    return PreparedSample(subject, captured, limit_bytes, shape, layers, next(iter(embeddings), None))


def _logits(subject: Subject, output: Any) -> Tensor | None:
    try:
        return subject.logits(output)
    except (TypeError, AttributeError, KeyError):
        return None


def _notices(prepared: PreparedSample, unplaced: int, without_map: Sequence[str]) -> list[str]:
    notices = []
    if prepared.sites and not prepared.kept:
        notices.append(
            f"Keeping this sample's queries and keys takes more than {prepared.limit_bytes / 1e6:.0f} MB, so each "
            "question takes a forward pass."
        )
    if prepared.stacks:
        notices += attention_notices(prepared.subject.network, prepared.sites, unplaced, without_map)
    return notices
