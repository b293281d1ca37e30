"""Settings of a training of the inpainter, and the networks that they describe."""

from __future__ import annotations

from dataclasses import dataclass

from geoinpaint_engine.methods.network.networks import CoarseToFine, NetworkConfig
from geoinpaint_training.datasets import DATA_SETS
from geoinpaint_training.losses import GAN_FORMS, LAMBDA
from geoinpaint_training.maskmix import mask_area
from geoinpaint_training.perceptual import OFF
from geoinpaint_training.pix2pix import Pix2Pix
from geoinpaint_training.settings import option

RGB = 3

Generator = CoarseToFine | Pix2Pix


@dataclass(frozen=True)
class InpaintConfig:
    """Settings of a training of the inpainter; network and losses default to the paper's."""

    task: str = option("scene", "the data set's kind; raster: own scenes, without a task", choices=DATA_SETS)
    data: str = option("", "folder of the training part (LoveDA, CVUSA: the top folder)")
    bands: tuple[str, ...] = option((), "raster: names of the bands that are filled, such as B02 B03 B04 B08")
    more_data: str = option("", "scene: folder of further images, whose classes are ignored")
    more_share: float = option(0.0, "share of the images that is drawn from the further ones")
    masks: str = option("", "folder of seed masks (prepare_masks.py)")
    folder: str = option("work/inpainter", "folder for log, checkpoint and result")
    task_network: tuple[str, ...] = option((), "weights of frozen task networks (mean of their losses); none: baseline")
    task_factory: str = option("", "package.module:function that makes an own task network")
    method: str = option("coarse-to-fine", "what is trained", choices=("coarse-to-fine", "coarse", "pix2pix"))
    width: int = option(64, "channels of the first stage")
    depth: tuple[int, ...] = option((3, 4, 6, 3, 3, 3), "residual blocks per stage; four stages: the released code's")
    norm: str = option("batch", "normalisation", choices=("batch", "group", "instance"))
    smooth_start: bool = option(False, "start from a smooth fill of the hole and learn the residual")
    coherent: bool = option(False, "let that smooth fill follow the edges of the image")
    unshuffle: int = option(1, "side in px of the cells the networks work on")
    discriminator_width: int = option(64, "channels of the discriminators' first layer")
    start: str = option(
        "", "model.safetensors of another run of the same networks, or an exported model, to start from"
    )
    learns: str = option("both", "which of the networks is trained", choices=("both", "refinement"))
    resnet34: str = option(OFF, "ImageNet weights of the first encoder stages: off, torchvision, or a safetensors file")
    perceptual: str = option(
        OFF, "LPIPS: off, torchvision, or a safetensors file with ImageNet weights of VGG16 (or MobileNetV2)"
    )
    maskmix: bool = option(True, "mix masks (Eq. 7)")
    maskmix_share: float = option(1.0, "share of the masks that is mixed, where they are; the others are only placed")
    gan: str = option("log", "form of the adversarial loss", choices=GAN_FORMS)
    weight_l1: float = option(1.0, "weight of L1 (Eq. 6: 1)")
    weight_gan: float = option(1.0, "weight of the adversarial loss (Eq. 6: 1); 0 leaves the discriminators out")
    weight_perceptual: float = option(1.0, "weight of LPIPS (Eq. 6: 1)")
    weight_task: float = option(-1.0, "lambda; -1: the paper's, 5 or, for geolocation, 1.2")
    weight_square: float = option(0.0, "weight of relative squared differences in the hole (not in the paper); 0: none")
    weight_structure: float = option(0.0, "weight of 1 - SSIM in the hole (not in the paper); 0: none")
    l1_region: str = option("image", "where L1 is computed: image (paper) or hole", choices=("image", "hole"))
    image_size: int = option(256, "side in px that images are read at (segmentation: 512)")
    zoom: float = option(1.0, "scene: half of the crops are zoomed by 1 to this; 1: none")
    crop: int = option(256, "side in px of the crops used for training")
    workers: int = option(0, "processes that draw batches in advance; 0: none")
    bank: int = option(0, "number of precomputed batches that steps draw from; 0: each step draws its own")
    steps: int = option(35000, "steps of the optimisers")
    batch: int = option(4, "images per step, over all processes")
    rate: float = option(2e-4, "maximum learning rate of the networks")
    discriminator_rate: float = option(2e-4, "maximum learning rate of the discriminators")
    momentum: float = option(0.5, "Adam's beta 1 (0.5 as in pix2pix, where the adversarial set-up comes from)")
    weight_decay: float = option(0.0, "AdamW's weight decay of the networks")
    clip: float = option(0.0, "maximum norm of the networks' gradient; 0: no limit")
    ema: float = option(0.0, "decay of the averaged weights that are exported; 0: the last weights")
    precision: str = option("fp32", "arithmetic of the networks", choices=("fp32", "bf16", "fp16"))
    compile: bool = option(False, "compile the networks (torch.compile)")
    seed: int = option(1, "seed of weights, order, crops and masks")
    device: str = option("cpu", "torch device; under torchrun each process uses its own")
    hold_out: int = option(64, "images held out from training for validation")
    validate_every: int = option(500, "steps between validations")
    patience: int = option(0, "validations without a better PSNR before the training stops; 0: never")
    save_minutes: float = option(5.0, "minutes between checkpoints")
    max_minutes: float = option(0.0, "end this session after this many minutes; 0: no limit")
    log_every: int = option(50, "steps between lines of the log")
    tensorboard: bool = option(True, "write TensorBoard files")
    smoke: bool = option(False, "two tiny steps, to test the set-up")

    @property
    def network(self) -> NetworkConfig:
        """The settings of the networks."""
        return NetworkConfig(
            bands_in=self.band_count, bands_out=self.band_count,
            width=self.width, depth=self.depth, norm=self.norm, smooth_start=self.smooth_start,
            coherent=self.coherent, unshuffle=self.unshuffle, refine=self.method == "coarse-to-fine",
        )  # fmt: skip

    @property
    def band_count(self) -> int:
        """Number of bands of the images."""
        return len(self.bands) or RGB

    @property
    def area(self) -> tuple[float, float]:
        """Bounds of the masked share of an image: 10 to 20 % for segmentation and geolocation, else 15 to 60 %."""
        return mask_area(self.task)

    @property
    def weights(self) -> dict[str, float]:
        """Weight of each term of Eq. 6."""
        weight = LAMBDA.get(self.task, 0.0) if self.weight_task < 0 else self.weight_task
        terms = {"l1_coarse": self.weight_l1, "l1_refined": self.weight_l1, "gan_coarse": self.weight_gan}
        terms |= {"gan_refined": self.weight_gan, "perceptual": self.weight_perceptual, "task": weight}
        # only terms that are used, so that the paper's settings list the paper's terms
        for name, weight in (("square", self.weight_square), ("structure", self.weight_structure)):
            if weight:
                terms |= {f"{name}_coarse": weight, f"{name}_refined": weight}
        return terms


def make_generator(config: InpaintConfig) -> Generator:
    """Creates the networks; their weights depend on the state of the global generator."""
    bands = config.band_count
    return Pix2Pix(bands, bands, width=config.width) if config.method == "pix2pix" else CoarseToFine(config.network)
