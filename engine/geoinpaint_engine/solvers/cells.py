"""Steady diffusion into large holes, solved on cells of 2 x 2 px and smoothed on pixels.

Several times as fast as solving for every pixel, for fields that need not be exact: the error of the result is a tenth
of what is diffused (docs/experiments.md).
"""

from __future__ import annotations

import cv2
import numpy as np
import scipy.sparse as sp

from geoinpaint_engine.solvers.multigrid import Multigrid, conjugate_gradients

SIDE = 2  # px a side of a cell
SWEEPS = 1  # Jacobi sweeps over the pixels
STRIP = 64  # rows smoothed at once: few enough for the processor's cache


def diffuse_on_cells(
    values: np.ndarray,
    hole: np.ndarray,
    known: np.ndarray,
    down: np.ndarray,
    right: np.ndarray,
    *,
    leak: float,
    pull: np.ndarray | None,
    tolerance: float,
) -> np.ndarray:
    """Solves the flow balance of a hole's pixels, as `flow.equations` states it, approximately.

    Args:
        values: (layers, rows, cols) float32, read at known pixels next to the hole, and where there is a pull.
        hole: (rows, cols) bool, the unknown pixels, at least one.
        known: (rows, cols) bool, disjoint from the hole.
        down, right: (rows - 1, cols) and (rows, cols - 1) float32, positive conductances between neighbours.
        leak: conductance from each unknown pixel to 0, positive.
        pull: (rows, cols) float32, conductance from each unknown pixel to its own, roughly known value; None: 0.
        tolerance: largest residual of a cell's equation, relative to the largest right side.

    Returns:
        (layers, n) float32, the hole's pixels in row-major order.
    """
    extra = tuple((0, size % SIDE) for size in hole.shape)
    if extra != ((0, 0), (0, 0)):
        pull = None if pull is None else np.pad(pull, extra)
        values, hole, known = np.pad(values, ((0, 0), *extra)), np.pad(hole, extra), np.pad(known, extra)
        down, right = np.pad(down, extra), np.pad(right, extra)
    either = hole | known
    down, right = down * (either[:-1] & either[1:]), right * (either[:, :-1] & either[:, 1:])
    cells = _on_cells(values, hole, known, down, right, leak, pull, tolerance)
    field = _between_cells(cells, hole)
    np.copyto(field, values, where=known)
    for _ in range(SWEEPS):
        field = _smoothed(field, values, hole, down, right, leak, pull)
    return field[:, hole]


