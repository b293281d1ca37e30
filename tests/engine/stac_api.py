"""A STAC API that is not ours (stac-fastapi, searching GeoParquet by DuckDB), as a process of its own environment.

    .venv/stac/bin/python tests/engine/stac_api.py ITEMS.json FOLDER

serves the items of a list on 127.0.0.1, and prints its address when it can be asked. The tables lie in FOLDER.
"""

import asyncio
import json
import platform
import socket
import sys
from importlib.util import find_spec
from pathlib import Path

import rustac
import uvicorn
from stac_fastapi.geoparquet.api import create
from stac_fastapi.geoparquet.settings import Settings

EXTENSIONS = ("icu", "parquet", "spatial")  # of DuckDB, which would download them


def extensions(folder: Path) -> Path:
    """A folder of DuckDB's extensions as it looks for them, from their packages."""
    machine = {"x86_64": "amd64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())
    for name in EXTENSIONS:
        package = Path(find_spec(f"duckdb_extension_{name}").submodule_search_locations[0])
        file = next(package.glob(f"extensions/*/{name}.duckdb_extension"))
        place = folder / file.parent.name / f"linux_{machine}"
        place.mkdir(parents=True, exist_ok=True)
        (place / file.name).symlink_to(file)
    return folder


async def collections(items: list, folder: Path) -> Path:
    """Writes the items of each collection as a table, and the list of collections that the API reads."""
    out = []
    for name in sorted({item["collection"] for item in items}):
        table = folder / f"{name}.parquet"
        await rustac.write(str(table), [item for item in items if item["collection"] == name])
        out.append({
            "type": "Collection", "id": name, "stac_version": "1.0.0", "description": name, "license": "other",
            "extent": {"spatial": {"bbox": [[-180, -90, 180, 90]]}, "temporal": {"interval": [[None, None]]}},
            "links": [], "assets": {"data": {"href": str(table), "type": "application/vnd.apache.parquet"}},
        })  # fmt: skip
    place = folder / "collections.json"
    place.write_text(json.dumps(out))
    return place


def main() -> None:
    """Serves until it is ended."""
    items, folder = json.loads(Path(sys.argv[1]).read_text()), Path(sys.argv[2])
    client = rustac.DuckdbClient(extension_directory=extensions(folder / "extensions"))
    settings = Settings(
        stac_fastapi_collections_href=str(asyncio.run(collections(items, folder))), stac_fastapi_landing_id="tests",
        stac_fastapi_title="tests", stac_fastapi_description="The items of the tests.",
    )  # fmt: skip
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()  # from here on requests wait
    print(f"http://127.0.0.1:{listening.getsockname()[1]}", flush=True)
    server = uvicorn.Server(uvicorn.Config(create(settings, client).app, log_level="warning"))
    server.run(sockets=[listening])


if __name__ == "__main__":
    main()
