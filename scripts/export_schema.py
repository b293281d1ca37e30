"""Write the published JSON Schema of a job to docs/job.schema.json."""

import json
from pathlib import Path

from geoinpaint_engine import job

TARGET = Path(__file__).parents[1] / "docs" / "job.schema.json"

if __name__ == "__main__":
    TARGET.write_text(json.dumps(job.schema(), indent=2) + "\n")
    print(TARGET)
