"""Masks: Eq. 7 step by step, bounds of area, and test masks that are the same every time."""

import cv2
import numpy as np
import pytest

from geoinpaint_engine.errors import InputError
from geoinpaint_training.maskmix import (
    PAPER_AREA,
    fixed_mask,
    mix_masks,
    placed_mask,
    random_operation,
    read_seed_masks,
    training_mask,
    transformed,
    within_area,
)


def cloud(size=64):
    rows, cols = np.mgrid[:size, :size] / size
    return ((rows - 0.4) ** 2 / 0.05 + (cols - 0.5) ** 2 / 0.1) < 1


def test_the_mix_is_equation_7():
    mix = mix_masks(cloud(), np.random.default_rng(3), threshold=0.3)
    assert len(mix.chains) == 3
    assert all(len(chain) == 3 for chain in mix.chains)
    assert mix.weights.sum() == pytest.approx(1)
    summed = mix.weights[3] * cloud() + sum(mix.weights[i] * mix.chains[i][2] for i in range(3))
    np.testing.assert_allclose(mix.summed, summed)
    assert np.array_equal(mix.mask, summed >= 0.3)


def test_each_link_of_a_chain_is_one_operation_of_the_one_before():
    generator = np.random.default_rng(5)
    mix = mix_masks(cloud(), np.random.default_rng(5))
    before = cloud().astype(np.float32)
    for link in mix.chains[0]:
        before = transformed(before, random_operation((64, 64), generator))
        assert np.array_equal(before, link)


def test_operations_are_translations_shears_and_rotations():
    generator = np.random.default_rng(0)
    kinds = set()
    for _ in range(60):
        linear = random_operation((40, 60), generator)[:, :2]
        if np.allclose(linear, np.eye(2)):
            kinds.add("translate")
        elif np.allclose(linear @ linear.T, np.eye(2)) and np.linalg.det(linear) > 0:
            kinds.add("rotate")
        elif np.allclose(np.diag(linear), 1):
            kinds.add("shear")
        else:
            pytest.fail(f"{linear} is none of the three")
    assert kinds == {"translate", "shear", "rotate"}


def test_a_translation_moves_the_mask():
    mask = cloud().astype(np.float32)
    moved = transformed(mask, np.array([[1.0, 0, 5], [0, 1, -3]]))
    assert np.array_equal(moved[:-3, 5:], mask[3:, :-5])


def test_masks_keep_within_their_area_and_follow_the_seed():
    seeds = [cloud(), cloud().T]
    areas = [training_mask(seeds, np.random.default_rng(i), size=64, maskmix=True).mean() for i in range(40)]
    assert PAPER_AREA[0] <= min(areas)
    assert max(areas) <= PAPER_AREA[1]
    assert max(areas) - min(areas) > 0.05
    one, again, other = (training_mask(seeds, np.random.default_rng(i), size=64, maskmix=True) for i in (1, 1, 2))
    assert np.array_equal(one, again)
    assert not np.array_equal(one, other)


def test_test_masks_are_fixed_and_not_mixed():
    seeds = [cloud()]
    one = fixed_mask(seeds, seed=1, image=4, draw=2, size=96)
    assert np.array_equal(one, fixed_mask(seeds, seed=1, image=4, draw=2, size=96))
    assert not np.array_equal(one, fixed_mask(seeds, seed=1, image=4, draw=3, size=96))
    # a placed ellipse is still in one piece, a mix mostly is not
    for i in range(20):
        assert cv2.connectedComponents(placed_mask(cloud(), np.random.default_rng(i), size=64).astype(np.uint8))[0] <= 2


def test_seed_masks_that_cannot_reach_the_area_are_told():
    with pytest.raises(InputError, match="15% to 60%"):
        training_mask([np.zeros((32, 32), bool)], np.random.default_rng(0), size=32, maskmix=False)
    assert within_area(lambda: cloud(), (0.0, 1.0)).shape == (64, 64)


def test_seed_masks_are_read_in_order(tmp_path):
    cv2.imwrite(str(tmp_path / "b.png"), cloud().astype(np.uint8) * 255)
    cv2.imwrite(str(tmp_path / "a.png"), np.zeros((64, 64), np.uint8))
    masks = read_seed_masks(tmp_path)
    assert [int(mask.sum()) for mask in masks] == [0, int(cloud().sum())]
    (tmp_path / "c.png").write_bytes(b"not a picture")
    with pytest.raises(InputError, match=r"c\.png"):
        read_seed_masks(tmp_path)
    with pytest.raises(InputError, match="no masks"):
        read_seed_masks(tmp_path / "absent")
