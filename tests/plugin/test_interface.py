"""The published interface: ids, parameter names and enumeration values may grow, but never change."""

import json
from pathlib import Path

import pytest
from qgis.core import QgsProcessingModelAlgorithm, QgsProcessingParameterDefinition, QgsProcessingParameterEnum

PINNED = json.loads((Path(__file__).parent / "interface.json").read_text(encoding="utf-8"))


def plain(definition):
    """The name; before QGIS 3.40 that of a model's output carries the id of its step."""
    return definition.name().split(":")[-1]


def interface(provider):
    """What is published, as plain data."""
    found = {}
    for algorithm in provider.algorithms():
        parameters = {}
        for parameter in algorithm.parameterDefinitions():
            entry = {"type": parameter.type(), "default": parameter.defaultValue()}
            if parameter.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional:
                entry["optional"] = True
            if isinstance(parameter, QgsProcessingParameterEnum):
                assert parameter.usesStaticStrings()
                entry["values"] = parameter.options()
            parameters[plain(parameter)] = entry
        outputs = {plain(output): output.type() for output in algorithm.outputDefinitions()}
        found[algorithm.id()] = {"parameters": parameters, "outputs": outputs}
    return found


def test_interface_is_the_pinned_one(provider):
    assert interface(provider) == PINNED


def test_every_parameter_and_algorithm_has_help(provider):
    for algorithm in provider.algorithms():
        assert len(algorithm.shortDescription()) > 20
        for parameter in algorithm.parameterDefinitions():
            assert len(parameter.help()) > 15, (algorithm.id(), parameter.name())
            assert parameter.help() in algorithm.shortHelpString()


def test_every_algorithm_has_its_own_icon(provider):
    own = [algorithm for algorithm in provider.algorithms() if not isinstance(algorithm, QgsProcessingModelAlgorithm)]
    paths = [algorithm.svgIconPath() for algorithm in own]
    assert len(set(paths)) == len(paths)
    for path in [*paths, provider.svgIconPath()]:
        assert Path(path).exists()
    assert all(not algorithm.icon().isNull() for algorithm in provider.algorithms())


@pytest.mark.parametrize(
    "name",
    ["inpaint", "inpaintwithmodel", "classicalfill", "fillseries", "cloudmask", "clearskyreference", "compare",
     "fillfromscenes"],
)  # fmt: skip
def test_without_an_engine_an_algorithm_stays_listed_and_says_why(provider, monkeypatch, tmp_path, name):
    monkeypatch.delenv("GEOINPAINT_PYTHON")
    monkeypatch.setenv("GEOINPAINT_ENVIRONMENT", str(tmp_path / "none"))
    able, why = provider.algorithm(name).canExecute()
    assert not able
    assert "not set up" in why
    assert provider.algorithm("enginestatus").canExecute()[0]
