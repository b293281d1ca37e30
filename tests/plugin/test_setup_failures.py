"""Set-ups that fail for real: pip, venv and the engine run into what happens on users' computers, and it is recognised.

All traffic stays on the loopback device. What needs a small or read-only disk is mounted, which needs root.
"""

import contextlib
import os
import random
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from geoinpaint_qgis import selftest
from geoinpaint_qgis.runner import installing, pip_progress, pythons
from geoinpaint_qgis.runner.diagnosis import EnvironmentFailure
from tests.plugin.package_server import package_server
from tests.plugin.test_environment import HERE, base, build, python_with_pip, wheel, wheels  # noqa: F401 - fixtures

OTHERS = ("PIP_", "HTTP", "ALL_PROXY")
ALONE = {name: value for name, value in os.environ.items() if not name.upper().startswith(OTHERS)}
ALONE |= {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_CACHE_DIR": "1"}
SOME = ("--retries", "0", "--timeout", "5", "numpy")


def failure_of(command, environ=ALONE):
    with pytest.raises(EnvironmentFailure) as failure:
        installing._run_step(
            command, environ=environ, platform=HERE, on_line=lambda line: None, cancelled=lambda: False
        )
    return failure.value.diagnosis


@pytest.fixture
def pip_failure(tmp_path, python_with_pip):  # noqa: F811
    """What comes of a call of real pip."""

    def call(*options):
        target = str(tmp_path / "target")
        return failure_of([python_with_pip, "-m", "pip", "install", "--no-deps", "--target", target, *options])

    return call


@pytest.mark.parametrize(
    ("server", "codes"),
    [
        ({"cut": True}, {"connection-lost", "hash-mismatch"}),  # older versions of pip see it by the hash alone
        ({"fault": 503}, {"server-error"}),
        ({"fault": 403}, {"server-error"}),
    ],
)
def test_a_server_that_breaks_off_or_refuses(wheels, pip_failure, server, codes):  # noqa: F811
    with package_server(wheels, **server) as address:
        found = pip_failure("--index-url", f"{address}/simple", *SOME)
    assert found.code in codes, found.details


@pytest.mark.parametrize(("status", "code"), [(407, "proxy-password"), (403, "proxy")])
def test_a_proxy_that_refuses(wheels, pip_failure, status, code):  # noqa: F811
    with package_server(wheels, refusal=status) as address:
        # pip names the proxy only where it tries again, as it does unless told otherwise
        options = ["--index-url", "https://packages.example.org/simple", "--proxy", address, "--retries", "1", "numpy"]
        found = pip_failure(*options)
    assert found.code == code, found.details


@pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl to make a certificate with")
def test_a_certificate_that_nobody_knows(tmp_path, wheels, pip_failure):  # noqa: F811
    file = tmp_path / "self_signed.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost", "-keyout", str(file), "-out", str(tmp_path / "certificate")],
        check=True, capture_output=True,
    )  # fmt: skip
    file.write_bytes(file.read_bytes() + (tmp_path / "certificate").read_bytes())
    with package_server(wheels, certificate=file) as address:
        # by name: some builds of pip stumble over an address in numbers before they look at the certificate
        found = pip_failure("--index-url", f"{address.replace('127.0.0.1', 'localhost')}/simple", *SOME)
    assert found.code == "certificate", found.details


def test_a_wheel_that_was_cut_off(wheels, pip_failure):  # noqa: F811
    file = next(wheels.glob("numpy-*.whl"))
    file.write_bytes(file.read_bytes()[:-40])
    found = pip_failure("--no-index", "--find-links", str(wheels), "numpy")
    assert found.code == "wheel-damaged", found.details


def test_a_package_that_does_not_exist_for_this_python(wheels, pip_failure):  # noqa: F811
    file = next(wheels.glob("numpy-*.whl"))
    file.rename(file.with_name("numpy-1.0-cp36-none-any.whl"))
    with package_server(wheels) as address:
        found = pip_failure("--index-url", f"{address}/simple", *SOME)
    assert found.code == "no-wheel", found.details


# --- disks -----------------------------------------------------------------------------------------------------------


@contextlib.contextmanager
def mounted(folder, options):
    folder.mkdir()
    if os.geteuid() or subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], capture_output=True, check=False
    ).returncode:  # fmt: skip
        pytest.skip("mounting needs root")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("size", ["64k", "4m"])
