"""Is each measure told of the thing that has it in the source? "A check-up costs $95", where the cleaning costs that."""

from collections.abc import Mapping, Sequence

from deskbell.answering.generative.verify.belonging.statements import (
    EXTRA,
    NOTHING,
    Measure,
    Statement,
    has_no_subject,
    measures_of,
    split,
    statements_of,
    subject_of,
    words_of,
)
from deskbell.knowledge.finding.synonyms import meant_by

CARRIED, BESIDE, ALIKE = 0.75, 0.1, 0.7
CLEARLY = 0.1
_SAID_WITHOUT_A_NUMBER = (NOTHING, EXTRA)


def told_of_another(sentence: str, source: str) -> bool:
    """Whether a statement of the source with another measure of the sort is clearly nearer to what the sentence tells of."""
    first, *others = split(sentence)
    about = subject_of(first)
    told = [(first, words_of(first))]
    told += [(part, words_of(part) | about if has_no_subject(part) else words_of(part)) for part in others]
    return any(_margin(part, words, source) > CLEARLY for part, words in told)


def _margin(part: str, words: frozenset[str], source: str) -> float:
    statements = statements_of(source)
    weights = _weights(words, statements)
    whole = sum(weights.values()) if words_of(part) else 0.0
    measures = list(measures_of(part))
    margins: list[float] = []
    for sort in {measure.sort for measure in measures}:
        together = [measure for measure in measures if measure.sort == sort]
        mine = [one for one in statements if all(map(one.holds, together))]
        theirs = [one for one in statements if _rivals(one, together)]
        # None with all of them: it tells of several things, "$240, or $90 for members".
        if mine or together[0].value in _SAID_WITHOUT_A_NUMBER:
            margins.append(_nearest(theirs, weights) - _nearest(mine, weights))
    return max(margins, default=0.0) / whole if whole else 0.0


def _rivals(statement: Statement, measures: Sequence[Measure]) -> bool:
    return not any(map(statement.holds, measures)) and any(
        measure.rivals(own) for measure in measures for own in statement.measures
    )


def _nearest(statements: Sequence[Statement], weights: Mapping[str, float]) -> float:
    return max(
        (sum(weight * _says(one, word) for word, weight in weights.items()) for one in statements),
        default=0.0,
    )


def _weights(words: frozenset[str], statements: Sequence[Statement]) -> dict[str, float]:
    """A word that stands in few statements tells most which one is meant."""
    counted = {word: sum(1 for one in statements if _alike(word, one.words)) for word in words}
    return {word: 1 / count for word, count in counted.items() if count}


def _says(statement: Statement, word: str) -> float:
    return max(
        _alike(word, statement.words),
        CARRIED * _alike(word, statement.carried),
        BESIDE * _alike(word, statement.beside),
    )


def _alike(word: str, words: frozenset[str]) -> float:
    if word in words:
        return 1.0
    return ALIKE if meant_by(word) & words else 0.0
