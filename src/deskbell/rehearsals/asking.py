"""Asking one source: when it cannot say anything, and why. Pure."""

from deskbell.knowledge.access import Source


def why_silent(source: Source) -> str | None:
    """Why nothing can be found in a source, in a sentence; None when it can be asked. One that is read again can: what it
    said before answers until then.
    """
    if source.passages > 0:
        return None
    match source.row().status:
        case "pending" | "processing":
            return "This source is still being read. Ask it in a moment."
        case "failed":
            return f"Nothing was read from this source, so it cannot answer. {source.failure}"
        case "trained":
            return "No text was found in this source, so it cannot answer."
