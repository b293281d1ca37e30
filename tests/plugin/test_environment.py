"""The engine's Python: found in the right order, checked, and built where there is none (offline, from wheels)."""

import json
import os
import stat
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from geoinpaint_qgis.runner import bundle, environment, installing, pythons
from geoinpaint_qgis.runner.diagnosis import EnvironmentFailure, SetupCancelled
from geoinpaint_qgis.runner.platforms import current
from geoinpaint_qgis.runner.pythons import Probe
from tests.plugin.package_server import package_server

HERE = current()


def find(setting="", folder="/nowhere", **environ):
    return environment.find_interpreter(setting, folder, environ=environ, platform=HERE)


def script(path, text):
    path.write_text(text)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@pytest.fixture
def managed(tmp_path):
    folder = tmp_path / "env"
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "python").symlink_to(sys.executable)
    stamp = {"stage": "light", "lock": bundle.lock_digest("light"), "python": "3.11"}
    (folder / environment.STAMP).write_text(json.dumps(stamp))
    return folder


def test_order_of_interpreters(managed):
    folder = str(managed)
    assert find("/set/python", folder, GEOINPAINT_PYTHON="/var/python").path == "/set/python"
    assert find("", folder, GEOINPAINT_PYTHON="/var/python").source == "variable"
    assert find("", folder).source == "managed"
    assert find() is None


def test_unfinished_environment_is_none(managed):
    (managed / environment.STAMP).unlink()
    assert find("", str(managed)) is None


def test_environment_of_another_lock_is_outdated(managed):
    assert not environment.outdated(str(managed))
    stamp = json.loads((managed / environment.STAMP).read_text())
    (managed / environment.STAMP).write_text(json.dumps({**stamp, "lock": "other"}))
    assert environment.outdated(str(managed))


def test_folder_of_the_environment():
    def folder(setting="", **environ):
        return environment.environment_folder(setting, environ={"HOME": "/me", **environ}, platform=HERE)

    assert folder("/set") == "/set"
    assert folder(GEOINPAINT_ENVIRONMENT="/var") == "/var"
    assert folder() == HERE.data_folder({"HOME": "/me"}) + "/environment"


def test_probe_of_the_engines_python(engine_python):
    found = pythons.probe((engine_python,), environ=os.environ, platform=HERE)
    assert found.version >= (3, 10)
    assert found.problem() is None
    assert found.stage in ("light", "full")


def test_python_without_the_packages_is_told_by_name(tmp_path):
    venv.create(tmp_path / "bare", with_pip=False, symlinks=True)
    found = pythons.probe((str(tmp_path / "bare/bin/python"),), environ=os.environ, platform=HERE)
    assert found.stage == ""
    assert found.problem().code == "module-missing"
    assert "rasterio" in found.problem().message


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"version": (3, 9, 7)}, "python-too-old"), ({"bits": 32}, "wrong-architecture"), ({}, None)],
)
def test_problems_of_a_python(changes, code):
    packages = dict.fromkeys(pythons.LIGHT_PACKAGES, "1")
    values = {"executable": "p", "version": (3, 12, 1), "bits": 64, "can_make_environments": True, "packages": packages}
    problem = Probe(**{**values, **changes}).problem()
    assert (problem.code if problem else None) == code


def test_what_is_no_python(tmp_path):
    liar = script(tmp_path / "liar", "#!/bin/sh\necho hello\n")
    hanging = script(tmp_path / "hanging", "#!/bin/sh\nexec sleep 30\n")
    for path, code in ((liar, "no-python"), (hanging, "no-python"), (str(tmp_path / "none"), "not-started")):
        with pytest.raises(EnvironmentFailure) as failure:
            pythons.probe((path,), environ=os.environ, platform=HERE, timeout_s=1)
        assert failure.value.diagnosis.code == code


