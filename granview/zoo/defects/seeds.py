"""Seeds of crops by purpose. The ranges do not overlap, so what is measured or shown was never trained on."""

TRAIN_SEEDS = range(1_000_000, 2_000_000)
"""Each training crop is seen once."""
TEST_SEEDS = range(2_000_000, 2_000_200)
"""Crops that the cards' figures are measured on, per kind."""
GALLERY_SEEDS = range(3_000_000, 3_000_003)
"""Crops of the gallery, per kind."""
