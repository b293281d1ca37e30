"""Take the pictures of docs/guide.md from the desktop tours (`make desktop`), in 128 colours.

    python scripts/guide_pictures.py [build/desktop]

Look at them before they are committed: a tour also passes where a picture shows nothing of use.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image

GUIDE = Path(__file__).parents[1] / "docs" / "images" / "guide"
COLOURS = 128
# picture of the guide: that of a tour
PICTURES = {
    "first_start": "first_start/first_start", "set_up": "first_start/set_up", "batch": "first_start/batch",
    "product": "product/5_swipe", "drawn": "tour/2_drawn", "area": "tour/3a_area", "ready": "tour/3_ready",
    "methods": "tour/3_ready_below", "filled": "tour/5_filled", "beside": "tour/5a_beside", "swipe": "tour/6_swipe",
    "difference": "tour/7_difference", "profile": "tour/7a_profile", "found": "evidence/2_what_there_is",
    "found_filled": "evidence/4_filled", "time_profile": "series/4_time_profile",
}  # fmt: skip


def main() -> None:
    """Write those pictures whose tours have been made, and name the others."""
    tours = Path(sys.argv[1] if len(sys.argv) > 1 else "build/desktop")
    for name, source in PICTURES.items():
        path = tours / f"{source}.png"
        if path.is_file():
            picture = Image.open(path).convert("RGB")
            window = picture.crop(picture.getbbox())  # without the black screen around a smaller window
            window.quantize(COLOURS).save(GUIDE / f"{name}.png", optimize=True)
        else:
            print(f"{name}: {path} is missing")


if __name__ == "__main__":
    main()