def test_base_python_without_venv_is_told(tmp_path):
    said = {
        "executable": "x",
        "version": [3, 12, 0],
        "bits": 64,
        "can_make_environments": False,
        "packages": {},
    }
    script(tmp_path / "python3.12", f"#!/bin/sh\necho '{json.dumps(said)}'\n")
    with pytest.raises(EnvironmentFailure) as failure:
        pythons.find_base_python("", environ={"PATH": str(tmp_path)}, platform=HERE)
    assert failure.value.diagnosis.code == "venv-missing"


def test_no_base_python_says_what_to_install(tmp_path):
    old = {"executable": "x", "version": [3, 8, 0], "bits": 64, "can_make_environments": True, "packages": {}}
    script(tmp_path / "python3", f"#!/bin/sh\necho '{json.dumps(old)}'\n")
    with pytest.raises(EnvironmentFailure) as failure:
        pythons.find_base_python("", environ={"PATH": str(tmp_path)}, platform=HERE)
    assert failure.value.diagnosis.code == "no-base-python"
    assert "Install" in failure.value.diagnosis.remedy


# --- building one, offline, from wheels made here --------------------------------------------------------------------


def wheel(folder, name, version="1.0"):
    """A package that holds nothing, as a wheel."""
    module = name.replace("-", "_")
    info = f"{module}-{version}.dist-info"
    with zipfile.ZipFile(folder / f"{module}-{version}-py3-none-any.whl", "w") as archive:
        archive.writestr(f"{module}.py", "")
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        archive.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr(f"{info}/RECORD", f"{module}.py,,\n{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n")


@pytest.fixture
def wheels(tmp_path, monkeypatch):
    """A folder of wheels and an engine whose lock asks for them."""
    folder = tmp_path / "wheels with ü"
    folder.mkdir()
    engine = tmp_path / "engine"
    (engine / "requirements").mkdir(parents=True)
    for name in (*pythons.LIGHT_PACKAGES, "torch"):
        wheel(folder, name)
    light = "".join(f"{name}==1.0\n" for name in pythons.LIGHT_PACKAGES)
    (engine / "requirements/light.txt").write_text(light)
    (engine / "requirements/full.txt").write_text(light + "torch==1.0\n")
    monkeypatch.setattr(bundle, "engine_folder", lambda: engine)
    return folder


@pytest.fixture(scope="session")
def base(engine_python):
    real = Path(engine_python).resolve()  # the Python that the engine's environment was made with
    found = pythons.find_base_python(str(real), environ=os.environ, platform=HERE)
    assert found.can_make_environments
    return found


@pytest.fixture(scope="session")
def python_with_pip(base, tmp_path_factory):
    """An environment of its own: the engine's may have been made without pip."""
    folder = tmp_path_factory.mktemp("pip") / "env"
    subprocess.run([base.executable, "-m", "venv", str(folder)], check=True)
    return HERE.python_in(str(folder))


def build(folder, stage, base, wheels, **options):
    return installing.create_environment(
        str(folder), stage, base=base, environ=os.environ, platform=HERE, wheels=str(wheels), **options
    )


@pytest.mark.slow
def test_environment_is_built_in_two_stages_offline_also_after_a_failure(tmp_path, base, wheels):
    folder = tmp_path / "my environment ö"
    missing = "scipy-1.0-py3-none-any.whl"
    (wheels / missing).rename(tmp_path / missing)
    with pytest.raises(EnvironmentFailure) as failure:
        build(folder, "light", base, wheels)
    assert failure.value.diagnosis.code == "wheel-missing-offline"
    assert find("", str(folder)) is None
    inode = (folder / "pyvenv.cfg").stat().st_ino

    (tmp_path / missing).rename(wheels / missing)
    told = []
    python = build(folder, "light", base, wheels, progress=lambda fraction, text: told.append(fraction))
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) > 5
    assert pythons.probe((python,), environ=os.environ, platform=HERE).stage == "light"
    assert environment.installed(str(folder)) - {"pip", "setuptools"} == set(pythons.LIGHT_PACKAGES)
    assert find("", str(folder)).source == "managed"

    wheel(wheels, "a-detector")
    lock = bundle.lock_file("light")
    lock.with_name("clouds.txt").write_text(lock.read_text() + "a-detector==1.0\n")
    installing.add_packages(str(folder), "clouds", environ=os.environ, platform=HERE, wheels=str(wheels))
    assert "a-detector" in environment.installed(str(folder))
    assert environment.read_stamp(str(folder))["stage"] == "light"

    build(folder, "full", base, wheels)
    assert environment.read_stamp(str(folder))["stage"] == "full"
    assert (folder / "pyvenv.cfg").stat().st_ino == inode  # gone on with, not made anew
    environment.remove_environment(str(folder))
    assert not folder.exists()


