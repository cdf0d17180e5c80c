from types import SimpleNamespace

import pytest

from granview.models.images.depth_kinds import depth_kind


@pytest.mark.parametrize(
    ("config", "kind", "n_notices"),
    [
        ({"model_type": "depth_anything", "depth_estimation_type": "relative"}, "inverse", 0),
        ({"model_type": "depth_anything", "depth_estimation_type": "metric"}, "metric", 0),
        ({"model_type": "prompt_depth_anything", "depth_estimation_type": "relative"}, "relative", 0),
        ({"model_type": "zoedepth"}, "metric", 0),
        ({"model_type": "glpn"}, "metric", 0),
        ({"model_type": "depth_pro", "use_fov_model": True}, "metric", 0),
        ({"model_type": "depth_pro", "use_fov_model": False}, "relative", 1),
        ({"model_type": "dpt"}, "inverse", 1),
    ],
)
def test_a_config_tells_what_a_network_gives(config, kind, n_notices) -> None:
    known = depth_kind(SimpleNamespace(**config))
    assert known.kind == kind
    assert len(known.notices) == n_notices
