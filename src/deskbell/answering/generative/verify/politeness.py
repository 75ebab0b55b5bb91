"""Sentences that state nothing about the company: greetings, offers to go on, that something was not found."""

import re

_POLITE = re.compile(
    r"^(?:(?:(?:hi|hello|hey|hola|thanks?|thank you|gracias|sure|certainly|of course|(?:that is )?(?:a )?(?:great|good) question|"
    r"happy to help|claro|con gusto|you['’]re welcome|you are welcome|i['’]m glad(?: to help)?|glad to help|perfect|yes|no|okay|ok|"
    r"(?:i['’]m |i am )?sorry|lo siento|sí)"
    r"(?:,? (?:there|again|for asking|for your (?:question|message|patience)|to hear that|about that|for the (?:confusion|trouble|wait)|"
    r"por (?:su|tu) (?:pregunta|mensaje|consulta)))?[.!,]?)"
    r"|i hope (?:this|that) (?:helps|answers your question)[.!]?|espero que (?:esto )?(?:le|te) (?:ayude|sirva)[.!]?"
    r"|(?:is there|do you have|would you like|what else|how else|may i|can i help|could you (?:tell|say|write|please)|hay algo|¿hay|¿tiene|¿le gustar|¿puedo|¿quiere)\b[^.!\d]{0,110}\?"
    r"|(?:please )?(?:let me know|feel free to (?:ask|write))\b(?: if you (?:have|need|want) [^.!?\d]{0,50}| me\b[^.!?\d]{0,30}| anytime)?[.!]?"
    r"|(?:sorry, |unfortunately, |lo siento, )?(?:i|we) (?:could not|couldn['’]t|do not|don['’]t|can['’]t|cannot|was not able to|wasn['’]t able to) "
    r"(?:find|have (?:any )?information|see|know|say|tell)\b[^!?\d]{0,120}[.!]?"
    r"|(?:lo siento, )?no (?:encontré|encuentro|tengo información)\b[^!?\d]{0,120}[.!]?)\s*$",
    re.IGNORECASE,
)


def is_polite(sentence: str) -> bool:
    """Whether it needs no source: a set phrase, or no word that counts."""
    return bool(_POLITE.match(sentence.strip())) or not re.search(r"[^\W_]", sentence)
