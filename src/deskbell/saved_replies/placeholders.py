"""What a saved reply may leave open. The dashboard fills it in when the reply is used, so that a member reads it before it is sent."""

import re

from deskbell.kit.errors import Refused

PLACEHOLDERS = ("visitor", "my name", "workspace")
_BRACES = re.compile(r"\{([^{}\n]{0,40})\}")


def check_placeholders(text: str) -> None:
    """`Refused` for one that nobody would fill in: a visitor would read it as it stands."""
    for found in _BRACES.finditer(text):
        if found[1].strip() not in PLACEHOLDERS:
            known = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
            raise Refused(
                "unknown_placeholder", f"{found[0]} is not filled in by anything. You can use {known}."
            )