@pytest.mark.slow
def test_torch_without_cuda_comes_alone_from_the_address_that_was_given(tmp_path, base, wheels, monkeypatch):
    """All else from the usual index; where that address lacks it, a sentence; the other build is made anew."""
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    other = tmp_path / "without cuda"
    other.mkdir()
    wheel(other, "numpy", "9.9+cpu")  # nobody asked that address for it
    folder, told = tmp_path / "env", []

    def make(torch_index):
        return installing.create_environment(
            str(folder), "full", base=base, environ=os.environ, platform=HERE, torch_index=torch_index,
            progress=lambda fraction, text: told.append((fraction, text)),
        )  # fmt: skip

    with package_server(wheels) as usual, package_server(other) as address:
        monkeypatch.setenv("PIP_INDEX_URL", f"{usual}/simple")
        with pytest.raises(EnvironmentFailure) as failure:
            make(f"{address}/simple")
        assert (failure.value.diagnosis.code, failure.value.diagnosis.action) == ("torch-index", "address")
        wheel(other, "torch", "1.0+cpu")
        python = make(f"{address}/simple")
        packages = dict(pythons.probe((python,), environ=os.environ, platform=HERE).packages)
        assert (packages["torch"], packages["numpy"]) == ("1.0+cpu", "1.0")
        count = len(pythons.LIGHT_PACKAGES) + 1
        assert any(text.startswith(f"Fetching torch ({count} of {count})") for _, text in told), told
        assert any(text.startswith(f"Fetching numpy (1 of {count})") for _, text in told), told
        python = make("")
        packages = dict(pythons.probe((python,), environ=os.environ, platform=HERE).packages)
        assert packages["torch"] == "1.0"


@pytest.mark.slow
def test_cancelled_set_up_ends_soon_and_leaves_no_process(tmp_path, base, wheels):
    calls = []

    def cancelled():
        calls.append(1)
        return len(calls) > 3

    with pytest.raises(SetupCancelled):
        build(tmp_path / "env", "light", base, wheels, cancelled=cancelled)
    assert find("", str(tmp_path / "env")) is None


def test_options_of_the_user_reach_pip_before_the_packages():
    command = installing.pip_command("python", "lock.txt", options=["--proxy", "a b"], hashes=True)
    assert command[-5:] == ["--require-hashes", "--proxy", "a b", "-r", "lock.txt"]
    (offline,) = installing._calls("light", wheels="/my wheels", pip_options=("-v",), torch_index="", expected=5)
    assert offline.options == ("--no-index", "--find-links", "/my wheels", "-v")
    assert offline.expected is None


