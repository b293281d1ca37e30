"""HRNetV2 (Wang et al. 2020), the segmentation network of LoveDA: parallel resolutions that exchange at every stage."""

from __future__ import annotations

import torch
import torch.nn.functional as nnf
from torch import nn

# blocks per branch, and modules of stages 2, 3 and 4
BLOCKS = 4
MODULES = (1, 4, 3)


def conv_norm(inputs: int, outputs: int, kernel: int, *, stride: int = 1, relu: bool = True) -> nn.Sequential:
    """Convolution, batch normalisation, and ReLU if asked for."""
    conv = nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False)
    layers: list[nn.Module] = [conv, nn.BatchNorm2d(outputs)]
    return nn.Sequential(*layers, nn.ReLU()) if relu else nn.Sequential(*layers)


class Residual(nn.Module):
    """relu(body(x) + shortcut(x))."""

    def __init__(self, body: nn.Module, shortcut: nn.Module) -> None:
        super().__init__()
        self.body, self.shortcut = body, shortcut

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Same rows and columns."""
        return nnf.relu(self.body(x) + self.shortcut(x))


def basic_block(width: int) -> Residual:
    """Two 3x3 convolutions."""
    return Residual(nn.Sequential(conv_norm(width, width, 3), conv_norm(width, width, 3, relu=False)), nn.Identity())


def bottleneck_block(inputs: int, width: int) -> Residual:
    """1x1, 3x3, 1x1 convolutions to four times the width."""
    body = nn.Sequential(
        conv_norm(inputs, width, 1), conv_norm(width, width, 3), conv_norm(width, 4 * width, 1, relu=False)
    )
    same = inputs == 4 * width
    return Residual(body, nn.Identity() if same else conv_norm(inputs, 4 * width, 1, relu=False))


class Exchange(nn.Module):
    """Blocks on each branch, then every branch becomes the sum of all, resampled."""

    def __init__(self, widths: list[int]) -> None:
        super().__init__()
        self.branches = nn.ModuleList(nn.Sequential(*(basic_block(width) for _ in range(BLOCKS))) for width in widths)
        self.paths = nn.ModuleList(
            nn.ModuleList(self._path(widths, source, goal) for source in range(len(widths)))
            for goal in range(len(widths))
        )

    @staticmethod
    def _path(widths: list[int], source: int, goal: int) -> nn.Module:
        if source == goal:
            return nn.Identity()
        if source > goal:
            return conv_norm(widths[source], widths[goal], 1, relu=False)
        steps = [conv_norm(widths[source], widths[source], 3, stride=2) for _ in range(goal - source - 1)]
        return nn.Sequential(*steps, conv_norm(widths[source], widths[goal], 3, stride=2, relu=False))

    def forward(self, maps: list[torch.Tensor]) -> list[torch.Tensor]:
        """One map per branch, fine to coarse."""
        maps = [branch(x) for branch, x in zip(self.branches, maps, strict=True)]
        fused = []
        for goal, paths in enumerate(self.paths):
            assert isinstance(paths, nn.ModuleList)  # nosec B101 # a reminder for the type checker, not a check
            parts = [_sized(path(x), maps[goal].shape[-2:]) for path, x in zip(paths, maps, strict=True)]
            fused.append(nnf.relu(torch.stack(parts).sum(0)))
        return fused


class HRNetV2(nn.Module):
    """Stem at a quarter of the size, four stages of 1 to 4 branches, all branches concatenated for the scores.

    Args:
        classes: scores per pixel.
        width: channels of the finest branch (32 for W32; the others have 2, 4, 8 times as many; 480 in all).
        stem: channels of the stem.
    """

    def __init__(self, *, classes: int, width: int = 32, stem: int = 64) -> None:
        super().__init__()
        widths = [width * 2**i for i in range(4)]
        self.stem = nn.Sequential(conv_norm(3, stem, 3, stride=2), conv_norm(stem, stem, 3, stride=2))
        blocks = [bottleneck_block(stem if i == 0 else 4 * stem, stem) for i in range(BLOCKS)]
        self.first = nn.Sequential(*blocks)
        self.entries = nn.ModuleList()
        self.stages = nn.ModuleList()
        before = [4 * stem]
        for branches, modules in zip((2, 3, 4), MODULES, strict=True):
            after = widths[:branches]
            self.entries.append(nn.ModuleList(self._entry(before, after, i) for i in range(branches)))
            self.stages.append(nn.Sequential(*(Exchange(after) for _ in range(modules))))
            before = after
        total = sum(widths)
        self.head = nn.Sequential(
            nn.Conv2d(total, total, 1), nn.BatchNorm2d(total), nn.ReLU(), nn.Conv2d(total, classes, 1)
        )

    @staticmethod
    def _entry(before: list[int], after: list[int], branch: int) -> nn.Module:
        """From the maps of a stage to a branch of the next: as it is, to another width, or a new coarser branch."""
        if branch >= len(before):
            return conv_norm(before[-1], after[branch], 3, stride=2)
        same = before[branch] == after[branch]
        return nn.Identity() if same else conv_norm(before[branch], after[branch], 3)

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        """(n, 3, rows, cols) to (n, classes, rows / 4, cols / 4) scores."""
        maps = [self.first(self.stem(images))]
        for entries, stage in zip(self.entries, self.stages, strict=True):
            assert isinstance(entries, nn.ModuleList)  # nosec B101 # a reminder for the type checker, not a check
            maps = stage([entry(maps[min(i, len(maps) - 1)]) for i, entry in enumerate(entries)])
        return self.head(torch.cat([_sized(x, maps[0].shape[-2:]) for x in maps], dim=1))


def _sized(x: torch.Tensor, size: torch.Size) -> torch.Tensor:
    return x if x.shape[-2:] == size else nnf.interpolate(x, size=size, mode="bilinear", align_corners=False)
