"""Function calls captured as a CUDA graph and replayed, which removes Python's overhead between kernels."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import torch

WARM_UP = 3  # ordinary calls before capturing, in which kernels are chosen and memory is allocated
_recording = threading.Lock()  # PyTorch's allocator supports one capture at a time


class GraphedCall:
    """A function without arguments that is captured as a CUDA graph, and replayed from then on.

    Every call has the function's effect: the first `WARM_UP` calls run it, and on a GPU the next one captures it. The
    function must access the same memory and do the same in every call; random numbers must come from the generator. On
    the CPU and on MPS, and if capturing fails, the function is always run.

    Args:
        function: called without arguments, on the current stream, which must not be the default stream.
        device: device of its tensors.
        generator: its source of random numbers, or None.
        failed: called once with the reason if capturing fails.
    """

    def __init__(
        self,
        function: Callable[[], None],
        *,
        device: torch.device,
        generator: torch.Generator | None = None,
        failed: Callable[[str], None] | None = None,
    ) -> None:
        self._function, self._device, self._generator = function, device, generator
        self._failed = failed or (lambda message: None)
        self._left = WARM_UP if device.type == "cuda" else -1
        self._graph: torch.cuda.CUDAGraph | None = None

    def __call__(self) -> None:
        """Calls the function, or replays it.

        Raises:
            torch.OutOfMemoryError: the device is full.
        """
        if self._left == 0:
            self._graph = self._record()
        self._left -= 1
        if self._graph is None:
            self._function()
        else:
            self._graph.replay()

    def _record(self) -> torch.cuda.CUDAGraph | None:
        state = None if self._generator is None else self._generator.clone_state()
        graph = torch.cuda.CUDAGraph()
        try:
            with _recording:
                if self._generator is not None:
                    graph.register_generator_state(self._generator)
                stream = torch.cuda.current_stream(self._device)
                # other threads continue to use the GPU in the meantime
                with torch.cuda.graph(graph, stream=stream, capture_error_mode="thread_local"):
                    self._function()
        except torch.OutOfMemoryError:
            raise
        except RuntimeError as error:
            if isinstance(error.__context__, torch.OutOfMemoryError):  # ending the capture failed as a consequence
                raise error.__context__ from None
            if self._generator is not None and state is not None:
                self._generator.graphsafe_set_state(state)
            self._failed(str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__)
            return None
        return graph


@contextmanager
def own_stream(device: torch.device) -> Iterator[None]:
    """Runs a block on a GPU stream that belongs to the thread, so that several threads can use the GPU concurrently.

    Results are reproducible: cuDNN kernels whose order of summation varies are not used.
    """
    if device.type != "cuda":
        yield
        return
    # one stream per thread, because libraries keep memory for each pair of thread and stream
    streams: dict[torch.device, torch.cuda.Stream] = _thread_local.__dict__.setdefault("streams", {})
    if device not in streams:
        streams[device] = torch.cuda.Stream(device)
    stream = streams[device]
    stream.wait_stream(torch.cuda.current_stream(device))
    try:
        with _deterministic, torch.cuda.stream(stream):
            yield
    finally:  # pending kernels may still write to memory that is freed now
        torch.cuda.current_stream(device).wait_stream(stream)


def wait_asleep(device: torch.device) -> None:
    """Waits for the kernels in the current stream, while the thread sleeps and so leaves its core to others."""
    if device.type == "cuda":
        done = torch.cuda.Event(blocking=True)
        done.record()
        done.synchronize()


class _DeterministicCudnn:
    """While any thread is inside, cuDNN is deterministic; PyTorch has a single setting for all threads."""

    def __init__(self) -> None:
        self._lock, self._inside, self._before = threading.Lock(), 0, False

    def __enter__(self) -> None:
        with self._lock:
            if self._inside == 0:
                self._before = torch.backends.cudnn.deterministic
                torch.backends.cudnn.deterministic = True
            self._inside += 1

    def __exit__(self, *raised: object) -> None:
        with self._lock:
            self._inside -= 1
            if self._inside == 0:
                torch.backends.cudnn.deterministic = self._before


_thread_local = threading.local()
_deterministic = _DeterministicCudnn()
