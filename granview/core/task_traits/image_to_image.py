"""Super-resolution, denoising and deblurring: which models are for it, and how its inputs are made."""

from typing import Final

from granview.core.task_param import TaskParam
from granview.core.task_trait import TASK_TRAITS, OwnReference, TaskTraits
from granview.core.tile_params import LARGEST_TILE_PX, MOST_WHOLE_PX, TILE_PX

DEGRADATIONS: Final = ("none", "bicubic", "area", "blur-noise", "jpeg")

PARAMS: Final = (
    TaskParam(
        "degradation",
        "Degradation",
        "none",
        "How each picture is made worse before models see it, so that the picture itself is the reference: made small "
        "by bicubic interpolation as in MATLAB's imresize, or by the mean of areas; blurred, made small and given "
        "noise; or made small and compressed as JPEG. None gives models the picture as it is",
        choices=DEGRADATIONS,
    ),
    TaskParam(
        "scale",
        "Scale",
        2,
        "How many times smaller a degradation makes each side, and how many times larger bicubic, Lanczos and area "
        "lanes make it; 1 for denoising and deblurring",
        1,
        8,
    ),
    TaskParam("blur_sigma", "Blur", 1.2, "Standard deviation of the Gaussian blur of blur-noise", 0.0, 20.0, "px"),
    TaskParam(
        "noise_sigma",
        "Noise",
        15.0,
        "Standard deviation of the Gaussian noise of blur-noise, in levels of 0 to 255",
        0.0,
        255.0,
        "levels",
    ),
    TaskParam("jpeg_quality", "JPEG quality", 40, "Quality of the JPEG degradation, as libjpeg counts it", 1, 100),
    TaskParam(
        "noise_seed",
        "Seed of the noise",
        0,
        "Of the noise; it is drawn from this and the picture, so that every lane gets the same",
        0,
    ),
    TaskParam(
        "tile_px",
        "Tile",
        0,
        "Side of the square parts in which a picture is run, so that memory is bounded, in px of the model's input; 0 "
        f"runs pictures of more than {MOST_WHOLE_PX // 10**6} megapixels in tiles of {TILE_PX // 2} px and others "
        f"whole; {LARGEST_TILE_PX} runs every picture whole",
        0,
        LARGEST_TILE_PX,
        "px",
    ),
    TaskParam(
        "overlap_px",
        "Overlap of tiles",
        32,
        "How far neighbouring tiles overlap, in px of the model's input; the outer half of it is thrown away",
        0,
        1024,
        "px",
    ),
)

TASK_TRAITS.register("image-to-image")(
    TaskTraits(
        "a super-resolution or restoration model",
        ("ForImageSuperResolution",),
        rank=3,
        params=PARAMS,
        own_reference=OwnReference("degradation", "none", "picture"),
    )
)
