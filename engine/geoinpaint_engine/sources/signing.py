"""Signs file URLs with their provider's own package, just before they are requested."""

from __future__ import annotations

from collections.abc import Callable

from geoinpaint_engine.errors import ResourceError
from geoinpaint_engine.sources.catalogues import Catalogue


def signer(catalogue: Catalogue) -> Callable[[str], str]:
    """The function that signs a catalogue's file URLs; the provider's package reads its key from the environment.

    Raises:
        ResourceError: `stac-missing`.
    """
    if catalogue.signing != "planetary-computer":
        return _unchanged
    try:
        import planetary_computer
    except ImportError as error:
        raise ResourceError(
            "stac-missing", "Files of the Planetary Computer are signed by its package, which is not installed.",
            "Install it: pip install planetary-computer.",
        ) from error  # fmt: skip

    def sign(url: str) -> str:
        return str(planetary_computer.sign_url(url))

    return sign


def _unchanged(url: str) -> str:
    return url
