"""Accuracy of a result against the truth: SSIM, PSNR, RMSE, MAE and spectral angle, in the hole and over the image."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter

# Wang et al. 2004: Gaussian window of 11 x 11 pixels, sigma 1.5
SSIM_SIGMA = 1.5
SSIM_RADIUS = 5
SSIM_K1 = 0.01
SSIM_K2 = 0.03


@dataclass(frozen=True)
class Unit:
    """The unit in which errors are reported: value = DN * scale + offset.

    Args:
        name: as shown in the report.
        scale: unit per DN.
        offset: value of DN 0.
        data_range: range of the values, for SSIM's constants and PSNR's peak.
    """

    name: str
    scale: float
    offset: float = 0.0
    data_range: float = 1.0


DN2000 = Unit("dn2000", 1 / 2000)
"""The unit of Czerkawski et al. 2022: DN / 2000, with the data range 1."""

REFLECTANCE = Unit("reflectance", 1e-4)
"""Reflectance of Sentinel-2 products whose DN carry no offset, with the data range 1."""


def rmse(result: np.ndarray, truth: np.ndarray) -> float:
    """Root mean square error over all entries, in the arrays' unit; NaN for empty arrays."""
    return float(np.sqrt(_mean(np.square(_difference(result, truth)))))


def mae(result: np.ndarray, truth: np.ndarray) -> float:
    """Mean absolute error over all entries, in the arrays' unit; NaN for empty arrays."""
    return _mean(np.abs(_difference(result, truth)))


def psnr(result: np.ndarray, truth: np.ndarray, *, data_range: float) -> float:
    """Peak signal-to-noise ratio in dB; infinite for identical arrays, NaN for empty ones."""
    return _decibel(_mean(np.square(_difference(result, truth))), data_range)


