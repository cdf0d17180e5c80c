import numpy as np

from granview.scoring.places import PLACES, find_places, mean_by_place


def test_a_step_is_an_edge_and_what_lies_far_from_it_is_flat():
    picture = np.zeros((20, 20))
    picture[:, 10:] = 200
    places = find_places(picture)
    assert [PLACES[place] for place in places[5, [0, 9, 10, 19]]] == ["flat", "edges", "edges", "flat"]


def test_a_gentle_slope_beside_a_step_is_texture():
    row = np.concatenate((np.zeros(10), 200 + 10 * np.arange(10.0))) / 2
    places = find_places(np.tile(row, (20, 1)))
    assert PLACES[places[5, 15]] == "texture"


def test_a_plain_picture_is_flat():
    assert (find_places(np.full((4, 5), 7.0)) == PLACES.index("flat")).all()


def test_means_are_kept_as_sums_and_numbers():
    values, places = np.array([[0.5, 1.0, 0.25]]), np.array([[0, 0, 2]], np.uint8)
    np.testing.assert_array_equal(mean_by_place(values, places), [[1.5, 2], [0, 0], [0.25, 1]])
