"""Calls recorded once as a CUDA graph and replayed: the card no longer waits for Python between its kernels."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import torch

WARM_UP = 3  # calls that run as they are before the recording: in them kernels are chosen and memory is taken
_recording = threading.Lock()  # one recording at a time: PyTorch's allocator is told of it


class GraphedCall:
    """A function of tensors that stay in place, run as it is at first and on CUDA replayed from then on.

    Every call does what the function does: the first `WARM_UP` calls run it, and on a GPU the next records it. The
    function must read and write the same memory in every call and do the same whatever the call's number; random
    numbers come from the generator. On the CPU and on MPS, and where the recording fails, it is run as it is.

    Args:
        function: called without arguments, on the current stream, which must not be the default one.
        device: where its tensors are.
        generator: what it draws from, None if it draws nothing.
        failed: called with the reason, once, if the recording fails.
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
        """Do it once.

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
                # other threads go on using the card meanwhile
                with torch.cuda.graph(graph, stream=stream, capture_error_mode="thread_local"):
                    self._function()
        except torch.OutOfMemoryError:
            raise
        except RuntimeError as error:
            if isinstance(error.__context__, torch.OutOfMemoryError):  # the end of the recording failed after it
                raise error.__context__ from None
            if self._generator is not None and state is not None:
                self._generator.graphsafe_set_state(state)
            self._failed(str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__)
            return None
        return graph


@contextmanager
def own_stream(device: torch.device) -> Iterator[None]:
    """Runs a block on the thread's own stream of a GPU, so that several threads use the card side by side.

    The block's figures are the same in every run: kernels that add up in the order of arrival are not used.
    """
    if device.type != "cuda":
        yield
        return
    # one stream a thread: libraries keep memory for each pair of both
    streams: dict[torch.device, torch.cuda.Stream] = _of_thread.__dict__.setdefault("streams", {})
    if device not in streams:
        streams[device] = torch.cuda.Stream(device)
    stream = streams[device]
    stream.wait_stream(torch.cuda.current_stream(device))
    try:
        with _ordered, torch.cuda.stream(stream):
            yield
    finally:  # what is under way may still write into memory that is given back now
        torch.cuda.current_stream(device).wait_stream(stream)


def wait_asleep(device: torch.device) -> None:
    """Waits until a GPU has done what the current stream was given; the thread leaves its core to others meanwhile."""
    if device.type == "cuda":
        done = torch.cuda.Event(blocking=True)
        done.record()
        done.synchronize()


class _OrderedSums:
    """While any thread is in it, cuDNN adds up in a fixed order; PyTorch has one setting for all threads."""

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


_of_thread = threading.local()
_ordered = _OrderedSums()
