"""Cutting what a model writes into sentences, as it arrives; the marks that are not for reading; what states nothing; in which
language it is.
"""

import re

CITATION = re.compile(r"\[(\d{1,3})\]")
MARK = re.compile(r"\s*\[\d{1,3}\]")  # with the space before it: "Friday [1]." reads "Friday."
IN_THE_PASSAGES_WORDS = re.compile(r"\s*\{\{(.*?)\}\}", re.DOTALL)
_ABBREVIATED = r"(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bSt\.)(?<!\bSr\.)(?<!\bMrs\.)(?<!\bSra\.)(?<!\bvs\.)(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\b[ap]\.m\.)(?<!\bNo\.)"
_END = re.compile(rf"(?:(?<=[.!?\]}}]){_ABBREVIATED}\s+(?=[A-Z\dÁÉÍÓÚÑ•*¿¡\-\"“<!]))|(?<=[。！？])(?=\S)|\n+")

# Greetings, offers to go on, that something was not found: they state nothing about the company.
_POLITE = re.compile(
    r"^(?:(?:(?:hi|hello|hey|hola|thanks?|thank you|gracias|sure|certainly|of course|(?:that is )?(?:a )?(?:great|good) question|"
    r"happy to help|claro|con gusto|you['’]re welcome|you are welcome|i['’]m glad(?: to help)?|glad to help|perfect|yes|no|okay|ok|"
    r"(?:i['’]m |i am )?sorry|lo siento|sí)"
    r"(?:,? (?:there|again|for asking|for your (?:question|message|patience)|to hear that|about that|for the (?:confusion|trouble|wait)|"
    r"por (?:su|tu) (?:pregunta|mensaje|consulta)))?[.!,]?)"
    r"|i hope (?:this|that) (?:helps|answers your question)[.!]?|espero que (?:esto )?(?:le|te) (?:ayude|sirva)[.!]?"
    r"|(?:is there|do you have|would you like|what else|how else|may i|can i help|could you (?:tell|say|write|please)|hay algo|¿hay|¿tiene|¿le gustar|¿puedo|¿quiere)\b[^.!\d]{0,110}\?"
    r"|(?:please )?(?:let me know|feel free to (?:ask|write))\b(?: if you (?:have|need|want) [^.!?\d]{0,50}| me\b[^.!?\d]{0,30}| anytime)?[.!]?"
    r"|(?:(?:i['’]m |i am )?sorry,? (?:but )?|unfortunately,? |lo siento, )?(?:(?:i|we) (?:could not|couldn['’]t|do not|don['’]t|can['’]t|cannot|was not able to|wasn['’]t able to|were not able to) "
    r"(?:find|know|have (?:any |more |enough )?(?:information|details))|i (?:could not|couldn['’]t|can['’]t|cannot) (?:see|say|tell))\b[^!?\d]{0,120}[.!]?"
    r"|(?:lo siento, )?no (?:encontré|encuentro|tengo información)\b[^!?\d]{0,120}[.!]?)\s*$",
    re.IGNORECASE,
)


def sentences_of(text: str) -> list[str]:
    """Whole sentences and list lines, citations included. What is not finished yet stays in the last piece; it is empty after
    the end of a line, which would be lost where the next word comes without one.
    """
    pieces = [piece for piece in _END.split(text) if piece and piece.strip()]
    return [*pieces, ""] if pieces and text.endswith("\n") else pieces


def without_marks(sentence: str) -> str:
    """What a visitor reads of it."""
    return MARK.sub("", IN_THE_PASSAGES_WORDS.sub("", sentence)).strip()


def in_the_passages_words(sentence: str) -> str | None:
    """The same sentence in the language of its passage, when the model wrote it along."""
    said = IN_THE_PASSAGES_WORDS.search(sentence)
    return said[1].strip() if said and said[1].strip() else None


def cited_in(sentence: str) -> tuple[int, ...]:
    """The numbers of the passages, each once, in order."""
    return tuple(dict.fromkeys(int(number) for number in CITATION.findall(sentence)))


def is_polite(sentence: str) -> bool:
    """Whether it needs no source: a set phrase, or no word that counts."""
    return bool(_POLITE.match(sentence.strip())) or not re.search(r"[^\W_]", sentence)


_NOT_LATIN = re.compile(r"[\u0370-\u1cff\u2c80-\u2dff\u3040-\ua4ff\uac00-\ud7af\uf900-\ufaff\ufb1d-\ufefc]")

# Only to notice that a sentence and its source differ.
_SMALL_WORDS = {
    "en": "a i my me up more than its so but only no any you're they there what which how who the of and to in is are you for with on our your we can at or from not be this that have will if by it as an do does any before after may must",
    "es": "a el la los las de y en es son usted para con su sus nuestro nuestra puede pueden por o desde no del una un si al se que como más lo está antes después",
    "fr": "le la les des et en est sont vous pour avec votre vos notre nos peut pouvez par ou depuis ne pas une un si au aux dans que sur du ce cette avant après",
    "de": "der die das und in ist sind sie für mit ihr ihre unser unsere kann können von oder nicht ein eine wenn zu im am auf wir dem den vor nach bei",
    "pt": "o a os as de e em é são você para com seu sua nosso nossa pode podem por ou desde não do da uma um se ao que como mais no na antes depois",
    "it": "il la i gli le di e in è sono per con suo sua nostro nostra può possono da o non del della una un se al che come più nel prima dopo",
}  # fmt: skip
_SETS = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}


def in_another_script(text: str, source: str) -> bool:
    """Whether letters of it are of another script than Latin, where its source has none of these: nothing here could read them."""
    return bool(_NOT_LATIN.search(text)) and not _NOT_LATIN.search(source)


def language_of(text: str) -> str:
    """A two-letter code; English unless another one clearly speaks."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    counts = {language: sum(word in small for word in words) for language, small in _SETS.items()}
    best = max(counts, key=lambda language: (counts[language], language == "en"))
    return best if counts[best] > counts["en"] + 1 or (counts[best] > counts["en"] == 0) else "en"
