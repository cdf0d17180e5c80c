"""Scene seeds by purpose. The ranges do not overlap, so what is measured or shown was never trained on."""

SINGLE_TRAIN_SEEDS = range(100_000, 100_400)
"""Training scenes of 384x512, per domain."""
TILED_TRAIN_SEEDS = range(200_000, 200_100)
"""Training scenes of 768x1024, each cut into four, per domain."""
TEST_SEEDS = range(20_000, 20_020)
"""Scenes that the model cards' figures are measured on, per domain."""
GALLERY_SEEDS = range(30_056, 30_064)
"""Scenes of the sample gallery, per domain."""
SCENE_HEIGHT, SCENE_WIDTH = 384, 512
"""Size of a test scene and of a training tile, in pixels."""
