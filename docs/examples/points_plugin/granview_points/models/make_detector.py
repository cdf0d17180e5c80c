"""Writes a detector: ``python -m granview_points.models.make_detector FOLDER SIGMA_PX``."""

import sys
from pathlib import Path

from granview_points.models.families.peak_detector import save_detector

if __name__ == "__main__":
    print(save_detector(Path(sys.argv[1]), float(sys.argv[2])))
