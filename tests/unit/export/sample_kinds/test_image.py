"""Pages of images: pictures that are written pixel for pixel, heat maps of the picture's own size."""

from pathlib import Path

import pytest
from PIL import Image

from granview.core.explain_query import ExplainQuery
from granview.export.comparison_pages import ComparisonPages
from granview.export.explanation_groups import explanation_groups
from granview.export.page_request import PageTools
from granview.export.sample_export import SAMPLE_EXPORTS
from tests.helpers.explanations import heat, words
from tests.helpers.scored import SIZE, scored_session

IMAGE = SAMPLE_EXPORTS.get("image")


@pytest.mark.parametrize(("suffix", "begin"), [(".png", b"\x89PNG"), (".svg", b"<"), (".PDF", b"%PDF-")])
def test_the_suffix_says_the_format(tmp_path: Path, suffix: str, begin: bytes) -> None:
    with scored_session(tmp_path / "a.granview", samples=1) as session:
        IMAGE.write_page(ComparisonPages(session).request("s0"), tmp_path / f"page{suffix}")
    assert (tmp_path / f"page{suffix}").read_bytes().startswith(begin)


def test_maps_are_drawn_over_the_picture_and_weights_of_tokens_are_not(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=1) as session:
        session.keep_explanation("s0", "good", ExplainQuery("attention"), heat((0, 0)).packed())
        session.keep_explanation("s0", "good", ExplainQuery("rollout"), words().packed())
        maps, weights = explanation_groups(session.samples(), session.explanations())
        assert IMAGE.draws_explanations(maps)
        assert not IMAGE.draws_explanations(weights)
        IMAGE.write_explanation(tmp_path / "one.png", maps, maps.rows[0], PageTools(session))
        IMAGE.write_explanations(tmp_path / "all.png", maps, PageTools(session))
    with Image.open(tmp_path / "one.png") as one, Image.open(tmp_path / "all.png") as page:
        assert one.size == SIZE[::-1]
        assert page.size > one.size
