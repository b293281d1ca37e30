"""torch's Adam without the class around it.

Making a `torch.optim.Adam` loads torch's compiler: a second and a half in which an analyst waits for the first step.
The function beneath it, which does the work, loads nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import Tensor, nn
from torch.optim.adam import adam


class Adam:
    """Adam (Kingma and Ba 2015) without weight decay; all of it in one kernel where the device has one.

    Args:
        parameters: the weights, all on one device. One without a gradient stays as it is.
        rate: the step size.
        betas: decay rates of the two moments.
        eps: what is added to the root of the second moment.
    """

    def __init__(self, parameters: Iterable[nn.Parameter], *, rate: float, betas: tuple[float, float], eps: float):
        self._weights = list(parameters)
        self._rate, self._betas, self._eps = rate, betas, eps
        self._fused = self._weights[0].device.type in ("cpu", "cuda")
        self._first = [torch.zeros_like(weight) for weight in self._weights]
        self._second = [torch.zeros_like(weight) for weight in self._weights]
        # the fused kernel counts where it runs, so that nobody waits for it
        counted_on = self._weights[0].device if self._fused else "cpu"
        self._steps = [torch.zeros((), dtype=torch.float32, device=counted_on) for _ in self._weights]

    def zero_grad(self) -> None:
        """Forgets the gradients."""
        for weight in self._weights:
            weight.grad = None

    @torch.no_grad()
    def step(self) -> None:
        """Moves the weights by their gradients."""
        moved: list[tuple[Tensor, ...]] = [
            (weight, weight.grad, first, second, steps)
            for weight, first, second, steps in zip(self._weights, self._first, self._second, self._steps, strict=True)
            if weight.grad is not None
        ]
        weights, gradients, firsts, seconds, steps = (list(column) for column in zip(*moved, strict=True))
        adam(
            weights, gradients, firsts, seconds, [], steps, fused=self._fused or None, amsgrad=False,
            beta1=self._betas[0], beta2=self._betas[1], lr=self._rate, weight_decay=0.0, eps=self._eps, maximize=False,
        )  # fmt: skip
