"""What a camera does to a scene: point spread, light fall-off, shot and read noise, quantisation."""

from dataclasses import dataclass

import cv2
import numpy as np

from granview.zoo.scenes.scene import FloatArray, ImageArray


@dataclass(frozen=True)
class Optics:
    """Imaging conditions.

    Attributes:
        blur_px: Standard deviation of the Gaussian point spread.
        read_noise: Standard deviation of the constant noise, in grey levels of 255.
        shot_noise: Standard deviation of the signal-dependent noise at full white, in grey levels.
        vignette: Relative loss of light in the corners.
    """

    blur_px: float
    read_noise: float
    shot_noise: float
    vignette: float

    @classmethod
    def sample(cls, rng: np.random.Generator) -> "Optics":
        """Draws conditions from soft to crisp and from clean to noisy."""
        return cls(
            blur_px=float(rng.uniform(0.45, 0.8)),
            read_noise=float(rng.uniform(1.5, 5.0)),
            shot_noise=float(rng.uniform(1.0, 5.0)),
            vignette=float(rng.uniform(0.0, 0.25)),
        )


def _vignette(height: int, width: int, loss: float) -> FloatArray:
    """Light fall-off towards the corners: (height, width) float32 in 1-loss..1."""
    rows = np.linspace(-1, 1, height, dtype=np.float32)[:, None] ** 2
    columns = np.linspace(-1, 1, width, dtype=np.float32)[None, :] ** 2
    return 1 - np.float32(loss / 2) * (rows + columns)


def expose(rng: np.random.Generator, radiance: FloatArray, light: FloatArray, optics: Optics) -> ImageArray:
    """Turns radiance into a photograph.

    Args:
        rng: Source of the noise.
        radiance: (H, W, 3) float32, 0..255.
        light: (H, W) float32, 1 on average.
        optics: Imaging conditions.

    Returns:
        (H, W, 3) uint8 sRGB.
    """
    height, width = light.shape
    lit = radiance * (light * _vignette(height, width, optics.vignette))[..., None]
    seen = cv2.GaussianBlur(lit, (0, 0), optics.blur_px)
    luma = np.clip(seen[..., 1], 0, 255) / 255
    deviation = np.sqrt(np.float32(optics.read_noise**2) + np.float32(optics.shot_noise**2) * luma)
    grain = rng.standard_normal((height, width), dtype=np.float32)
    tint = rng.standard_normal((height, width), dtype=np.float32)
    noise = np.stack((grain + 0.4 * tint, grain, grain - 0.4 * tint), axis=-1) * deviation[..., None]
    image: ImageArray = np.clip(seen + noise + 0.5, 0, 255).astype(np.uint8)
    return image
