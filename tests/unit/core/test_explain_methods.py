"""The names of methods, without the packages that know them."""

from granview.core.explain_methods import is_comparable, with_method_title


def test_values_in_units_of_a_score_do_not_compare() -> None:
    assert all(map(is_comparable, ("attention", "mean-attention", "rollout")))
    assert not any(map(is_comparable, ("relevance", "grad-cam", "input-gradients", "integrated-gradients")))
    assert not is_comparable("of-my-own")


def test_a_method_is_named_once() -> None:
    assert with_method_title("grad-cam", "it explains images.") == "Grad-CAM: it explains images."
    assert with_method_title("grad-cam", "Grad-CAM: it explains images.") == "Grad-CAM: it explains images."
    assert with_method_title("of-my-own", "no.") == "of-my-own: no."
