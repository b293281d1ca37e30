"""The panel's messages in QGIS's message bar."""

from __future__ import annotations

import html
from typing import Any, Callable, Iterable, Tuple

from qgis.PyQt.QtWidgets import QPushButton

from geoinpaint_qgis.runner import messages
from geoinpaint_qgis.translate import tr

SECONDS = 8  # that a message stays; one with buttons stays until it is closed


def say(bar: Any, text: str, level: Any, *, buttons: Iterable[Tuple[str, Callable[[], None]]] = ()) -> None:
    """Show a sentence; `bar` is None where QGIS has no window, `buttons` are words and what they do."""
    if bar is None or not text:
        return
    # the bar takes HTML, and the name of a file may look like some
    item = bar.createMessage(tr("GeoInpaint"), html.escape(messages.plain(text), quote=False))
    stays = False
    for label, slot in buttons:
        button = QPushButton(label)
        button.clicked.connect(slot)
        item.layout().addWidget(button)
        stays = True
    bar.pushWidget(item, level, 0 if stays else SECONDS)
