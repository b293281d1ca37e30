"""A set of files that is put in place, disturbed at each of its file operations in turn; prints the tally as JSON.

    python crashed_sets.py FOLDER old|new      whether a set is there already

A program of its own, since every attempt is a fork: of the tests' process, which has PyTorch loaded, each takes long.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path

ROOT = Path(__file__).parents[2]
NAMES = ("recipe.json", "flag.tif", "filled.tif")


def put_set(folder, content=b"new"):
    """Put a set of files in place, as a run does."""
    from geoinpaint_engine.raster.publication import publish
    from geoinpaint_engine.raster.work_folder import WorkFolder

    with WorkFolder(folder / "filled.tif") as work:
        for name in NAMES:
            (work / name).write_bytes(content)
        publish([(work / name, folder / name) for name in NAMES])


def crashed(folder, older):
    """The tally of a set that is put in place in a folder, where an older one may lie."""
    from crash_points import every_point

    from geoinpaint_engine.raster.work_folder import WorkFolder

    def reset():
        for path in folder.iterdir():
            if path.is_dir():
                for part in path.iterdir():
                    part.unlink()
                path.rmdir()
            else:
                path.unlink()
        if older:
            for name in (*NAMES, "filled.tif.aux.xml"):
                (folder / name).write_bytes(b"old")

    def fault():
        found = {name: (folder / name).read_bytes() if (folder / name).exists() else None for name in NAMES}
        if set(found.values()) == {b"new"}:
            expected = set(NAMES)
        elif set(found.values()) == {b"old" if older else None}:
            expected = {*NAMES, "filled.tif.aux.xml"} if older else set()
        else:
            return f"old and new together: {found}"
        left = {path.name for path in folder.iterdir()} ^ expected
        return f"files that should not be, or are missing: {left}" if left else ""

    def following():
        with WorkFolder(folder / "filled.tif"):
            pass

    return every_point(lambda: put_set(folder), following, reset, fault, folder)


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT / "engine"), str(ROOT / "scripts")]
    print(json.dumps(asdict(crashed(Path(sys.argv[1]), sys.argv[2] == "old"))))
