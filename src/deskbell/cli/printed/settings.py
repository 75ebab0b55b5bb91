"""docs/settings.md."""

from pydantic import SecretStr
from pydantic.fields import FieldInfo

from deskbell.cli.printed.layout import page, table
from deskbell.settings import Settings

INTRODUCTION = """Every setting is an environment variable. None is needed to start on one machine.
What belongs to one workspace (hours, wording, rules, mail addresses of members) is set in the dashboard."""


def settings_page() -> str:
    """One row per environment variable."""
    rows = [
        (f"`DESKBELL_{name.upper()}`", _default(field), field.description or "")
        for name, field in Settings.model_fields.items()
    ]
    return page("Settings", INTRODUCTION, table(["Variable", "Default", "Meaning"], rows))


def _default(field: FieldInfo) -> str:
    if field.default_factory is not None:
        return "made from the others"
    value = field.default.get_secret_value() if isinstance(field.default, SecretStr) else field.default
    return f"`{value}`" if value not in ("", None) else "–"
