"""The plugin's texts in other languages: collects what is in tr(), and compiles what was translated for Qt.

    python scripts/translations.py update               geoinpaint_qgis/i18n/geoinpaint_*.ts from the code
    python scripts/translations.py compile FOLDER       .qm files from the .ts files

`update` keeps the translations of texts that are still there, marks new ones as unfinished and drops the others. The
.ts files can be edited with Qt Linguist. The .qm files are made here rather than by Qt's lrelease so that packing needs
no Qt; their format is that of Qt's QTranslator (magic number, sorted hashes of the source texts, messages).
"""

from __future__ import annotations

import argparse
import ast
import struct
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
PLUGIN = ROOT / "geoinpaint_qgis"
FOLDER = PLUGIN / "i18n"
CONTEXT = "GeoInpaint"
MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
HASHES, MESSAGES = 0x42, 0x69  # sections of a .qm file
END, TRANSLATION, SOURCE, COMMENT, IN_CONTEXT = 1, 3, 6, 8, 7  # parts of a message


def texts() -> dict[str, str]:
    """Source text -> the first file that has it, in the order of the files and lines."""
    found: dict[str, str] = {}
    for file in sorted(PLUGIN.rglob("*.py")):
        for text in texts_in(ast.parse(file.read_text(encoding="utf-8")), str(file)):
            found.setdefault(text, file.relative_to(ROOT).as_posix())
    return found


def texts_in(tree: ast.AST, name: str) -> Iterator[str]:
    """The literal arguments of tr() in a module.

    Raises:
        SystemExit: tr() is called with something else, which could not be translated.
    """
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "tr"]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        argument = call.args[0]
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
            raise SystemExit(f"{name}:{call.lineno}: tr() takes a literal text")
        yield argument.value


def translations(file: Path) -> dict[str, str]:
    """Source text -> translation, "" where it is unfinished; empty without a file."""
    if not file.exists():
        return {}
    found = {}
    for message in ElementTree.parse(file).iter("message"):  # noqa: S314 # our own file
        translation = message.find("translation")
        finished = translation is not None and translation.get("type") != "unfinished"
        found[message.findtext("source", "")] = (translation.text or "") if finished else ""
    return found


def write(file: Path, language: str, known: dict[str, str]) -> None:
    """Write a .ts file with all texts, translated as far as that is known."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines += [f'<TS version="2.1" language="{language}" sourcelanguage="en">', "<context>"]
    lines.append(f"    <name>{CONTEXT}</name>")
    for text, place in texts().items():
        translation = known.get(text, "")
        state = "" if translation else ' type="unfinished"'
        lines += ["    <message>", f'        <location filename="../../{place}"/>']
        lines += [f"        <source>{escape(text)}</source>"]
        lines += [f"        <translation{state}>{escape(translation)}</translation>", "    </message>"]
    lines += ["</context>", "</TS>", ""]
    file.write_text("\n".join(lines), encoding="utf-8")


def compiled(known: dict[str, str]) -> bytes:
    """The .qm file with these translations; a text without one is left out, and so shown in English."""
    messages, hashes = bytearray(), []
    for text, translation in sorted(known.items()):
        if not translation:
            continue
        source = text.encode()
        hashes.append((_elf_hash(source), len(messages)))
        messages += _part(TRANSLATION, translation.encode("utf-16-be")) + _part(COMMENT, b"")
        messages += _part(SOURCE, source) + _part(IN_CONTEXT, CONTEXT.encode()) + bytes([END])
    table = b"".join(struct.pack(">II", *pair) for pair in sorted(hashes))
    return MAGIC + _part(HASHES, table) + _part(MESSAGES, bytes(messages))


def _part(tag: int, data: bytes) -> bytes:
    return struct.pack(">BI", tag, len(data)) + data


def _elf_hash(text: bytes) -> int:
    """The hash that Qt looks texts up by."""
    value = 0
    for byte in text:
        value = (value << 4) + byte
        high = value & 0xF0000000
        if high:
            value ^= high >> 24
        value &= ~high & 0xFFFFFFFF
    return value or 1


def languages() -> Iterator[tuple[str, Path]]:
    """(language, .ts file) of the languages there are."""
    for file in sorted(FOLDER.glob("geoinpaint_*.ts")):
        yield file.stem.removeprefix("geoinpaint_"), file


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=("update", "compile"))
    parser.add_argument("folder", nargs="?", type=Path)
    arguments = parser.parse_args()
    for language, file in languages():
        known = translations(file)
        if arguments.what == "update":
            write(file, language, known)
            missing = sum(not known.get(text) for text in texts())
            print(f"{file.relative_to(ROOT)}: {len(texts())} texts, {missing} to be translated")
        else:
            (arguments.folder or FOLDER).mkdir(parents=True, exist_ok=True)
            ((arguments.folder or FOLDER) / f"{file.stem}.qm").write_bytes(compiled(known))


if __name__ == "__main__":
    main()
