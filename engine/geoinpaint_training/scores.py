"""Task metrics: overall accuracy, mean intersection over union; recall at K and average precision of retrieval."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import torch

from geoinpaint_training.data import IGNORED, Samples
from geoinpaint_training.tasks import Geolocation, Normalized, SceneRecognition, Segmentation

Occlude = Callable[[int, torch.Tensor], torch.Tensor]


def confusion(predicted: np.ndarray, labels: np.ndarray, classes: int) -> np.ndarray:
    """Confusion matrix, (classes, classes) counts with labels in rows and predictions in columns; -1 is ignored."""
    known = labels != IGNORED
    pairs = labels[known].astype(np.int64) * classes + predicted[known].astype(np.int64)
    return np.bincount(pairs.ravel(), minlength=classes * classes).reshape(classes, classes)


def mean_iou(counts: np.ndarray) -> float:
    """Mean intersection over union of the classes that occur in labels or predictions."""
    shared = np.diag(counts).astype(np.float64)
    union = counts.sum(axis=0) + counts.sum(axis=1) - shared
    present = union > 0
    return float((shared[present] / union[present]).mean()) if present.any() else float("nan")


def retrieval_ranks(queries: np.ndarray, gallery: np.ndarray) -> np.ndarray:
    """Rank (0 = first) at which query i finds gallery entry i by inner product; ties count against the query.

    Args:
        queries, gallery: (n, features) descriptors of unit length, entry i of both showing the same place.
    """
    ranks = np.empty(len(queries), dtype=np.int64)
    for i, query in enumerate(queries):
        similarity = gallery @ query
        ranks[i] = np.count_nonzero(np.delete(similarity, i) >= similarity[i])
    return ranks


def retrieval_figures(ranks: np.ndarray) -> dict[str, float]:
    """Recall@1, 5, 10 and top 1 %, and average precision, each 0 to 1.

    With a single match per query, at rank r, recall steps from 0 to 1 there. The area under the precision-recall curve
    by the trapezoidal rule (as in LPN's evaluation) is 1 for r = 0, else half the precision 1 / (r + 1).
    """
    percent = max(1, round(len(ranks) * 0.01))
    recalls = {f"recall@{k}": float(np.mean(ranks < k)) for k in (1, 5, 10)}
    precision = 1 / (ranks + 1.0)
    average = float(np.mean(np.where(ranks == 0, 1.0, precision / 2)))
    return {**recalls, "recall@1%": float(np.mean(ranks < percent)), "ap": average}


def task_score(
    task: Normalized, samples: Samples, *, change: Occlude | None = None, device: str = "cpu"
) -> Mapping[str, float]:
    """Scores a frozen task network on a dataset.

    Args:
        task: the network.
        samples: the data.
        change: returns the image (bands, rows, cols) that the network receives, given index and image; None: the
            original.
        device: torch device.
    """
    with torch.inference_mode():
        if isinstance(task, SceneRecognition):
            right = [int(_scores(task, samples, i, change, device).argmax()) == int(samples[i].target)
                     for i in range(len(samples))]  # fmt: skip
            return {"accuracy": float(np.mean(right))}
        if isinstance(task, Segmentation):
            counts = np.zeros((len(samples.classes), len(samples.classes)), dtype=np.int64)
            for i in range(len(samples)):
                predicted = _scores(task, samples, i, change, device).argmax(0).cpu().numpy()
                counts += confusion(predicted, samples[i].target.numpy(), len(samples.classes))
            return {"miou": mean_iou(counts)}
        assert isinstance(task, Geolocation)  # nosec B101 # a reminder for the type checker, not a check
        queries = np.stack([_scores(task, samples, i, change, device).cpu().numpy() for i in range(len(samples))])
        views = (samples[i].partner for i in range(len(samples)))
        seen = [task.predict(view[None].to(device), "satellite")[0] for view in views if view is not None]
        gallery = [descriptor.cpu().numpy() for descriptor in seen]
        return retrieval_figures(retrieval_ranks(queries, np.stack(gallery)))


def _scores(task: Normalized, samples: Samples, index: int, change: Occlude | None, device: str) -> torch.Tensor:
    image = samples[index].image
    image = change(index, image) if change else image
    assert isinstance(task, SceneRecognition | Segmentation | Geolocation)  # nosec B101 # a reminder for the type checker, not a check
    return task.predict(image[None].to(device))[0]