NOWHERE = "http://127.0.0.1:9"  # the port of discard: nobody listens


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--index-url", f"{NOWHERE}/simple", "numpy"], "no-network"),
        (["--index-url", "https://packages.example.org/simple", "--proxy", NOWHERE, "numpy"], "proxy"),
        (["--index-url", "https://no-such-host.invalid/simple", "numpy"], "no-network"),
        (["--no-index", "--find-links", "WHEELS", "numpy==9.9"], "wheel-missing-offline"),
        (["--no-index", "--require-hashes", "-r", "LOCK"], "hash-mismatch"),
        (["--no-such-option", "numpy"], "pip-too-old"),
    ],
)
def test_failures_of_real_pip_are_recognised(tmp_path, python_with_pip, wheels, options, code):
    lock = tmp_path / "lock.txt"
    lock.write_text(f"numpy @ {(wheels / 'numpy-1.0-py3-none-any.whl').as_uri()} --hash=sha256:{'0' * 64}\n")
    named = {"WHEELS": str(wheels), "LOCK": str(lock)}
    environ = {name: value for name, value in os.environ.items() if not name.upper().startswith(("PIP_", "HTTP"))}
    with pytest.raises(EnvironmentFailure) as failure:
        installing._run_step(
            [python_with_pip, "-m", "pip", "install", "--retries", "1", "--target", str(tmp_path / "t"),
             *(named.get(option, option) for option in options)],
            environ={**environ, "PIP_CONFIG_FILE": os.devnull},
            platform=HERE,
            on_line=lambda line: None,
            cancelled=lambda: False,
        )  # fmt: skip
    assert failure.value.diagnosis.code == code, failure.value.diagnosis.details


def test_folder_with_other_things_is_left_alone(tmp_path, base, wheels):
    precious = tmp_path / "photos"
    precious.mkdir()
    (precious / "holiday.jpg").write_text("x")
    with pytest.raises(EnvironmentFailure) as failure:
        build(precious, "light", base, wheels)
    assert failure.value.diagnosis.code == "folder-in-use"
    environment.remove_environment(str(precious))
    assert (precious / "holiday.jpg").exists()


def test_folder_that_cannot_be_made_is_told(tmp_path, base, wheels):
    (tmp_path / "file").write_text("")
    with pytest.raises(EnvironmentFailure) as failure:
        build(tmp_path / "file" / "env", "light", base, wheels)
    assert failure.value.diagnosis.action == "folder"


@pytest.mark.slow
@pytest.mark.skipif("GEOINPAINT_WHEELS" not in os.environ, reason="GEOINPAINT_WHEELS names no folder of real wheels")
def test_light_stage_of_real_wheels_fills(tmp_path, base, qgis_app):
    """The folder is made by: pip download -r engine/requirements/light.txt --only-binary=:all: -d FOLDER."""
    from geoinpaint_qgis import selftest

    python = build(tmp_path / "real ü", "light", base, os.environ["GEOINPAINT_WHEELS"])
    assert selftest.try_engine(python).pixels == 7225


def test_real_locks_pin_everything_once():
    for stage in bundle.STAGES:
        lines = [line for line in bundle.lock_file(stage).read_text().splitlines() if line[:1].isalnum()]
        assert all("==" in line for line in lines)
    light, full = (bundle.pins(stage, other_builds=True) for stage in bundle.STAGES)
    assert "torch==" in full
    assert "torch==" not in light
    assert "--hash" not in light
    assert "numpy==" in light


def test_other_builds_of_torch_bring_what_they_need_themselves():
    """The pinned CUDA packages belong to the pinned build: a build for the processor would drag them in for nothing."""
    assert "nvidia-cublas" in bundle.pins("full")
    other = bundle.pins("full", other_builds=True)
    assert not [name for name in ("nvidia-", "cuda-", "triton") if name in other]


def test_what_torch_needs_beside_itself_is_locked_by_hash():
    text = bundle.pins_beside_torch()
    assert "sympy==" in text
    assert not [name for name in ("torch==", "nvidia-", "cuda-", "triton") if name in text]
    assert bundle.count_of(text) == len([line for line in text.splitlines() if "==" in line]) > 10
    assert text.count("--hash=") >= bundle.count_of(text)
    assert bundle.torch_version()[:1].isdigit()


def test_downloads_were_measured_for_these_locks():
    """Else run scripts/measure_downloads.py."""
    for stage, least in (("light", 100e6), ("full", 2e9)):
        assert bundle.download_bytes(stage, system="linux", machine="x86_64", python="3.12") > least
    assert bundle.download_bytes("full", system="windows", machine="AMD64", python="3.11") > 1e8
    assert bundle.download_bytes("light", system="linux", machine="riscv64", python="3.12") is None