def test_a_full_disk_in_the_middle_of_the_set_up(tmp_path, base, wheels, size):  # noqa: F811
    with mounted(tmp_path / "small", f"size={size}") as disk, pytest.raises(EnvironmentFailure) as failure:
        build(disk / "environment", "light", base, wheels)
    assert failure.value.diagnosis.code == "disk-full", failure.value.diagnosis.details
    assert failure.value.diagnosis.action == "folder"


def test_a_folder_that_is_read_only(tmp_path, base, wheels):  # noqa: F811
    with mounted(tmp_path / "locked", "ro,size=64k") as disk, pytest.raises(EnvironmentFailure) as failure:
        build(disk / "environment", "light", base, wheels)
    assert failure.value.diagnosis.code == "folder-not-writable"


# --- Pythons ---------------------------------------------------------------------------------------------------------


def test_a_python_without_ensurepip(tmp_path, base, wheels):  # noqa: F811
    """As Debian's without python3-venv: the module is not there, in a view of the file system of its own."""
    ask = [base.executable, "-c", "import ensurepip; print(ensurepip.__path__[0])"]
    where = subprocess.run(ask, capture_output=True, text=True, check=True).stdout.strip()
    (tmp_path / "empty").mkdir()
    hide = f'mount --bind "{tmp_path}/empty" "{where}" && exec'
    if os.geteuid() or subprocess.run(["unshare", "-m", "sh", "-c", f"{hide} true"], check=False).returncode:
        pytest.skip("hiding a module needs root")
    hidden = ["unshare", "-m", "sh", "-c", f'{hide} "$@"', "sh", base.executable]
    assert failure_of([*hidden, "-m", "ensurepip"]).code == "venv-missing"
    found = subprocess.run([*hidden, "-E", str(pythons.HERE / "probe.py")], capture_output=True, text=True, check=True)
    assert '"can_make_environments": false' in found.stdout


def make_broken(folder, engine_python, module, text):
    """An environment that sees the engine's packages, with one module that does not load."""
    subprocess.run([engine_python, "-m", "venv", "--without-pip", str(folder)], check=True)
    python = HERE.python_in(str(folder))
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    ours, theirs = (
        Path(subprocess.run([p, "-c", ask], capture_output=True, text=True, check=True).stdout.strip())
        for p in (python, engine_python)
    )
    (ours / module).mkdir()
    (ours / module / "__init__.py").write_text(text)
    (ours / "engine.pth").write_text(f"{theirs}\n")  # comes after what lies here
    return python


@pytest.mark.parametrize(
    ("module", "text", "codes"),
    [
        ("torch", "import ctypes\nctypes.CDLL('libtorch_cpu.so')\n", {"torch-broken"}),
        ("torch", "raise ModuleNotFoundError(\"No module named 'torch'\", name='torch')\n", {"torch-missing"}),
        ("scipy", "import ctypes\nctypes.CDLL('libnothing.so.9')\n", {"library-missing"}),
        ("scipy", "from numpy import no_such_name\n", {"module-missing"}),
        ("scipy", "import os, signal\nos.kill(os.getpid(), signal.SIGILL)\n", {"illegal-instruction"}),
        ("scipy", "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n", {"killed"}),
    ],
)
@pytest.mark.filterwarnings("ignore:Neither gdal.UseExceptions:FutureWarning")  # QGIS leaves that to GDAL
@pytest.mark.slow
def test_a_package_that_does_not_load(tmp_path, engine_python, qgis_app, module, text, codes):
    python = make_broken(tmp_path / "broken", engine_python, module, text)
    attempt = selftest.try_network if module == "torch" else selftest.try_engine
    with pytest.raises(EnvironmentFailure) as failure:
        attempt(python)
    assert failure.value.diagnosis.code in codes, failure.value.diagnosis.details


# --- progress --------------------------------------------------------------------------------------------------------


def heavy(folder, name, size):
    """A wheel that cannot be packed any smaller."""
    wheel(folder, name)
    file = next(folder.glob(f"{name.replace('-', '_')}-*.whl"))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(f"{name.replace('-', '_')}_data/blob", random.Random(0).randbytes(size))
    return file.stat().st_size


