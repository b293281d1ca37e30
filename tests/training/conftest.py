"""What the tests of training share: small data of the three tasks with seed masks, and a classifier of them."""

import pytest

from tests.engine.conftest import geoinpaint  # noqa: F401  # a fixture
from tests.training.data_maker import make_cvusa, make_loveda, make_masks, make_scenes
from tests.training.running import script


@pytest.fixture(scope="session")
def places(tmp_path_factory):
    """Data of the three tasks and seed masks."""
    root = tmp_path_factory.mktemp("data")
    make_masks(root / "masks")
    make_scenes(root / "scene", classes=3, images=7)
    make_loveda(root / "segmentation", images=5)
    make_cvusa(root / "geolocation", train=10, val=4)
    return root


@pytest.fixture(scope="session")
def classifier(places):
    folder = places / "classifier"
    script("train_task_network").main(
        ["--data", str(places / "scene"), "--folder", str(folder), "--architecture", "torchvision:squeezenet1_1",
         "--size", "32", "--image-size", "32", "--smoke", "--no-tensorboard"]
    )  # fmt: skip
    return folder / "task.safetensors"