def _on_cells(
    values: np.ndarray, hole: np.ndarray, known: np.ndarray, down: np.ndarray, right: np.ndarray, leak: float,
    pull: np.ndarray | None, tolerance: float,
) -> np.ndarray:  # fmt: skip
    """(layers, rows / 2, cols / 2) float32: the field on cells, 0 where a cell holds no unknown pixel."""
    shape = hole.shape[0] // SIDE, hole.shape[1] // SIDE
    unknown = _sums(hole.astype(np.float32))
    occupied = np.flatnonzero(unknown)
    index = np.full(unknown.size, -1, np.int32)
    index[occupied] = np.arange(occupied.size, dtype=np.int32)
    diagonal, inflow = leak * unknown.ravel(), np.zeros((len(values), unknown.size), np.float32)
    if pull is not None:
        own = np.where(hole, pull, np.float32(0))
        diagonal += _sums(own).ravel()
        inflow += np.stack([_sums(own * layer).ravel() for layer in values])
    entries = []
    for conductance, step in ((down, hole.shape[1]), (right, 1)):
        first, second = (hole[:-1], hole[1:]) if step > 1 else (hole[:, :-1], hole[:, 1:])
        # at the hole's edge, from a known pixel
        across = (first != second) & (conductance > 0)
        row, col = np.nonzero(across)
        place = row * hole.shape[1] + col
        outer = np.where(hole.ravel()[place], place + step, place)
        inner = 2 * place + step - outer
        cell = (inner // hole.shape[1]) // SIDE * shape[1] + (inner % hole.shape[1]) // SIDE
        strength = conductance[row, col]
        diagonal += np.bincount(cell, strength, diagonal.size)
        for layer, flow in zip(values.reshape(len(values), -1), inflow, strict=True):
            flow += np.bincount(cell, strength * layer[outer], diagonal.size)
        # between cells
        between = _between(conductance * (first & second), vertical=step > 1)
        one = np.flatnonzero(between)
        other, weight = one + (shape[1] if step > 1 else 1), between.ravel()[one]
        diagonal += np.bincount(one, weight, diagonal.size) + np.bincount(other, weight, diagonal.size)
        entries += [(index[one], index[other], -weight), (index[other], index[one], -weight)]
    numbers = np.arange(occupied.size, dtype=np.int32)
    entries.append((numbers, numbers, diagonal[occupied]))
    of_rows, of_cols, data = (np.concatenate(parts) for parts in zip(*entries, strict=True))
    matrix = sp.csr_array((data.astype(np.float32), (of_rows, of_cols)), shape=(numbers.size, numbers.size))
    sides = np.ascontiguousarray(inflow[:, occupied].T)
    precondition = Multigrid(matrix, occupied // shape[1], occupied % shape[1])
    largest = tolerance * np.abs(sides).max(axis=0, initial=0.0)
    out = np.zeros((len(values), unknown.size), np.float32)
    out[:, occupied] = conjugate_gradients(matrix, sides, precondition, tolerance=largest).T
    return out.reshape(-1, *shape)


def _sums(plane: np.ndarray) -> np.ndarray:
    """(rows / 2, cols / 2) float32: the sums over cells of (rows, cols) float32."""
    size = plane.shape[1] // SIDE, plane.shape[0] // SIDE
    return np.asarray(cv2.resize(plane, size, interpolation=cv2.INTER_AREA)) * np.float32(SIDE * SIDE)


def _between(conductance: np.ndarray, *, vertical: bool) -> np.ndarray:
    """(rows / 2, cols / 2) float32: the conductance from each cell's centre to that of the next one.

    Two paths side by side, each through half a link in either cell and the link between them in series.

    Args:
        conductance: (rows - 1, cols) or (rows, cols - 1) between unknown pixels, else 0.
        vertical: whether the next cell is the one below.
    """
    if not vertical:
        return np.ascontiguousarray(_between(np.ascontiguousarray(conductance.T), vertical=True).T)
    resistance = np.divide(1, conductance, out=np.zeros_like(conductance), where=conductance > 0)
    inner, across = resistance[0::2] / 2, resistance[1::2]
    through = inner[:-1] + across + inner[1:]
    paths = np.divide(1, through, out=np.zeros_like(through), where=across > 0)
    out = np.zeros((len(inner), paths.shape[1] // SIDE), np.float32)
    out[:-1] = paths[:, 0::2] + paths[:, 1::2]
    return out


def _between_cells(cells: np.ndarray, hole: np.ndarray) -> np.ndarray:
    """(layers, rows, cols) float32: bilinear interpolation between the centres of cells that hold unknown pixels."""
    size = hole.shape[::-1]
    weight = cv2.resize((_sums(hole.astype(np.float32)) > 0).astype(np.float32), size, interpolation=cv2.INTER_LINEAR)
    weight = np.divide(1, weight, out=np.zeros_like(weight), where=hole)
    out = np.empty((len(cells), *hole.shape), np.float32)
    for layer, field in zip(cells, out, strict=True):
        cv2.resize(layer, size, field, interpolation=cv2.INTER_LINEAR)
        field *= weight
    return out


def _smoothed(
    field: np.ndarray, values: np.ndarray, hole: np.ndarray, down: np.ndarray, right: np.ndarray, leak: float,
    pull: np.ndarray | None,
) -> np.ndarray:  # fmt: skip
    """(layers, rows, cols) float32: each unknown pixel as its equation says, given its neighbours' values."""
    out = field.copy()
    for start in range(0, len(hole), STRIP):
        stop = min(start + STRIP, len(hole))
        first, last = max(start, 1), min(stop, len(hole) - 1)
        above, below, along = down[first - 1 : stop - 1], down[start:last], right[start:stop]
        total = np.full((stop - start, hole.shape[1]), leak, np.float32)
        total[first - start :] += above
        total[: last - start] += below
        total[:, 1:] += along
        total[:, :-1] += along
        if pull is not None:
            total += pull[start:stop]
        flow, part = np.empty_like(total), np.empty_like(total)
        for layer, own, target in zip(field, values, out, strict=True):
            flow[:] = 0 if pull is None else pull[start:stop] * own[start:stop]
            flow[first - start :] += np.multiply(above, layer[first - 1 : stop - 1], out=part[first - start :])
            flow[: last - start] += np.multiply(below, layer[start + 1 : last + 1], out=part[: last - start])
            flow[:, 1:] += np.multiply(along, layer[start:stop, :-1], out=part[:, 1:])
            flow[:, :-1] += np.multiply(along, layer[start:stop, 1:], out=part[:, :-1])
            flow /= total
            np.copyto(target[start:stop], flow, where=hole[start:stop])
    return out
