"""`geoinpaint models`: lists, adds and removes trained models."""

from __future__ import annotations

from pathlib import Path

import click

from geoinpaint_engine.cli.options import output_options
from geoinpaint_engine.cli.session import Session, run_session
from geoinpaint_engine.paths import checked


@click.group()
def models() -> None:
    """The trained models of mode model."""


@models.command("list")
@output_options
def models_list(as_json: bool, control: bool) -> None:
    """List the models: those that ship, and your own."""

    def work(session: Session) -> None:
        from geoinpaint_engine.cli.info import models_table

        figures = models_table()
        session.reporter.result({}, figures)
        if not as_json:
            for model in figures["models"]:
                session.say(f"{model['name']}: {model['title']} ({', '.join(model['bands'])})")
            if not figures["models"]:
                session.say("There are no models here; add one with geoinpaint models add FILE.")

    run_session(work, as_json=as_json, control=control)


@models.command("add")
@click.argument("file")
@click.option("--name", default="", help="Name to add it under; default its own.")
@output_options
def models_add(file: str, name: str, as_json: bool, control: bool) -> None:
    """Copy a model (safetensors with its card) into your folder of models."""

    def work(session: Session) -> None:
        from geoinpaint_engine.methods.network.table import add_model

        model = add_model(Path(checked(file)), name=name)
        session.reporter.result({"model": str(model.path)}, {"name": model.name})

    run_session(work, as_json=as_json, control=control)


@models.command("remove")
@click.argument("name")
@output_options
def models_remove(name: str, as_json: bool, control: bool) -> None:
    """Delete one of your models."""

    def work(session: Session) -> None:
        from geoinpaint_engine.methods.network.table import remove_model

        session.reporter.result({}, {"removed": str(remove_model(name))})

    run_session(work, as_json=as_json, control=control)
