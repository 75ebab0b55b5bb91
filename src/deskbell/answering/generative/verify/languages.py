"""Which language a sentence is in, by its small words. Only to notice that a sentence and its source differ."""

import re

_SMALL_WORDS = {
    "en": "a i my me up more than its so but only no any you're they there what which how who the of and to in is are you for with on our your we can at or from not be this that have will if by it as an do does any before after may must",
    "es": "el la los las de y en es son usted para con su sus nuestro nuestra puede pueden por o desde no del una un si al se que como más lo está antes después",
    "fr": "le la les des et en est sont vous pour avec votre vos notre nos peut pouvez par ou depuis ne pas une un si au aux dans que sur du ce cette avant après",
    "de": "der die das und in ist sind sie für mit ihr ihre unser unsere kann können von oder nicht ein eine wenn zu im am auf wir dem den vor nach bei",
    "pt": "o a os as de e em é são você para com seu sua nosso nossa pode podem por ou desde não do da uma um se ao que como mais no na antes depois",
    "it": "il la i gli le di e in è sono per con suo sua nostro nostra può possono da o non del della una un se al che come più nel prima dopo",
}  # fmt: skip
_SETS = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}


def language_of(text: str) -> str:
    """A two-letter code; English unless another one clearly speaks."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    counts = {language: sum(word in small for word in words) for language, small in _SETS.items()}
    best = max(counts, key=lambda language: (counts[language], language == "en"))
    return best if counts[best] > counts["en"] + 1 or (counts[best] > counts["en"] == 0) else "en"
