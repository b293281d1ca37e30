"""Data sets in their published layouts, what is said of broken ones, and metrics against other ways to count."""

import shutil

import numpy as np
import pytest
import torch

from geoinpaint_engine.errors import InputError
from geoinpaint_training.augment import augmented, rng_at, stacked, turned, zoomed
from geoinpaint_training.batches import batch_indices
from geoinpaint_training.data import Cvusa, ImageFolder, LoveDa, Sample
from geoinpaint_training.datasets import open_samples
from geoinpaint_training.scores import confusion, mean_iou, retrieval_figures, retrieval_ranks, task_score
from geoinpaint_training.tasks import TaskCard, build_task, frozen
from tests.training.data_maker import make_cvusa, make_loveda, make_scenes, save_image


def test_image_folders_give_images_and_classes_in_order(tmp_path):
    samples = ImageFolder(make_scenes(tmp_path / "scenes", classes=3, images=2), size=32)
    assert samples.classes == ("class0", "class1", "class2")
    assert [int(samples[i].target) for i in range(len(samples))] == [0, 0, 1, 1, 2, 2]
    assert samples[0].image.shape == (3, 32, 32)
    assert 0 <= samples[0].image.min() <= samples[0].image.max() <= 1


def test_broken_image_folders_are_told_in_one_sentence(tmp_path):
    root = make_scenes(tmp_path / "scenes", classes=3, images=1)
    with pytest.raises(InputError, match="no folder"):
        ImageFolder(tmp_path / "absent")
    with pytest.raises(InputError, match="3 class folders, 7 expected"):
        ImageFolder(root, classes=7)
    with pytest.raises(InputError, match="holds no folders"):
        ImageFolder(root / "class0")
    path = next((root / "class1").iterdir())
    path.write_bytes(path.read_bytes()[:40])
    with pytest.raises(InputError, match=path.name):
        _ = ImageFolder(root)[1]
    path.unlink()
    with pytest.raises(InputError, match="holds no images"):
        ImageFolder(root)


def test_cvusa_pairs_panoramas_with_satellite_views(tmp_path):
    root = make_cvusa(tmp_path / "cvusa", train=3, val=2)
    samples = Cvusa(root, "train", size=(16, 48))
    assert len(samples) == 3
    assert samples[1].image.shape == samples[1].partner.shape == (3, 16, 48)
    assert int(samples[1].target) == 1
    # the panoramas of the made data are dark, the satellite views bright
    assert samples[0].image.mean() < 0.4 < samples[0].partner.mean()
    assert len(open_samples("geolocation", root, train=False, size=32)) == 2


def test_a_half_downloaded_cvusa_is_told(tmp_path):
    root = make_cvusa(tmp_path / "cvusa", train=3, val=2)
    (root / "streetview" / "panos" / "0000001.jpg").unlink()
    with pytest.raises(InputError, match="1 of 6 files"):
        Cvusa(root, "train")
    with pytest.raises(InputError, match=r"no splits/val-19zl\.csv"):
        Cvusa(root / "bingmap", "val")
    with pytest.raises(InputError, match="no folder"):
        Cvusa(tmp_path / "absent", "train")


def test_loveda_s_labels_are_shifted_and_no_data_is_ignored(tmp_path):
    root = make_loveda(tmp_path / "loveda", images=2)
    samples = LoveDa(root, "Train", size=64)
    assert len(samples) == 4  # two of each area
    labels = samples[0].target
    assert labels.shape == (64, 64)
    assert samples[0].image.shape == (3, 64, 64)
    assert labels.unique().tolist() == [-1, 0, 1, 2, 3, 4, 5, 6]


def test_a_wrongly_laid_out_loveda_is_told(tmp_path):
    root = make_loveda(tmp_path / "loveda", images=1)
    save_image(root / "Train" / "Urban" / "masks_png" / "0.png", np.full((8, 8), 9, np.uint8))
    with pytest.raises(InputError, match="label 9"):
        _ = LoveDa(root, "Train", size=32)[1]
    (root / "Val" / "Rural" / "masks_png" / "0.png").unlink()
    with pytest.raises(InputError, match="1 of 2 files"):
        LoveDa(root, "Val")
    shutil.rmtree(root / "Train" / "Rural" / "masks_png")
    with pytest.raises(InputError, match="no images_png and masks_png"):
        LoveDa(root, "Train")


