"""Adam by PyTorch's functional interface.

Creating a `torch.optim.Adam` imports torch's compiler, which would delay the first step by 1.5 s; the function beneath
it imports nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import Tensor, nn
from torch.optim.adam import adam


class Adam:
    """Adam (Kingma and Ba 2015) without weight decay; fused into one kernel where the device supports it.

    Args:
        parameters: the weights, all on one device; those without a gradient are not changed.
        rate: learning rate.
        betas: decay rates of the two moments.
        eps: term added to the root of the second moment.
    """

    def __init__(self, parameters: Iterable[nn.Parameter], *, rate: float, betas: tuple[float, float], eps: float):
        self._weights = list(parameters)
        self._rate, self._betas, self._eps = rate, betas, eps
        self._fused = self._weights[0].device.type in ("cpu", "cuda")
        self._first = [torch.zeros_like(weight) for weight in self._weights]
        self._second = [torch.zeros_like(weight) for weight in self._weights]
        # the fused kernel counts steps on the device, to avoid synchronisation
        counter_device = self._weights[0].device if self._fused else "cpu"
        self._steps = [torch.zeros((), dtype=torch.float32, device=counter_device) for _ in self._weights]

    def zero_grad(self) -> None:
        """Clears the gradients."""
        for weight in self._weights:
            weight.grad = None

    @torch.no_grad()
    def step(self) -> None:
        """Updates the weights by their gradients."""
        with_gradient: list[tuple[Tensor, ...]] = [
            (weight, weight.grad, first, second, steps)
            for weight, first, second, steps in zip(self._weights, self._first, self._second, self._steps, strict=True)
            if weight.grad is not None
        ]
        weights, gradients, firsts, seconds, steps = (list(column) for column in zip(*with_gradient, strict=True))
        adam(
            weights, gradients, firsts, seconds, [], steps, fused=self._fused or None, amsgrad=False,
            beta1=self._betas[0], beta2=self._betas[1], lr=self._rate, weight_decay=0.0, eps=self._eps, maximize=False,
        )  # fmt: skip
