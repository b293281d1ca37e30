"""The locked requirements: every package has a hash, and what is asked for stands in the lock."""

import re

import pytest

from tests.engine.conftest import ROOT

ENGINE, TESTS = ROOT / "engine" / "requirements", ROOT / "tests"
LOCKS = [*sorted(ENGINE.glob("*.txt")), *sorted(TESTS.rglob("*requirements.txt"))]


def unhashed(text):
    """The requirements of a lock that have no hash."""
    joined = text.replace("\\\n", " ")
    lines = [line.strip() for line in joined.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return [line for line in lines if not re.search(r"--hash=sha256:[0-9a-f]{64}", line)]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: str(lock.relative_to(ROOT)))
def test_every_line_of_a_lock_has_a_hash(lock):
    assert unhashed(lock.read_text()) == []


def test_a_line_without_a_hash_is_found():
    good = "numpy==2.4.6 \\\n    --hash=sha256:" + "a" * 64 + "\n"
    assert unhashed(good) == []
    assert unhashed(good + "torch==2.14.1\n") == ["torch==2.14.1"]
    assert unhashed(good.replace("a" * 64, "a" * 10)) != []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: str(lock.relative_to(ROOT)))
def test_what_is_asked_for_is_locked(lock):
    asked = [line.strip() for line in lock.with_suffix(".in").read_text().splitlines()]
    names = {re.split(r"[=<>;\[ ]", line)[0].lower() for line in asked if line and line[0] not in "-#"}
    locked = set(re.findall(r"^([a-z0-9._-]+)==", lock.read_text(), re.MULTILINE))
    assert names <= locked


def test_the_set_up_asks_for_the_hashes():
    makefile = (ROOT / "Makefile").read_text()
    installs = [line for line in makefile.splitlines() if "pip install" in line and " -r" in line]
    assert installs
    assert all("--require-hashes" in line or "$(PIP_OPTIONS)" in line for line in installs)
