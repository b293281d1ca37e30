"""What a set-up would do, told before anything is fetched."""

import os
import stat

import pytest

from geoinpaint_qgis.runner import bundle, environment, setup_plan
from geoinpaint_qgis.runner.platforms import Platform
from geoinpaint_qgis.runner.pythons import Probe
from geoinpaint_qgis.runner.setup_plan import Gpu, find_gpu

LINUX, WINDOWS, MACOS = Platform("linux"), Platform("windows"), Platform("macos")
CARD = Gpu("cuda", "NVIDIA RTX A4000", 16376, "580.95.05")


def base(machine="x86_64", version=(3, 12, 4)):
    return Probe("python", version, 64, True, {}, machine)


def of(stage, platform=LINUX, gpu=None, folder="/nowhere", machine="x86_64", **options):
    return setup_plan.plan(stage, folder=str(folder), base=base(machine), gpu=gpu, platform=platform, **options)


def driver_tool(folder, text):
    """A stand-in for the NVIDIA driver's tool, which no machine without a card has."""
    tool = folder / "nvidia-smi"
    tool.write_text(f"#!/bin/sh\n{text}\n")
    tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
    return {"PATH": f"{folder}:/usr/bin:/bin"}


def test_the_larger_of_two_cards_is_found(tmp_path):
    environ = driver_tool(tmp_path, "echo 'NVIDIA T400, 2048, 580.95.05'; echo 'NVIDIA RTX A4000, 16376, 580.95.05'")
    gpu = find_gpu("x86_64", environ=environ, platform=LINUX)
    assert gpu == CARD
    assert gpu.text() == "NVIDIA RTX A4000, 16 GB"


@pytest.mark.parametrize("text", ["exit 9", "echo 'No devices were found'", "printf '\\377\\377'"])
def test_a_driver_that_tells_no_card_is_no_card(tmp_path, text):
    assert find_gpu("x86_64", environ=driver_tool(tmp_path, text), platform=LINUX) is None


def test_no_driver_is_no_card(tmp_path):
    assert find_gpu("x86_64", environ={"PATH": str(tmp_path)}, platform=LINUX) is None


def test_a_hanging_driver_is_not_waited_for(tmp_path, monkeypatch):
    monkeypatch.setattr(setup_plan, "ANSWER_S", 0.2)
    assert find_gpu("x86_64", environ=driver_tool(tmp_path, "exec sleep 20"), platform=LINUX) is None


def test_macs_of_apples_own_make_have_metal():
    assert find_gpu("arm64", environ={}, platform=MACOS).kind == "mps"
    assert find_gpu("x86_64", environ={}, platform=MACOS) is None


def test_download_of_a_stage_and_of_what_is_added_to_one(tmp_path):
    light, full = of("light").download, of("full").download
    assert full > 10 * light > 10**9
    stamp = f'{{"stage": "light", "lock": "{bundle.lock_digest("light")}"}}'
    (tmp_path / environment.STAMP).write_text(stamp)
    assert of("full", folder=tmp_path).download == full - light
    assert of("light", folder=tmp_path).download == 0
    (tmp_path / environment.STAMP).write_text(stamp.replace("lock", "other"))  # made from another lock: made anew
    assert of("full", folder=tmp_path).download == full


def test_folder_of_wheels_counts_as_it_is(tmp_path):
    (tmp_path / "a.whl").write_bytes(b"x" * 700)
    (tmp_path / "b.whl").write_bytes(b"x" * 300)
    (tmp_path / "notes.txt").write_bytes(b"x" * 5000)
    found = of("full", wheels=str(tmp_path))
    assert (found.download, found.build) == (1000, "the torch in that folder")


def test_options_of_the_user_lead_to_an_unknown_download():
    assert of("full", pip_options=["--index-url", "x"]).download is None
    assert of("light", pip_options=["--proxy", "x"]).download == of("light").download


@pytest.mark.parametrize(
    ("platform", "gpu", "options", "build", "warning"),
    [
        (LINUX, None, (), "CUDA 13", ""),
        (LINUX, CARD, (), "CUDA 13", ""),
        (LINUX, Gpu("cuda", "old", 8000, "470.1"), (), "CUDA 13", "470.1 is too old"),
        (WINDOWS, None, (), "for the processor", ""),
        (WINDOWS, CARD, (), "for the processor", "unused"),
        (WINDOWS, CARD, ("--index-url", "x"), "your pip options", ""),
        (MACOS, Gpu("mps", "Apple GPU"), (), "Metal", ""),
    ],
)
def test_build_of_torch_and_whether_it_uses_the_card(platform, gpu, options, build, warning):
    found = of("full", platform=platform, gpu=gpu, pip_options=options)
    assert build in found.build
    assert warning in found.warning
    assert bool(warning) == bool(found.warning)


def test_torch_without_cuda_is_a_fraction_of_the_usual_one():
    usual, without = of("full"), of("full", without_cuda=True)
    assert without.download < usual.download / 5
    assert without.estimated
    assert not usual.estimated
    assert "for the processor" in without.build


@pytest.mark.parametrize(
    ("platform", "gpu", "options", "offered"),
    [(LINUX, None, {}, True), (LINUX, CARD, {}, False), (WINDOWS, None, {}, False), (MACOS, None, {}, False),
     (LINUX, None, {"wheels": "/w"}, False), (LINUX, None, {"pip_options": ["--pre"]}, False)],
)  # fmt: skip
def test_torch_without_cuda_is_offered_where_the_usual_one_brings_it_for_nothing(platform, gpu, options, offered):
    options = {"wheels": "", "pip_options": (), **options}
    assert setup_plan.offers_without_cuda(gpu, platform, **options) is offered


def test_light_stage_brings_no_torch():
    assert of("light", gpu=CARD).build == ""


def test_too_little_room_is_seen():
    small = setup_plan.Plan("light", download=10**9, free=2 * 10**9)
    assert not small.fits
    assert setup_plan.Plan("light", download=10**8, free=2 * 10**9).fits
    assert setup_plan.Plan("full", download=None, free=1).fits  # nothing is known, so nothing is claimed


def test_free_space_of_a_folder_to_come(tmp_path):
    assert setup_plan.free_space(str(tmp_path / "not" / "yet")) == pytest.approx(
        os.statvfs(tmp_path).f_bavail * os.statvfs(tmp_path).f_frsize, rel=0.05
    )
