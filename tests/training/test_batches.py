"""Batches: drawn by workers, kept in a bank, with known starts and further images."""

from dataclasses import replace
from functools import partial

import numpy as np
import pytest
import torch

from geoinpaint_engine.methods.network.networks import occlude
from geoinpaint_training.adversarial import AdversarialTrainer
from geoinpaint_training.augment import turned
from geoinpaint_training.bank import Bank, Batch
from geoinpaint_training.batches import draw_batch, load_batches
from geoinpaint_training.datasets import open_samples
from geoinpaint_training.inpaint_config import InpaintConfig, make_generator
from geoinpaint_training.maskmix import read_seed_masks
from geoinpaint_training.memory import Cached
from geoinpaint_training.settings import make_config
from geoinpaint_training.tasks import TaskCard, build_task, frozen
from tests.training.running import TINY


@pytest.mark.filterwarnings("ignore:This DataLoader will create")
def test_workers_draw_the_same_batches_from_any_step_on(places):
    samples = Cached(open_samples("scene", places / "scene", train=True, size=48))
    config = make_config(InpaintConfig, {**TINY, "batch": 3})
    draw = partial(draw_batch, samples, read_seed_masks(places / "masks"), config)
    expected = [draw(step) for step in range(6)]
    assert not torch.equal(expected[0][0].image, expected[1][0].image)
    for first, workers in ((0, 0), (2, 0), (0, 2), (3, 1)):
        got = list(load_batches(draw, first=first, steps=6, workers=workers))
        assert len(got) == 6 - first
        for (batch, mask), (wanted, wanted_mask) in zip(got, expected[first:], strict=True):
            assert torch.equal(batch.image, wanted.image)
            assert torch.equal(batch.target, wanted.target)
            assert torch.equal(mask, wanted_mask)


def test_a_bank_s_batch_is_its_entries_turned_with_their_starts(places):
    samples = open_samples("scene", places / "scene", train=True, size=32)
    config = make_config(InpaintConfig, {**TINY, "batch": 4, "coherent": True})
    network = make_generator(config)
    draw = partial(draw_batch, samples, read_seed_masks(places / "masks"), config)
    bank = Bank([draw(step) for step in range(3)], network, device="cpu", seed=1)
    images = torch.cat([draw(step)[0].image for step in range(3)])
    first, again, second = bank.batch(0, 6), bank.batch(0, 6), bank.batch(1, 6)
    assert torch.equal(first.samples.image, again.samples.image)
    found = []
    for batch in (first, second):
        start = network.start(occlude(batch.samples.image, batch.mask), batch.mask)
        torch.testing.assert_close(batch.start, start, atol=3e-3, rtol=0)
        for image in batch.samples.image:
            distances = [min((turned(other, turn) - image).abs().max() for turn in range(8)) for other in images]
            assert min(distances) < 1e-3  # half precision
            found.append(int(np.argmin(distances)))
    assert sorted(found) == list(range(12))


def test_a_known_start_changes_nothing(places):
    samples = open_samples("scene", places / "scene", train=True, size=32)
    config = make_config(InpaintConfig, {**TINY, "weight_gan": 0.0})
    batch, mask = draw_batch(samples, read_seed_masks(places / "masks"), config, 0)
    terms = []
    for known in (False, True):
        trainer = AdversarialTrainer(config, task=None, perceptual=None)
        start = trainer.generator.start(occlude(batch.image, mask), mask) if known else None
        terms.append(trainer.step(Batch(batch, mask, start)))
    assert terms[0] == terms[1]


def test_further_images_have_no_class_and_zooms_change_the_image_alone(places):
    samples = open_samples("scene", places / "scene", train=True, size=32)
    seeds = read_seed_masks(places / "masks")
    config = make_config(InpaintConfig, {**TINY, "batch": 16, "more_share": 0.5})
    batch, _ = draw_batch(samples, seeds, config, 0, more=samples)
    assert 0 < int((batch.target == -1).sum()) < 16
    plain, zoomed = (draw_batch(samples, seeds, replace(config, zoom=zoom), 0)[0] for zoom in (1.0, 1.7))
    assert plain.image.shape == zoomed.image.shape
    assert torch.equal(plain.target, zoomed.target)
    task = frozen(build_task(TaskCard("scene", "torchvision:squeezenet1_1", samples.classes, size=48)))
    one = task.loss(plain.image[:1], plain.target[:1])
    unknown = torch.cat([plain.target[:1], torch.full((15,), -1)])
    torch.testing.assert_close(task.loss(plain.image, unknown), one)
