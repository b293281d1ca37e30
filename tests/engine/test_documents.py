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


# What imports what: a room may import from those below it, and from itself.
FLOORS = (
    {"errors", "modes"},
    {"events", "paths", "dilation"},
    {"job"},
    {"surplus"},
    {"raster"},
    {"sentinel"},
    {"solvers", "quality", "sources"},
    {"methods"},
    {"report"},
    {"pipeline"},
    {"cli", "api"},
    {"__main__", "xarray"},
)
FLOOR = {room: height for height, rooms in enumerate(FLOORS) for room in rooms}
TORCH = ("methods/dip/", "methods/network/", "methods/device.py")
# what methods may share beside the contract
SHARED_BY_METHODS = {"base", "device", "fills"}


def imports_of(module: Path):
    """Dotted names that a module imports; of `from package import name` also "package.name"."""
    for node in ast.walk(ast.parse(module.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def rooms_of(module: Path):
    """The rooms that a module imports from."""
    for name in imports_of(module):
        parts = name.split(".")
        if parts[0] == "geoinpaint_engine" and len(parts) > 1 and not parts[1].startswith("__"):
            yield parts[1]


def test_imports_point_down():
    crossed = []
    for module in ENGINE.rglob("*.py"):
        room = module.relative_to(ENGINE).parts[0].removesuffix(".py")
        if room == "__init__":
            continue
        for imported in rooms_of(module):
            if imported != room and FLOOR[imported] >= FLOOR[room]:
                crossed.append(f"{module.relative_to(ENGINE)} imports {imported}")
    assert sorted(set(crossed)) == []


def test_methods_do_not_know_each_other():
    crossed = []
    for module in ENGINE.glob("methods/*/**/*.py"):
        own = module.relative_to(ENGINE).parts[1]
        for name in imports_of(module):
            parts = name.split(".")
            of_methods = parts[:2] == ["geoinpaint_engine", "methods"] and len(parts) > 2
            if of_methods and parts[2] not in {own, *SHARED_BY_METHODS}:
                crossed.append(f"{module.relative_to(ENGINE)} imports {name}")
    assert sorted(set(crossed)) == []


def test_torch_is_imported_by_its_own_methods_alone():
    """At the top of a module: a command may ask whether PyTorch is there."""
    found = []
    for module in ENGINE.rglob("*.py"):
        place = module.relative_to(ENGINE).as_posix()
        for node in ast.parse(module.read_text()).body:
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else [getattr(node, "module", None)]
            if any((name or "").split(".")[0] == "torch" for name in names) and not place.startswith(TORCH):
                found.append(place)
    assert found == []


def test_the_engine_knows_nothing_of_training():
    assert [m for m in ENGINE.rglob("*.py") if any(n.startswith("geoinpaint_training") for n in imports_of(m))] == []


def anchors_of(page: Path):
    """The anchors of a Markdown page's headings, as GitHub names them."""
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    for heading in re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE):
        words = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading).lower()
        yield re.sub(r"[^\w\- ]", "", words).replace(" ", "-")


def test_links_between_documents_lead_somewhere():
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
    assert len(pages) > 15
    broken = []
    for page in pages:
        for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
            path, _, anchor = link.partition("#")
            target = page.parent / path if path else page
            if re.match("[a-z]+:", link):
                continue
            if not target.exists() or (anchor and anchor not in anchors_of(target)):
                broken.append(f"{page.name}: {link}")
    assert broken == []
