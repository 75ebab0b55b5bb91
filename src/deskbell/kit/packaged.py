"""Reads the lexicons, cards and weights that ship inside the package. Pure modules get them parsed, checked and once per process."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import TypeVar

from pydantic import TypeAdapter

Shape = TypeVar("Shape")


@cache
def packaged_toml(package: str, name: str, shape: type[Shape]) -> Shape:
    """The TOML file `name` of `package`, checked against `shape` (a frozen dataclass or any type pydantic can check)."""
    text = files(package).joinpath(name).read_text(encoding="utf-8")
    return TypeAdapter(shape).validate_python(tomllib.loads(text))


@cache
def packaged_bytes(package: str, name: str) -> bytes:
    """The file `name` of `package` as it is."""
    return files(package).joinpath(name).read_bytes()
