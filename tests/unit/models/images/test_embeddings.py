from granview.models.images.embeddings import Embedding, EmbeddingCache


def _make() -> Embedding:
    return Embedding(object(), (1.0, 1.0), {})


def test_a_picture_is_made_once_and_the_one_asked_about_longest_ago_is_forgotten() -> None:
    cache = EmbeddingCache(kept=2)
    first, second = cache.get("a", _make), cache.get("b", _make)
    assert cache.get("a", _make) is first
    cache.get("c", _make)
    assert cache.get("a", _make) is first
    assert cache.get("b", _make) is not second


def test_nothing_is_kept_of_what_has_no_key() -> None:
    cache = EmbeddingCache()
    assert cache.get(None, _make) is not cache.get(None, _make)
