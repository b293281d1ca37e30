"""The folder of a training run: settings, log, curves, sample pictures, TensorBoard; also timing and early stopping."""

from __future__ import annotations

import json
import math
import subprocess  # nosec B404 # called with lists only
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar

import torch
from PIL import Image, ImageDraw

from geoinpaint_training.settings import save_config

COLOURS = ("#1f77b4", "#d62728", "#2ca02c", "#9467bd", "#ff7f0e", "#8c564b", "#17becf", "#7f7f7f")

T = TypeVar("T")


class Run:
    """The folder that a training writes to.

    Args:
        folder: path of the folder, created if needed.
        config: settings, saved as config.json.
        step: step at which the training resumes; later lines are removed from the log.
        tensorboard: also write event files.
    """

    def __init__(self, folder: Path, config: Any, *, step: int = 0, tensorboard: bool = True) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        save_config(config, folder / "config.json")
        (folder / "commit.txt").write_text(_commit() + "\n", encoding="utf-8")
        self._log = folder / "log.jsonl"
        self._rows = [row for row in _rows(self._log) if row["step"] <= step] if step else []
        self._log.write_text("".join(json.dumps(row) + "\n" for row in self._rows), encoding="utf-8")
        self._board = _board(folder / "tensorboard") if tensorboard else None

    def log(self, step: int, values: Mapping[str, float]) -> None:
        """Adds values of a step to log, TensorBoard and terminal."""
        row = {"step": step, **{key: round(float(value), 6) for key, value in values.items()}}
        self._rows.append(row)
        with self._log.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")
        for key, value in values.items():
            if self._board is not None:
                self._board.add_scalar(key, float(value), step)
        print(" ".join(f"{key} {value:.4g}" for key, value in row.items()), flush=True)

    def column(self, key: str) -> list[tuple[int, float]]:
        """(step, value) of everything logged under a name."""
        return [(int(row["step"]), row[key]) for row in self._rows if key in row]

    def curves(self) -> None:
        """Plots all logged values over the steps: curves.png."""
        names = sorted({key for row in self._rows for key in row} - {"step"})
        if names:
            _plots({name: self.column(name) for name in names}).save(self.folder / "curves.png")

    def samples(self, step: int, rows: Sequence[Sequence[torch.Tensor]]) -> None:
        """Saves images (bands, rows, cols) in [0, 1] as a table: samples/<step>.png."""
        folder = self.folder / "samples"
        folder.mkdir(exist_ok=True)
        contact_sheet(rows).save(folder / f"{step:06d}.png")

    def close(self) -> None:
        """Plots the curves and closes the event file."""
        self.curves()
        if self._board is not None:
            self._board.close()


class Clock:
    """Decides when to save and when to end the session; called once per step.

    Args:
        save_minutes: interval between checkpoints.
        max_minutes: duration of the session; 0: no limit.
    """

    def __init__(self, save_minutes: float, max_minutes: float) -> None:
        self._started = self._saved = time.monotonic()
        self._save, self._max = 60 * save_minutes, 60 * max_minutes

    def save_due(self) -> bool:
        """Whether a checkpoint is due; True once per interval."""
        due = time.monotonic() - self._saved >= self._save
        if due:
            self._saved = time.monotonic()
        return due

    def over(self) -> bool:
        """Whether the session has reached its maximum duration."""
        return bool(self._max) and time.monotonic() - self._started >= self._max


