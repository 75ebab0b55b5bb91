"""Cutting what a model writes into sentences, as it arrives; the marks that are not for reading; what states nothing."""

import re

CITATION = re.compile(r"\[(\d{1,3})\]")
MARK = re.compile(r"\s*\[\d{1,3}\]")  # with the space before it: "Friday [1]." reads "Friday."
IN_THE_PASSAGES_WORDS = re.compile(r"\s*\{\{(.*?)\}\}", re.DOTALL)
_ABBREVIATED = r"(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bSt\.)(?<!\bSr\.)(?<!\bMrs\.)(?<!\bSra\.)(?<!\bvs\.)(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\b[ap]\.m\.)(?<!\bNo\.)"
_END = re.compile(rf"(?:(?<=[.!?\]}}]){_ABBREVIATED}\s+(?=[A-Z\dÁÉÍÓÚÑ•*¿¡\-\"“<!]))|\n+")

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
    """Whole sentences and list lines, citations included. What is not finished yet stays in the last piece."""
    return [piece for piece in _END.split(text) if piece and piece.strip()]


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
