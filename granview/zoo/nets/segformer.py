"""SegFormer (Xie et al., 2021, arXiv:2105.15203) of transformers, at zoo sizes and with full-size logits."""

from collections.abc import Sequence

from torch import Tensor, nn
from transformers import SegformerConfig, SegformerForSemanticSegmentation

from granview.zoo.labels import LABELS
from granview.zoo.nets.blocks import upsample


class FullSizeSegformer(nn.Module):
    """SegFormer whose logits, computed at one quarter of the resolution, are upsampled to the input's size.

    Args:
        num_labels: Number of output channels.
        hidden_sizes: Channels of the four stages, at strides 4, 8, 16 and 32.
        depths: Transformer blocks per stage.
        decoder_hidden_size: Channels of the all-MLP decoder.
        mlp_ratio: Expansion of each block's feed-forward part.
    """

    def __init__(
        self,
        num_labels: int,
        hidden_sizes: Sequence[int],
        depths: Sequence[int],
        decoder_hidden_size: int,
        mlp_ratio: int = 2,
    ) -> None:
        super().__init__()
        names = {index: label.name for index, label in enumerate(LABELS[:num_labels])}
        config = SegformerConfig(
            hidden_sizes=list(hidden_sizes),
            depths=list(depths),
            decoder_hidden_size=decoder_hidden_size,
            mlp_ratios=[mlp_ratio] * 4,
            num_attention_heads=[1, 2, 4, 4],
            drop_path_rate=0.0,
            classifier_dropout_prob=0.0,
            id2label=names,
            label2id={name: index for index, name in names.items()},
        )
        self.model = SegformerForSemanticSegmentation(config)

    def forward(self, image: Tensor) -> Tensor:
        """Logits at the input's size: (N, 3, H, W) normalised -> (N, num_labels, H, W)."""
        logits: Tensor = self.model(pixel_values=image).logits
        return upsample(logits, (image.shape[-2], image.shape[-1]))