def test_crops_and_turns_take_the_labels_along():
    image = torch.arange(3 * 10 * 10.0).view(3, 10, 10)
    for step in range(8):
        sample = augmented(Sample(image, image[0].long()), size=6, generator=rng_at(1, step), turns=True)
        assert torch.equal(sample.image[0].long(), sample.target)
    assert len({tuple(turned(image[0], turn).flatten().tolist()) for turn in range(8)}) == 8
    pair = Sample(image, torch.tensor(0), image)
    assert augmented(pair, size=6, generator=rng_at(1), turns=True) is pair
    assert zoomed(torch.rand(3, 20, 20), size=12, generator=rng_at(2)).shape == (3, 12, 12)
    assert stacked([pair, pair]).partner.shape == (2, 3, 10, 10)


def test_every_epoch_is_a_permutation_and_batches_follow_the_step():
    steps = [batch_indices(10, seed=1, step=step, batch=4) for step in range(5)]
    order = [index for indices in steps for index in indices]
    assert sorted(order[:10]) == sorted(order[10:]) == list(range(10))
    assert order[:10] != order[10:]
    assert steps[3] == batch_indices(10, seed=1, step=3, batch=4)


def test_mean_iou_is_the_mean_of_the_sets_overlaps():
    generator = np.random.default_rng(0)
    labels, predicted = generator.integers(-1, 4, (2, 30, 30)), generator.integers(0, 4, (2, 30, 30))
    ratios = []
    for value in range(4):
        wanted = {tuple(place) for place in np.argwhere(labels == value)}
        got = {tuple(place) for place in np.argwhere((predicted == value) & (labels >= 0))}
        ratios.append(len(wanted & got) / len(wanted | got))
    assert mean_iou(confusion(predicted, labels, 4)) == pytest.approx(np.mean(ratios))
    # classes that occur nowhere do not count
    assert mean_iou(confusion(np.zeros(3, int), np.zeros(3, int), 7)) == 1


def test_recall_and_average_precision_agree_with_sorting_and_the_trapezoid_rule():
    generator = np.random.default_rng(1)
    gallery = generator.normal(size=(120, 16))
    gallery /= np.linalg.norm(gallery, axis=1, keepdims=True)
    queries = gallery + generator.normal(scale=0.25, size=gallery.shape)
    figures = retrieval_figures(retrieval_ranks(queries, gallery))
    hits, areas = {1: 0, 5: 0, 10: 0}, []
    for i, query in enumerate(queries):
        order = np.argsort(-(gallery @ query))
        for k in hits:
            hits[k] += i in order[:k]
        # precision and recall after each place of the list, with the point (0, 1) before it where the first is right
        found = np.cumsum(order == i)
        recall = np.concatenate([[0], found])
        precision = np.concatenate([[1.0], found / np.arange(1, len(order) + 1)])
        if order[0] != i:
            precision[0] = 0
        areas.append(np.trapezoid(precision, recall))
    assert 0.2 < figures["recall@1"] < 1
    for k, count in hits.items():
        assert figures[f"recall@{k}"] == pytest.approx(count / 120)
    assert figures["recall@1%"] == figures["recall@1"]
    assert figures["ap"] == pytest.approx(np.mean(areas))


def test_task_scores_over_data_sets(tmp_path):
    torch.manual_seed(0)
    scenes = ImageFolder(make_scenes(tmp_path / "scenes", classes=2, images=2), size=48)
    task = frozen(build_task(TaskCard("scene", "torchvision:squeezenet1_1", scenes.classes)))
    right = [int(task(scenes[i].image[None]).argmax()) == int(scenes[i].target) for i in range(4)]
    assert task_score(task, scenes) == {"accuracy": np.mean(right)}
    white = task_score(task, scenes, change=lambda index, image: torch.ones_like(image))
    assert white["accuracy"] == 0.5  # all images alike: one class of two
    places = Cvusa(make_cvusa(tmp_path / "cvusa", train=3, val=2), "train", size=(64, 64))
    figures = task_score(frozen(build_task(TaskCard("geolocation", "lpn:tiny", places.classes))), places)
    assert set(figures) == {"recall@1", "recall@5", "recall@10", "recall@1%", "ap"}
    assert figures["recall@5"] == 1
    land = LoveDa(make_loveda(tmp_path / "loveda", images=1), "Val", size=64)
    figures = task_score(frozen(build_task(TaskCard("segmentation", "hrnet:18_small", land.classes))), land)
    assert 0 <= figures["miou"] <= 1
