"""The built-in answerer: it quotes the content, letter by letter. Pure."""

from deskbell.answering.verbatim.answerer import VerbatimDraft, answer, as_draft, look, texts_to_weigh

__all__ = ["VerbatimDraft", "answer", "as_draft", "look", "texts_to_weigh"]
