"""One word per thing, and no word for a bucket: names are looked up in the glossary, not guessed."""

import ast
import re
from collections.abc import Iterator

import psycopg
import pytest

from tests.contracts.source import PACKAGE, ROOT, Module, modules, tracked

BUCKETS = frozenset("service manager helper util processor handler data info item".split())
# A workspace is never an account, an organization or a team; agents and members are never told apart by "bot".
SYNONYMS = frozenset("account org organization organisation team tenant bot".split())
BANNED = BUCKETS | SYNONYMS
# The word of a standard, or a name that people on other systems look for.
ALLOWED = frozenset(
    {
        "data_dir",  # the setting every self-hosted server has
        "DataDir",
        "exc_info",  # the word of the standard library for it
    }
)
ROUTING = frozenset({"APIRouter", "get", "post", "put", "patch", "delete"})
WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
TYPESCRIPT_NAME = re.compile(r"\b(?:const|let|function|class|interface|type|enum)\s+([A-Za-z_]\w*)")


def banned_words(name: str, banned: frozenset[str] = BANNED) -> list[str]:
    """The banned words of a name in any case style; plurals count."""
    words = [word.lower() for word in WORD.findall(name)]
    return [word for word in words if {word, word.removesuffix("s")} & banned]


def violations(module: Module) -> list[str]:
    names = {*_defined_names(module.tree), *module.parts}
    return sorted(f"{module.path}: {name}" for name in names - ALLOWED if banned_words(name))


def _defined_names(tree: ast.Module) -> Iterator[str]:
    """What this file names itself; names of other people's libraries are theirs."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case (
                ast.arg(arg=name)
                | ast.Name(id=name, ctx=ast.Store())
                | ast.Attribute(attr=name, ctx=ast.Store())
            ):
                yield name
            case ast.Call(func=ast.Attribute(attr=verb) | ast.Name(id=verb)) if verb in ROUTING:
                yield from _address_parts(node)
            case _:
                pass


def _address_parts(call: ast.Call) -> Iterator[str]:
    """The words of a route; addresses of pages belong to the interface, which says Team to people."""
    given = [*call.args[:1], *(keyword.value for keyword in call.keywords if keyword.arg == "prefix")]
    for value in given:
        if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value.startswith("/"):
            yield from filter(None, value.value.split("/"))


def typescript_violations(path: str, text: str) -> list[str]:
    names = {*TYPESCRIPT_NAME.findall(text), *path.removeprefix("web/").rsplit(".", 1)[0].split("/")}
    return sorted(f"{path}: {name}" for name in names if banned_words(name, BUCKETS - {"data", "item"}))


def test_python_names_and_addresses_speak_the_language_of_the_product() -> None:
    assert [found for module in modules() for found in violations(module)] == []


def test_typescript_names_speak_it_too() -> None:
    files = [name for name in tracked() if re.match(r"web/.*\.tsx?$", name) and "/generated/" not in name]
    assert [found for name in files for found in typescript_violations(name, (ROOT / name).read_text())] == []


def test_tables_and_columns_speak_it_too(owner_url: str) -> None:
    with psycopg.connect(owner_url) as connection:
        rows = connection.execute(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
        ).fetchall()
    assert len(rows) > 50
    names = {name for row in rows for name in row}
    assert sorted(name for name in names if banned_words(name)) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("class ConversationManager: ...", "ConversationManager"),
        ("def handle(user_data): ...", "user_data"),
        ("items = []", "items"),
        ("router = APIRouter(prefix='/api/organizations')", "organizations"),
        ("@router.get('/organizations/{id}')\ndef read(): ...", "organizations"),
        ("def invite_to_team(): ...", "invite_to_team"),
        ("self.account_id = 1", "account_id"),
    ],
)
def test_a_bucket_or_a_second_word_is_caught(text: str, name: str) -> None:
    path = f"{PACKAGE}/agents/queries.py"
    assert violations(Module(path, text)) == [f"{path}: {name}"]


def test_a_bucket_file_is_caught() -> None:
    path = f"{PACKAGE}/agents/service.py"
    assert violations(Module(path, "")) == [f"{path}: service"]
    assert typescript_violations("web/shared/src/utils.ts", "") == ["web/shared/src/utils.ts: utils"]


def test_other_peoples_names_may_be_used() -> None:
    text = "for key, value in given.items(): logging.exception(key, exc_info=response.data)"
    assert violations(Module(f"{PACKAGE}/agents/queries.py", text)) == []
