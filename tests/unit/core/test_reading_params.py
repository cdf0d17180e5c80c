from granview.core.image_params import ImageParams, ImageRange
from granview.core.reading_params import reading_params
from granview.core.run_params import RunParams


def test_a_task_s_own_parameter_says_how_references_are_read() -> None:
    image = ImageParams(ImageRange(0, 9))
    params = RunParams(image=image, of_task={"depth-estimation": {"depth_scale": 256.0}})
    assert reading_params(params) == ImageParams(ImageRange(0, 9), depth_scale=256.0)
    assert reading_params(RunParams(image=image)) == image
