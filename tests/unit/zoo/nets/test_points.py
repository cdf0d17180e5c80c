import torch

from granview.zoo.nets.points import label_at, most_uncertain_pixels, sample_at, training_points, uncertainty


def test_a_tie_of_the_two_likeliest_classes_is_the_most_uncertain() -> None:
    logits = torch.tensor([[[3.0, 5.0, 0.0], [3.0, 1.0, -1.0], [0.0, 0.0, -9.0]]])
    assert uncertainty(logits).tolist() == [[0.0, -4.0, -1.0]]


def test_centres_of_pixels_are_sampled_as_they_are() -> None:
    maps = torch.randn(1, 4, 6, 5)
    flat, points = most_uncertain_pixels(maps, 7)
    assert torch.allclose(sample_at(maps, points), maps.flatten(2)[..., flat[0]], atol=1e-5)


def test_maps_of_half_precision_are_sampled_at_the_right_pixels() -> None:
    maps = torch.arange(1000.0).reshape(1, 1, 1, 1000)
    points = torch.tensor([[[700.5 / 1000, 0.5]]])
    assert sample_at(maps.bfloat16(), points).item() == torch.tensor(700.0).bfloat16().item()


def test_the_most_uncertain_pixels_come_first() -> None:
    logits = torch.zeros(1, 2, 3, 4)
    logits[0, 0] = torch.arange(12.0).reshape(3, 4)
    flat, points = most_uncertain_pixels(logits, 2)
    assert flat.tolist() == [[0, 1]]
    assert torch.allclose(points, torch.tensor([[[0.125, 1 / 6], [0.375, 1 / 6]]]))


def test_labels_are_those_of_the_pixel_in_which_a_point_lies() -> None:
    labels = torch.arange(12).reshape(1, 3, 4)
    points = torch.tensor([[[0.0, 0.0], [0.26, 0.0], [0.99, 0.99], [1.0, 1.0]]])
    assert label_at(labels, points).tolist() == [[0, 1, 11, 11]]


def test_most_training_points_lie_where_the_prediction_is_uncertain() -> None:
    torch.manual_seed(0)
    logits = torch.zeros(1, 2, 1, 100)
    logits[0, 0] = torch.linspace(-50, 50, 100)
    points = training_points(logits, 400)
    assert points.shape == (1, 400, 2)
    near = ((points[..., 0] - 0.5).abs() < 0.2).float().mean()
    assert 0.75 < near < 0.95