def spectral_angle(result: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """Angle between two pixels' spectra in degrees: (bands, ...) each to (...); 90 where a spectrum is all 0."""
    one, other = result.astype(np.float64), truth.astype(np.float64)
    lengths = np.sqrt(np.square(one).sum(axis=0)) * np.sqrt(np.square(other).sum(axis=0))
    cosine = (one * other).sum(axis=0) / np.maximum(lengths, 1e-9)
    return np.degrees(np.arccos(np.clip(cosine, -1.0, 1.0)))


def ssim_map(result: np.ndarray, truth: np.ndarray, *, data_range: float) -> np.ndarray:
    """Structural similarity at each pixel of each band (Wang et al. 2004), population covariance.

    Args:
        result, truth: (bands, rows, cols); mirrored at the edges.
        data_range: range of the values in the same unit.

    Returns:
        (bands, rows, cols) float64, at most 1.
    """
    c1, c2 = (SSIM_K1 * data_range) ** 2, (SSIM_K2 * data_range) ** 2
    similarity = np.empty(result.shape)
    for band in range(result.shape[0]):
        one, other = result[band].astype(np.float64), truth[band].astype(np.float64)
        mean_one, mean_other = _window_mean(one), _window_mean(other)
        both = mean_one * mean_other
        squares = mean_one**2 + mean_other**2
        covariance = _window_mean(one * other) - both
        variances = _window_mean(one * one) + _window_mean(other * other) - squares
        similarity[band] = (2 * both + c1) * (2 * covariance + c2) / ((squares + c1) * (variances + c2))
    return similarity


@dataclass
class _Sums:
    """Running sums over the pixels of one region."""

    pixels: int = 0
    values: int = 0
    squares: float = 0.0
    absolutes: float = 0.0
    angles: float = 0.0

    def add(self, result: np.ndarray, truth: np.ndarray) -> None:
        """Adds (bands, n) values."""
        difference = result - truth
        self.pixels += result.shape[1]
        self.values += result.size
        self.squares += float(np.square(difference).sum())
        self.absolutes += float(np.abs(difference).sum())
        self.angles += float(spectral_angle(result, truth).sum())

    def figures(self, region: str, data_range: float) -> dict[str, float]:
        """RMSE, MAE, PSNR and SAM of the region, NaN where it is empty."""
        square = self.squares / self.values if self.values else float("nan")
        return {
            f"psnr_{region}": _decibel(square, data_range),
            f"rmse_{region}": float(np.sqrt(square)),
            f"mae_{region}": self.absolutes / self.values if self.values else float("nan"),
            f"sam_{region}": self.angles / self.pixels if self.pixels else float("nan"),
        }


def score(
    result: np.ndarray,
    truth: np.ndarray,
    hole: np.ndarray,
    *,
    valid: np.ndarray | None = None,
    unit: Unit = DN2000,
    strip: int = 512,
) -> dict[str, float]:
    """Metrics of a result against the truth, averaged over the bands.

    SSIM is the mean of the map over the hole; over the whole image it leaves out the 5 pixels along the edge, where the
    SSIM window is incomplete (scikit-image's convention). Works in strips of rows, with little memory besides the
    arrays, which may be memory-mapped.

    Args:
        result, truth: (bands, rows, cols) DN of any dtype.
        hole: (rows, cols) bool, True where the result was filled.
        valid: (rows, cols) bool, pixels that are evaluated; None: all.
        unit: that DN are converted to first.
        strip: rows processed at a time.

    Returns:
        ssim, psnr, rmse, mae and sam (degrees), each with the suffixes `_hole` and `_whole`; NaN for a region
        without pixels.

    Raises:
        ValueError: the shapes do not fit.
    """
    if result.shape != truth.shape or result.ndim != 3 or result.shape[1:] != hole.shape:
        raise ValueError(f"result {result.shape}, truth {truth.shape} and hole {hole.shape} do not fit")
    rows, cols = hole.shape
    # images smaller than the SSIM window have no interior: every pixel counts
    margin = SSIM_RADIUS if min(rows, cols) > 2 * SSIM_RADIUS else 0
    sums = {"hole": _Sums(), "whole": _Sums()}
    similar, counted = {"hole": 0.0, "whole": 0.0}, {"hole": 0, "whole": 0}
    for start in range(0, rows, strip):
        stop = min(start + strip, rows)
        top, bottom = max(start - SSIM_RADIUS, 0), min(stop + SSIM_RADIUS, rows)
        image, target = (np.asarray(a[:, top:bottom], np.float64) * unit.scale + unit.offset for a in (result, truth))
        if valid is not None:
            ignored = ~valid[top:bottom]
            image[:, ignored] = target[:, ignored] = 0.0
        core = slice(start - top, stop - top)
        counts = np.ones((stop - start, cols), bool) if valid is None else valid[start:stop]
        interior = np.zeros_like(counts)
        interior[max(margin - start, 0) : max(rows - margin - start, 0), margin : cols - margin] = True
        similarity = ssim_map(image, target, data_range=unit.data_range)[:, core]
        for region, where, ssim_pixels in (
            ("hole", hole[start:stop] & counts, hole[start:stop] & counts),
            ("whole", counts, counts & interior),
        ):
            sums[region].add(image[:, core][:, where], target[:, core][:, where])
            similar[region] += float(similarity[:, ssim_pixels].sum())
            counted[region] += int(np.count_nonzero(ssim_pixels)) * result.shape[0]
    figures: dict[str, float] = {}
    for region in ("hole", "whole"):
        figures[f"ssim_{region}"] = similar[region] / counted[region] if counted[region] else float("nan")
        figures |= sums[region].figures(region, unit.data_range)
    return figures


def _window_mean(plane: np.ndarray) -> np.ndarray:
    return gaussian_filter(plane, SSIM_SIGMA, radius=SSIM_RADIUS)


def _difference(result: np.ndarray, truth: np.ndarray) -> np.ndarray:
    return result.astype(np.float64) - truth.astype(np.float64)


def _mean(values: np.ndarray) -> float:
    return float(values.mean()) if values.size else float("nan")


def _decibel(square: float, data_range: float) -> float:
    if square == 0:
        return float("inf")
    return float(10 * np.log10(data_range**2 / square))
