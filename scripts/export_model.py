"""Make a model that can be used and shipped of a training: half precision, with a card.

    python scripts/export_model.py work/run/model.safetensors --card scripts/cards/rgb-task.json -o mine.safetensors

The card's text (name, title, bands, scaling, data, licence, terms, figures, warnings) comes from a JSON file; network,
training and checksum are filled in. An exported model in place of the training keeps its own and gets another card.
`geoinpaint models add FILE` puts the model into the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import msgspec

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.methods.network.card import ModelCard, check_model
from geoinpaint_engine.methods.network.model_file import read_model, write_model
from geoinpaint_engine.raster.bands import canonical
from geoinpaint_training.checkpoints import load_tensors
from geoinpaint_training.export import keep_residual, network_card, read_training
from geoinpaint_training.inpaint_config import Generator, InpaintConfig
from geoinpaint_training.script_errors import exit_on_known_errors

KEPT = ("task", "method", "maskmix", "gan", "weight_l1", "weight_square", "weight_structure", "weight_gan",
        "weight_task", "perceptual", "l1_region", "learns", "crop", "batch", "rate", "seed")  # fmt: skip


@click.command(help=(__doc__ or "").split("\n", 1)[0])
@click.argument("training", type=click.Path(path_type=Path))
@click.option("--card", "card_file", required=True, type=click.Path(path_type=Path), help="JSON file with the text.")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The model file.")
@click.option(
    "--figures", type=click.Path(path_type=Path), help="JSON of evaluate_inpainting.py, whose rows are taken."
)
@click.option("--residual", default=1.0, show_default=True, type=click.FloatRange(0, 2),
              help="Share of the refinement's residual to keep.")  # fmt: skip
def main(training: Path, card_file: Path, output: Path, figures: Path | None, residual: float) -> None:
    """Write the model and say how large it is."""
    source = read_source(training)
    keep_residual(source.network, residual)
    try:
        text = msgspec.json.decode(card_file.read_bytes(), type=dict)
        measured = msgspec.json.decode(figures.read_bytes(), type=dict)["rows"] if figures else {}
        settings = {
            **text,
            "bands": card_bands(text.get("bands"), source.bands, source.band_count),
            "network": source.settings,
            "training": {**source.training, "residual": residual * source.training.get("residual", 1.0)},
        }
        if measured:
            settings["figures"] = {**text.get("figures", {}), "evaluation": measured}
        card = msgspec.convert({key: settings[key] for key in settings if key != "sha256"}, ModelCard)
    except (OSError, msgspec.DecodeError, msgspec.ValidationError, KeyError) as error:
        raise InputError("model-card", f"The card's text in {card_file} does not fit: {error}.") from error
    card = write_model(output, source.network.state_dict(), card)
    click.echo(f"{output}: {output.stat().st_size / 2**20:.2f} MiB, sha256 of its weights {card.sha256}")


@dataclass(frozen=True)
class Source:
    """What is exported.

    Args:
        network: with its weights.
        settings: what a card says of the networks.
        training: what a card keeps of the training.
        bands: their names, empty where the training knows none.
        band_count: how many the networks have.
    """

    network: Generator
    settings: dict
    training: dict
    bands: tuple[str, ...]
    band_count: int


def read_source(path: Path) -> Source:
    """A training, or an exported model that gets another card.

    Raises:
        InputError: as read_training and check_model.
    """
    if load_tensors(path)[1].get("kind") == "training":
        network, config, state = read_training(path)
        return Source(network, network_card(config), _training(config, state["step"], path), config.bands,
                      config.band_count)  # fmt: skip
    card = check_model(path)
    return Source(read_model(path, card), card.network, card.training, card.bands, len(card.bands))


def card_bands(named: list[str] | None, trained: Sequence[str], count: int) -> list[str]:
    """The bands a card names, or where it names none those of the training.

    Raises:
        InputError: `model-card`: the training has other bands, or another number of them.
    """
    bands = list(trained) if named is None else named
    if trained and [canonical(name) for name in bands] != [canonical(name) for name in trained]:
        raise InputError("model-card", f"The model's bands are {', '.join(trained)}, the card names others.")
    if len(bands) != count:
        raise InputError("model-card", f"The card names {len(bands)} bands, the networks have {count}.")
    return bands


def _training(config: InpaintConfig, step: int, path: Path) -> dict:
    """What a card keeps of a training: steps, the settings that matter, the commit of the code."""
    commit = path.parent / "commit.txt"
    kept = {key: getattr(config, key) for key in KEPT}  # also of a training from before a setting was there
    return {"steps": step, **kept, "commit": commit.read_text().strip() if commit.is_file() else ""}


if __name__ == "__main__":
    with exit_on_known_errors():
        main(standalone_mode=False)
