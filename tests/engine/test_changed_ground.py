"""Beside a mask that leaves rims, ground that has changed is told apart from the rims of clouds and shadows."""

import numpy as np
import pytest

from geoinpaint_engine.quality.contamination import Series, learn
from geoinpaint_engine.quality.contamination.changed_ground import changed_ground
from geoinpaint_engine.quality.contamination.growth import Flags
from geoinpaint_engine.quality.contamination.judgement import judgement_of
from geoinpaint_engine.quality.contamination.signals import Signal
from tests.engine.clouded_scenes import SIZE as SIDE
from tests.engine.clouded_scenes import fields

FIELD = np.s_[40:56, 30:46]  # part of it lies in the hole, which ends at column 32


def signal_of(kind, there, amplitude, towards):
    """A signal that is flagged as cloud or shadow `there`, by an amplitude, and lies so far towards it."""
    flat, bands = np.zeros((SIDE, SIDE), np.float32), np.zeros((4, SIDE, SIDE), np.float32)
    deviations, size = np.where(there, np.float32(6), flat), np.where(there, np.float32(amplitude), flat)
    total = np.where(there, np.float32(36 / towards), np.float32(1))
    cloud, shadow = (deviations, flat) if kind == "cloud" else (flat, deviations)
    opacity, darkening = (size, flat) if kind == "cloud" else (flat, size)
    signal = Signal(cloud, shadow, opacity, darkening, total, bands, bands - 500, flat + 1, flat == 0)
    return Flags(there & (kind == "cloud"), there & (kind == "shadow"), flat, flat), signal


def hole_and(there=None):
    """(rows, cols) bool: the hole, and what is flagged beside it (FIELD as default)."""
    hole, found = np.zeros((2, SIDE, SIDE), bool)
    hole[:, :32] = True
    found[FIELD if there is None else there] = True
    return hole, found & ~hole


@pytest.mark.parametrize(("kind", "rim"), [("cloud", 4), ("shadow", 2)])
def test_a_field_that_differs_in_other_ways_too_is_changed_ground_beyond_the_rim(kind, rim):
    hole, there = hole_and()
    changed = changed_ground(*signal_of(kind, there, 0.2, towards=0.5), hole)
    assert changed[40:56, 32 + rim : 46].all()
    assert not changed[:, : 32 + rim].any()
    assert not (changed & ~there).any()


@pytest.mark.parametrize("kind", ["cloud", "shadow"])
def test_what_has_the_spectrum_of_cloud_or_darkness_is_cloud_or_shadow(kind):
    hole, there = hole_and()
    assert not changed_ground(*signal_of(kind, there, 0.2, towards=0.9), hole).any()


@pytest.mark.parametrize("kind", ["cloud", "shadow"])
def test_far_from_the_mask_nothing_is_judged_by_it(kind):
    """A window of a large scene may hold a mask that another window over the same ground does not hold."""
    hole, there = hole_and(np.s_[40:56, 64:80])
    changed = changed_ground(*signal_of(kind, there, 0.2, towards=0.5), hole)
    assert changed[40:56, 64:72].all()
    assert not changed[:, 72:].any()


@pytest.mark.parametrize("kind", ["cloud", "shadow"])
def test_large_wholes_are_clouds_and_shadows_of_their_own(kind):
    hole, there = hole_and(np.s_[10:80, 30:70])
    assert not changed_ground(*signal_of(kind, there, 0.2, towards=0.5), hole).any()


@pytest.mark.parametrize("dark", [0.3, 0.6])
def test_a_shadow_that_is_dark_beside_the_mask_or_deep_somewhere_is_one(dark):
    hole, there = hole_and(FIELD if dark < 0.5 else np.s_[40:56, 36:46])
    changed = changed_ground(*signal_of("shadow", there, dark, towards=0.5), hole)
    assert not changed[44:52, :40].any()
    assert changed_ground(*signal_of("shadow", there, 0.2, towards=0.5), hole)[44:52, 37:40].all()


@pytest.mark.parametrize("ragged", [True, False])
def test_changed_ground_is_used_as_it_is_and_still_reported(rng, ragged):
    images = fields(rng, dates=2).astype(np.float32)
    hole, there = hole_and()
    valid = np.stack([~hole, np.ones_like(hole)])
    series = Series(images, valid, hole)
    model = learn([series], [valid], clear=[valid[0]], trust=0.75, seed=0)
    flags, signal = signal_of("shadow", there, 0.2, towards=0.5)
    found = judgement_of(model, series, signal, flags, np.zeros((1, *hole.shape), bool), valid, ragged=ragged)
    assert (found.shadow == there).all()
    beyond = there & (np.arange(SIDE) >= 34)
    assert (found.restorable & found.seen)[beyond].all() == ragged
    assert (found.restored == images[0])[:, beyond].all() == ragged
    assert not found.restorable[there & ~beyond].any()
