"""What the plugin knows of the engine is what the engine has."""

import importlib.util
import json
from pathlib import Path

ROOT = Path(__file__).parents[2]


def exporter():
    spec = importlib.util.spec_from_file_location("export_interface", ROOT / "scripts" / "export_interface.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_plugins_file_is_what_the_engine_exports():
    exported = json.loads(json.dumps(exporter().interface()))
    known = json.loads((ROOT / "geoinpaint_qgis" / "interface.json").read_text(encoding="utf-8"))
    assert known == exported, "run scripts/export_interface.py"
    assert list(known["fills"]) == list(exported["fills"])  # the first is the default
    assert "mask-empty" in known["codes"]
