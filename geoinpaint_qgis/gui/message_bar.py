"""The panel's messages in QGIS's message bar."""

from __future__ import annotations

import html
from typing import Any, Callable, Iterable, Tuple

from qgis.PyQt.QtWidgets import QPushButton

from geoinpaint_qgis.runner import messages
from geoinpaint_qgis.translate import tr

SECONDS = 8  # duration of a message without buttons; others stay until closed


def say(bar: Any, text: str, level: Any, *, buttons: Iterable[Tuple[str, Callable[[], None]]] = ()) -> None:
    """Shows a message; `bar` is None if QGIS has no window, `buttons` are pairs of text and action."""
    if bar is None or not text:
        return
    # the bar interprets HTML, which file names may resemble
    item = bar.createMessage(tr("GeoInpaint"), html.escape(messages.plain(text), quote=False))
    stays = False
    for label, slot in buttons:
        button = QPushButton(label)
        button.clicked.connect(slot)
        item.layout().addWidget(button)
        stays = True
    bar.pushWidget(item, level, 0 if stays else SECONDS)
