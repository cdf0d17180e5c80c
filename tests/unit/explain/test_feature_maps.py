from granview.explain.feature_maps import FeatureMap, target_layers

STEM = FeatureMap("stem", 16, (32, 32), 0)
DEEP = FeatureMap("deep", 64, (8, 8), 0)
DEEP_AGAIN = FeatureMap("deep.whole", 64, (8, 8), 0)


def names(*maps: FeatureMap, attention_calls: int = 0) -> tuple[str, ...]:
    return target_layers(list(maps), classes=5, attention_calls=attention_calls)


def test_most_channels_come_first_and_the_last_of_a_shape_counts() -> None:
    assert names(STEM, DEEP, DEEP_AGAIN) == ("deep.whole", "stem")


def test_logits_small_maps_and_auxiliary_heads_are_left_out() -> None:
    logits = FeatureMap("head", 5, (32, 32), 0)
    pooled = FeatureMap("pool", 128, (1, 3), 0)
    auxiliary = FeatureMap("aux_classifier.0", 256, (8, 8), 0)
    mask = FeatureMap("mask", 1, (8, 8), 0)
    assert names(STEM, logits, pooled, auxiliary, mask) == ("stem",)


def test_behind_attention_the_last_comes_first() -> None:
    early, late = FeatureMap("fuse", 64, (8, 8), 2), FeatureMap("end", 16, (16, 16), 2)
    assert names(STEM, early, late, attention_calls=2) == ("end", "fuse")


def test_of_as_many_channels_the_coarsest_comes_first() -> None:
    bottom, up = FeatureMap("bottom", 64, (4, 4), 0), FeatureMap("up", 64, (8, 8), 0)
    assert names(STEM, bottom, up) == ("bottom", "up", "stem")
