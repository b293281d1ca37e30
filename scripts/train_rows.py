r"""Train the rows of Table I at one budget, and print the command that compares them.

    python scripts/train_rows.py --data RSSCN7/train --masks work/masks --task-network A.safetensors B.safetensors \
        --folder work/rows --config scripts/recipes/rows.json
    ... --rows plain no-maskmix full adversarial --start rgb_image.safetensors --at-once 4    from one start, on a GPU

All other options are train_inpainter.py's and go to every row alike, so all have the same steps, batches and seed. Run
it again with the same --folder to go on where it was interrupted; rows that are done are passed over.
"""

from __future__ import annotations

import argparse
import shlex
import subprocess  # nosec B404 # the training script beside this one, called by lists
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Row:
    """A row of Table I.

    Args:
        label: as the paper names it.
        options: what it has of its own, as options of train_inpainter.py.
        guided: whether the task networks guide it.
        whole: whether it has both networks, so that it can begin with a model that has.
    """

    label: str
    options: tuple[str, ...] = ()
    guided: bool = True
    whole: bool = True


ROWS = {
    "pix2pix": Row(
        "Pix2Pix", ("--method", "pix2pix", "--width", "32", "--no-maskmix", "--no-smooth-start", "--no-coherent"),
        guided=False, whole=False,
    ),
    "coarse": Row("coarse only", ("--method", "coarse", "--no-maskmix"), guided=False, whole=False),
    "plain": Row("coarse and refined (Proposed_b)", ("--no-maskmix",), guided=False),
    "no-maskmix": Row("without MaskMix (Proposed-)", ("--no-maskmix",)),
    "full": Row("full"),
    "adversarial": Row("full, adversarial", ("--weight-gan", "0.02", "--discriminator-rate", "0.0005")),
}  # fmt: skip
DEFAULT = ("pix2pix", "coarse", "plain", "no-maskmix", "full")


def row_command(name: str, folder: Path, guides: Sequence[str], start: str, handed_on: Sequence[str]) -> list[str]:
    """The command that trains a row; its own options come last, so that they count."""
    row = ROWS[name]
    command = [sys.executable, str(HERE / "train_inpainter.py"), *handed_on, "--folder", str(folder / name)]
    command += ["--start", start] if start and row.whole else []
    command += ["--task-network", *guides] if guides and row.guided else ["--weight-task", "0"]
    return [*command, *row.options]


def train_row(name: str, folder: Path, command: Sequence[str]) -> bool:
    """Train a row, what it says kept beside its folder; whether it came to its end."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{name}.txt").open("a", encoding="utf-8") as said:
        code = subprocess.run(command, stdout=said, stderr=subprocess.STDOUT).returncode  # nosec B603 # a list, no shell
    print(f"{name}: {'done' if code == 0 else f'ended with {code}, see {said.name}'}", flush=True)
    return code == 0


def comparison(names: Sequence[str], folder: Path) -> str:
    """The command that compares the rows, but for data, masks and the judging network."""
    models = [f"{ROWS[name].label}={folder / name / 'model.safetensors'}" for name in names]
    return shlex.join(["python", "scripts/evaluate_inpainting.py", "--models", *models, "--keep", str(folder / "kept")])


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0], allow_abbrev=False)
    parser.add_argument("--rows", nargs="+", choices=ROWS, default=list(DEFAULT), help="which rows")
    parser.add_argument("--folder", type=Path, required=True, help="a folder for each row is made in it")
    parser.add_argument("--task-network", nargs="+", default=[], help="weights of frozen task networks")
    parser.add_argument("--start", default="", help="a model of both networks that rows with both begin with")
    parser.add_argument("--at-once", type=int, default=1, help="rows that are trained side by side")
    options, handed_on = parser.parse_known_args(arguments)
    if any(ROWS[name].guided for name in options.rows) and not options.task_network:
        parser.error("Some of the rows are guided by task networks. Add --task-network FILE, or name other --rows.")
    commands = {
        name: row_command(name, options.folder, options.task_network, options.start, handed_on) for name in options.rows
    }
    with ThreadPoolExecutor(max(1, options.at_once)) as pool:
        done = list(pool.map(lambda name: train_row(name, options.folder, commands[name]), options.rows))
    print(comparison(options.rows, options.folder) + " --data DATA --masks MASKS --task-network UNSEEN")
    sys.exit(not all(done))


if __name__ == "__main__":
    main()