@pytest.mark.slow
def test_progress_follows_the_bytes_of_the_download(tmp_path, base, wheels, monkeypatch):  # noqa: F811
    """The largest package is nearly all of the download, and its own bytes move the bar where this pip tells them."""
    for name in ALONE.keys() ^ os.environ.keys():
        monkeypatch.setenv(name, ALONE[name]) if name in ALONE else monkeypatch.delenv(name)
    whole = sum(heavy(wheels, name, 12_000_000 if name == "rasterio" else 1000) for name in pythons.LIGHT_PACKAGES)
    told = []
    with package_server(wheels, pause_s=0.01) as address:
        python = installing.create_environment(
            str(tmp_path / "environment"), "light", base=base, environ=os.environ, platform=HERE, expected=whole,
            pip_options=["--index-url", f"{address}/simple", "--no-deps", "--no-cache-dir"],
            progress=lambda fraction, text: told.append((fraction, text)),
        )  # fmt: skip
    fractions = [fraction for fraction, _ in told]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    version = subprocess.run([python, "-m", "pip", "--version"], capture_output=True, text=True, check=True).stdout
    installing_at = next(number for number, (_, text) in enumerate(told) if text.startswith("Installing"))
    between = {fraction for fraction in fractions[:installing_at] if fraction > 0.1}
    if pip_progress.reports_bytes(version):
        assert len(between) > 3, told
        assert any("of 12 MB" in text for _, text in told)
    else:
        # the lines give away the sizes: nothing counts much before the large one is there
        large = next(number for number, (_, text) in enumerate(told) if text.startswith("Fetching rasterio"))
        assert fractions[large] < 0.1
    count = len(pythons.LIGHT_PACKAGES)
    assert any(text.startswith(f"Fetching numpy (1 of {count})") for _, text in told), told


RAW = """Ignoring nvidia-nothing: markers 'sys_platform == "win32"' don't match your environment
Collecting torch==2.9.0
  Downloading torch-2.9.0-cp312-none-any.whl (900.0 MB)
Progress 0 of 900000000
Progress 450000000 of 900000000
Progress 900000000 of 900000000
  Using cached nvidia_cublas-13.0-py3-none-any.whl (100.0 MB)
Requirement already satisfied: numpy in ./lib
Installing collected packages: nvidia_cublas, torch"""


def test_raw_progress_of_pip_becomes_a_share():
    told, there = [], set()
    progress = pip_progress.PipProgress(lambda fraction, text: told.append((round(fraction, 3), text)), requirements=4,
                                       expected=10**9, installed=lambda: there)  # fmt: skip
    for line in RAW.splitlines():
        progress.take(line)
    assert [fraction for fraction, _ in told] == [0.05, 0.05, 0.05, 0.05, 0.365, 0.68, 0.75, 0.75, 0.75]
    assert told[1][1] == "Fetching torch (1 of 3)"  # one of four lines is for another system
    assert told[4][1] == "Fetching torch (1 of 3), 450 of 1000 MB"
    assert told[-1][1] == "Installing nvidia-cublas (1 of 2)"
    there.add("nvidia-cublas")
    progress.report()  # pip says nothing while it unpacks gigabytes
    there.add("torch")
    progress.report()
    assert told[-2:] == [(0.85, "Installing torch (2 of 2)"), (0.95, "Installing torch (2 of 2)")]


def test_nothing_of_pips_own_words_is_shown():
    told = []
    progress = pip_progress.PipProgress(lambda fraction, text: told.append(text), requirements=2)
    for line in ("Looking in indexes: https://x", "  WARNING: Retrying", "Collecting numpy<3,>=2.1 (from x)",
                 "  Downloading numpy-2.4.6-cp311-cp311-manylinux_2_27_x86_64.whl (16.6 MB)"):  # fmt: skip
        progress.take(line)
    assert set(told) == {"Fetching numpy (1 of 2)"}


def test_without_a_size_the_packages_are_counted_also_from_a_folder_with_a_space():
    told = []
    progress = pip_progress.PipProgress(lambda fraction, text: told.append(round(fraction, 3)), requirements=4)
    lines = """Looking in links: /my wheels
Processing /my wheels/numpy-2.5.5-cp313.whl (from -r /x/lock.txt (line 1))
Processing /my wheels/scipy-1.18.1-cp313.whl (from -r /x/lock.txt (line 2))
Collecting click==8.5.1
  Using cached click-8.5.1-py3-none-any.whl (9 kB)
Requirement already satisfied: attrs in ./x
Installing collected packages: numpy""".splitlines()
    for line in lines:
        progress.take(line)
    assert told == [0.225, 0.4, 0.575, 0.575, 0.75, 0.75]


@pytest.mark.parametrize(
    ("version", "raw"),
    [("pip 23.2.1 from /x (python 3.11)", False), ("pip 24.0 from", False), ("pip 24.1b1 from", True),
     ("pip 25.3 from", True), ("", False)],
)  # fmt: skip
def test_which_pip_tells_bytes(version, raw):
    assert pip_progress.reports_bytes(version) is raw
