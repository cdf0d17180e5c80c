"""Which adapters run large pictures in tiles."""

from granview.models.adapter import AnyAdapter


def in_tiles(adapter: AnyAdapter, batch_size: int) -> AnyAdapter:
    """The adapter, or one around it that runs large pictures in tiles, where its kind of networks can be.

    Args:
        adapter: A loaded model.
        batch_size: How many tiles share a pass at most.
    """
    if adapter.task != "image-segmentation":
        return adapter
    from granview.models.images.class_values import ClassValues
    from granview.models.images.tiled_segmentation import TiledSegmentation

    return TiledSegmentation(adapter, batch_size) if isinstance(adapter, ClassValues) else adapter
