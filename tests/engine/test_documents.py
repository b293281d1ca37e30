"""What the documents list is what the code has."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
ENGINE = ROOT / "engine" / "geoinpaint_engine"
ERRORS = {"UsageError", "InputError", "ResourceError", "EngineError", "Cancelled", "ParentGone"}


def codes_of(module: Path):
    """Codes of the errors and warnings that a module names."""
    for node in ast.walk(ast.parse(module.read_text())):
        if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name in ERRORS or name in ("warn", "warning"):
            yield str(node.args[0].value)


def test_every_code_is_documented():
    documented = set(re.findall(r"`([a-z0-9-]+)`", (ROOT / "docs" / "errors.md").read_text()))
    used = {code for module in ENGINE.rglob("*.py") for code in codes_of(module)}
    assert "mask-empty" in used
    assert sorted(used - documented) == []


def imports_of(module: Path):
    """Modules of the engine that a module imports, as ("room", "module")."""
    for node in ast.walk(ast.parse(module.read_text())):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("geoinpaint_engine."):
            yield node.module.split(".")[1]
        elif isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names if alias.name.split(".")[0] == "torch")
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "torch":
            yield "torch"


LEAVES = {"errors", "events"}
MAY_IMPORT = {
    "raster": LEAVES,
    "quality": LEAVES | {"raster"},
    "sentinel": LEAVES | {"raster"},
    "classical": LEAVES | {"raster", "quality", "optim"},
    "optim": LEAVES | {"raster", "quality", "torch"},
    "dip": LEAVES | {"raster", "quality", "optim", "classical", "torch", "job", "sentinel"},
    "guided": LEAVES | {"raster", "quality", "optim", "classical", "torch", "job", "sentinel"},
    "taskdriven": LEAVES | {"raster", "quality", "optim", "classical", "torch", "job", "models"},
    "models": LEAVES,
}


def test_imports_keep_to_the_rooms():
    """raster/ and quality/ know no method, methods do not know each other, and torch stays in its rooms."""
    crossed = []
    for module in ENGINE.glob("*/*.py"):
        room = module.parent.name
        for imported in imports_of(module):
            if imported != room and imported not in MAY_IMPORT[room]:
                crossed.append(f"{module.relative_to(ENGINE)} imports {imported}")
    assert crossed == []