class Throughput(Generic[T]):
    """Measures images per second, and the share of time spent waiting for them, which shows how busy the device is.

    The first steps, in which kernels are chosen and compiled, are not counted.

    Args:
        batches: batches of the steps.
        size: images per batch.
        warm_up: number of steps not counted.
    """

    def __init__(self, batches: Iterable[T], size: int, *, warm_up: int = 10) -> None:
        self._batches, self._size, self._warm_up = batches, size, warm_up
        self._steps, self._waited, self._started, self._ended = 0, 0.0, 0.0, 0.0

    def __iter__(self) -> Iterator[T]:
        batches, done = iter(self._batches), 0
        while True:
            asked = time.perf_counter()
            if done == self._warm_up:
                self._started = asked
            batch = next(batches, None)
            if batch is None:
                return
            if done >= self._warm_up:
                self._waited += time.perf_counter() - asked
            yield batch
            done += 1
            self._steps, self._ended = max(0, done - self._warm_up), time.perf_counter()

    def __str__(self) -> str:
        seconds = self._ended - self._started
        if self._steps < 1 or seconds <= 0:
            return "too few steps to measure the throughput"
        return f"{self._steps * self._size / seconds:.0f} images/s, {self._waited / seconds:.1%} of it waiting for them"


class EarlyStop:
    """Ends a training when a score has not risen for `patience` validations; 0: never."""

    def __init__(self, patience: int) -> None:
        self.patience = patience
        self.best, self.since = -math.inf, 0

    def better(self, value: float) -> bool:
        """Records the next score; returns whether it is the best so far."""
        self.since = 0 if value > self.best else self.since + 1
        improved = value > self.best
        self.best = max(self.best, value)
        return improved

    @property
    def stop(self) -> bool:
        """Whether to end the training."""
        return bool(self.patience) and self.since >= self.patience


def contact_sheet(rows: Sequence[Sequence[torch.Tensor]], *, gap: int = 4) -> Image.Image:
    """Arranges images (bands, rows, cols) in [0, 1] as a table with white gaps."""
    height, width = rows[0][0].shape[-2:]
    sheet = Image.new("RGB", ((width + gap) * len(rows[0]) - gap, (height + gap) * len(rows) - gap), "white")
    for i, row in enumerate(rows):
        for j, image in enumerate(row):
            pixels = (pictured(image.detach()).float().cpu().clamp(0, 1) * 255).round().byte()
            sheet.paste(Image.fromarray(pixels.permute(1, 2, 0).numpy()), (j * (width + gap), i * (height + gap)))
    return sheet


def pictured(image: torch.Tensor) -> torch.Tensor:
    """Selects three bands as red, green and blue.

    Of more than three, the first three in reverse order (Sentinel-2's usually start with B02, B03, B04); of fewer, the
    first one.
    """
    bands = image.shape[0]
    return image if bands == 3 else image[[2, 1, 0]] if bands > 3 else image[[0, 0, 0]]


def _plots(columns: Mapping[str, Sequence[tuple[int, float]]], *, width: int = 480, height: int = 140) -> Image.Image:
    """One small plot per value, stacked vertically."""
    image = Image.new("RGB", (width, height * len(columns)), "white")
    draw = ImageDraw.Draw(image)
    for i, (name, points) in enumerate(columns.items()):
        finite = [(step, value) for step, value in points if math.isfinite(value)]
        draw.text((6, i * height + 2), name, fill="black")
        if not finite:
            continue
        steps, values = [p[0] for p in finite], [p[1] for p in finite]
        low, high, last = min(values), max(values), max(max(steps), 1)
        draw.text((width - 150, i * height + 2), f"{low:.4g} to {high:.4g}", fill="black")
        scale = (height - 30) / ((high - low) or 1.0)
        line = [(6 + (width - 12) * s / last, (i + 1) * height - 8 - (v - low) * scale) for s, v in finite]
        draw.line(line if len(line) > 1 else line * 2, fill=COLOURS[i % len(COLOURS)], width=2)
    return image


def _rows(path: Path) -> list[dict[str, Any]]:
    if not path.is_file():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.endswith("}")]


def _board(folder: Path) -> Any:
    from tensorboardX import SummaryWriter

    return SummaryWriter(str(folder))


def _commit() -> str:
    """The commit of the code, "" without git."""
    try:
        command = ["git", "rev-parse", "HEAD"]  # of the checkout that contains this file
        return subprocess.run(command, cwd=Path(__file__).parent, capture_output=True, text=True).stdout.strip()  # noqa: S603  # nosec B603 # a list, no shell
    except OSError:
        return ""
