"""The components that stand for the evidence of large scenes keep what predicts the bands, however little varies."""

import numpy as np

from geoinpaint_engine.methods.ensemble.components import REST, predictive_components, principal_components

CHANNELS, PIXELS = 20, 4000


def evidence_of(rng):
    """(channels, n) standardised channels that have much in common, and (2, n) bands that tell of what they have not.

    The last two channels alone predict the bands, and vary least: principal components leave them out.
    """
    common = np.repeat(rng.standard_normal((9, PIXELS)), 2, axis=0)
    table = np.concatenate([common, np.zeros((2, PIXELS))])
    table += 0.3 * rng.standard_normal(table.shape)
    return table.astype("f4"), 100 * table[-2:].astype("f4")


def missed(components, table, bands):
    """The share of the bands' variance that a regression on the components leaves."""
    kept = components.T @ table
    coefficients, *_ = np.linalg.lstsq(kept.T, bands.T, rcond=None)
    return float(((bands.T - kept.T @ coefficients) ** 2).mean() / (bands**2).mean())


def test_what_predicts_the_bands_is_kept_even_where_it_varies_least(rng):
    table, bands = evidence_of(rng)
    halves = [(table[:, :1000], bands[:, :1000]), (table[:, 1000:], bands[:, 1000:])]
    components = predictive_components(*zip(*halves, strict=True))
    assert components.shape == (CHANNELS, len(bands) + REST)
    assert missed(components, table, bands) < 0.01
    assert missed(principal_components([table], len(bands) + REST), table, bands) > 0.3


def test_with_few_channels_or_little_ground_all_are_kept(rng):
    table, bands = evidence_of(rng)
    assert predictive_components([table[: len(bands) + REST]], [bands]) is None
    assert predictive_components([table[:, :500]], [bands[:, :500]]) is None
