"""What a generated sentence never says, whatever its source: done deeds, promises, advice of a clinician, being human, our
instructions, markup. In English and Spanish; a sentence in another language is also checked in the words of its passage.
"""

import itertools
import re
from collections.abc import Iterator

from deskbell.answering.generative.verify.problems import Problem

_DEEDS_DONE = (
    r"booked|scheduled|rescheduled|cancell?ed|refunded|escalated|sent|submitted|updated|changed|forwarded|contacted|"
    r"notified|informed|alerted|arranged|confirmed|reserved|processed|filed|called|emailed|messaged|transferred|passed|"
    r"ordered|refilled|renewed|issued|credited|waived|removed|deleted|added|registered|opened|created|placed|made|"
    r"completed|approved|charged|shared|moved|fixed|reset|unlocked|verified|checked|requested|signed you up|flagged"
)
_DEEDS = (
    r"book|schedule|reschedule|cancel|refund|escalate|send|submit|update|change|forward|contact|notify|inform|alert|"
    r"arrange|confirm|reserve|process|file|call|email|message|transfer|pass|order|refill|renew|issue|credit|waive|"
    r"remove|delete|add|register|open|create|place|make sure|take care|get back|reach out|look into|follow up|"
    r"have someone|ask (?:a|the|our)|let (?:the|our)|connect you|put you through|check with|see to|handle"
)
_THEIRS = (
    r"(?:your|the|this|that|a|an)\s+(?:\w+\s+){0,3}?"
    r"(?:appointment|visit|booking|refund|request|refill|prescription|order|payment|charge|card|account|subscription|"
    r"ticket|message|membership|stay|claim|invoice|bill|fee|balance|copay|hold|copy|interpreter|record|referral|form|address|e-?mail|change|cancell?ation|reservation|plan|password)s?"
)
_SOMEBODY = (
    r"(?:someone|somebody|a (?:person|human|member|colleague|specialist|nurse|doctor|clinician|representative|manager|"
    r"teammate)(?: (?:from|of) (?:our|the) \w+)?|(?:our|the|your) (?:team|staff|clinician|doctor|nurse|provider|"
    r"billing team|support team|office|front desk|manager)|one of (?:us|our \w+)|we|i|they|he|she|dr\.? \w+)"
)
_ADVERBS = (
    r"(?:\s+(?:now|already|just|also|successfully|gladly|happily|personally|be|have|been|shortly|soon|then))*"
)

_CLAIMS_DONE = re.compile(
    rf"\b(?:i|we)(?:['’]ve|\s+have|\s+had|\s+was|\s+were)?{_ADVERBS}\s+(?:{_DEEDS_DONE})\b"
    rf"|\bi(?:['’]ve|\s+have){_ADVERBS}\s+\w+(?:ed|zen|ken|ven|wn|lt)\b"
    rf"|\b{_THEIRS}\s+(?:has|have)\s+(?:now |just |already )*been\s+(?:\w+ed|frozen)\b"
    rf"|\b(?:i|we)(?:['’]ve|\s+have){_ADVERBS}\s+(?:taken care|put|got|looked|given|made)\b"
    rf"|\b{_THEIRS}\s+(?:has|have|was|were|is|are)(?:\s+(?:now|already|just|successfully))*\s+(?:been\s+)?(?:successfully\s+)?"
    rf"(?:{_DEEDS_DONE}|on its way|under way|underway|taken care of|complete|done|all set)\b"
    r"|\byou(?:['’]re| are| have been|['’]ve been)(?:\s+(?:now|already|all))?\s+"
    r"(?:booked|scheduled|rescheduled|registered|enrolled|refunded|signed up|confirmed|transferred|set|credited|on the (?:list|calendar))\b"
    r"|\b(?:booking|refund|cancell?ation|transfer|request|payment|refill)\s+(?:(?:for|on|of|with|at|to)\s+(?:[\w$€£.,]+\s+){1,4})?(?:is\s+|was\s+)?(?:confirmed|complete|successful|received|done|sent(?!\s+(?:before|after|by|from|to|until|on|at)\b))\b"
    r"|^(?:done|all set|consider it done)\b",
    re.IGNORECASE,
)
_PROMISE = re.compile(
    rf"\b(?:i|we)(?:['’]ll|\s+will|\s+shall|['’]m going to|\s+am going to|\s+are going to|['’]re going to|\s+can|\s+could)"
    rf"{_ADVERBS}\s+(?:{_DEEDS})\b.*?\b(?:you|your|it|this|that|them|for you|team|person)\b"
    rf"|\b{_SOMEBODY}(?:['’]ll|\s+will|\s+shall|\s+is going to|\s+are going to){_ADVERBS}\s+"
    r"(?:call|contact|e-?mail|text|message|write|reach|get back|get in touch|be in touch|follow up|respond|reply|answer you|"
    r"help you|review (?:it|this|your)|look (?:at|into)|come back|join|take over|assist|take care|handle|phone|ring|see you)\b"
    r"|\byou(?:['’]ll|\s+will)(?:\s+(?:also|soon|shortly|then))*\s+(?:be (?:contacted|called|refunded|transferred|connected|notified)|hear (?:back )?from"
    r"|(?:receive|get) (?:a|an|the|your) (?:call|refund|call ?back|confirmation|text|e-?mail|message|reply|answer)\b.*\b(?:from (?:us|me|our|someone)|shortly|soon|minutes|today|tomorrow|hour))"
    r"|\bi(?:['’]ll|\s+will)(?:\s+(?:also|now|then))*\s+(?:ask|tell|make sure|have|get)\b"
    r"|\blet me\s+(?:book|cancel|transfer|connect|schedule|forward|refund|escalate|check with)\b",
    re.IGNORECASE,
)
_HECHO = (
    r"reservad[oa]|agendad[oa]|programad[oa]|cancelad[oa]|reembolsad[oa]|enviad[oa]|cambiad[oa]|actualizad[oa]|"
    r"confirmad[oa]|procesad[oa]|transferid[oa]|solicitad[oa]|pedid[oa]|contactad[oa]|avisad[oa]|notificad[oa]|"
    r"registrad[oa]|renovad[oa]|escalad[oa]|pasad[oa]|hecho|informad[oa]|devuelt[oa]"
)
_CLAIMS_DONE_ES = re.compile(
    rf"\b(?:he|hemos|ya (?:he|hemos|se ha|está|esta|le he)|ha sido|fue|se ha|le he|le hemos|te he)\s+(?:\w+\s+)?(?:{_HECHO})s?\b"
    rf"|\b(?:su|tu)\s+(?:\w+\s+){{1,3}}?(?:ha sido|fue|está|esta|quedó|quedo|ya está)\s+(?:\w+\s+)?(?:{_HECHO})s?\b"
    r"|\b(?:reservé|agendé|programé|cancelé|envié|reembolsé|cambié|actualicé|confirmé|avisé|contacté|transferí|solicité|"
    r"reservamos|cancelamos su|enviamos su|reembolsamos)\b",
    re.IGNORECASE,
)
_PROMISE_ES = re.compile(
    r"\b(?:le|te|lo|la|se)\s+(?:\w+\s+)?(?:llamaré|llamaremos|llamará|llamarán|contactaré|contactaremos|contactará|"
    r"contactarán|escribiré|escribiremos|escribirá|avisaré|avisaremos|enviaré|enviaremos|reservaré|cancelaré|"
    r"reembolsaré|reembolsaremos|pondrá|pondrán|pondremos|comunicaremos|comunicaré|transferiré|pasaré|ayudará|atenderá|responderá)\b"
    r"|\b(?:reservaré|agendaré|cancelaré|enviaré|reembolsaré|transferiré|programaré)\b"
    r"|\b(?:voy|vamos|va|van) a (?:reservar|cancelar|enviar|llamar|contactar|reembolsar|transferir|agendar|programar|avisar)\w*"
    r"|\b(?:alguien|una persona|nuestro equipo|el equipo|un compañero|un médico)\b.*\b(?:le|te|se) (?:llamará|contactará|escribirá|"
    r"pondrá en contacto|comunicará|responderá|atenderá|ayudará)",
    re.IGNORECASE,
)
_DOSE = r"\d+(?:[.,]\d+)?\s*(?:mg|mcg|µg|ml|milligrams?|micrograms?|tablets?|pills?|capsules?|drops?|puffs?|units?|comprimidos?|pastillas?|gotas?|miligramos?)\b"
_DRUG = (
    r"(?:ibuprofen|acetaminophen|paracetamol|aspirin|tylenol|advil|amoxicillin|antibiotics?|insulin|metformin|"
    r"antidepressants?|painkillers?|medications?|medicines?|pills?|tablets?|dose|dosage|steroids?|melatonin|xanax|"
    r"ibuprofeno|paracetamol|aspirina|medicamentos?|medicinas?|pastillas?|dosis|antibióticos?)"
)
_CLINICAL = re.compile(
    rf"{_DOSE}"
    rf"|\b(?:take|taking|increase|decrease|double|skip|stop|start|reduce|lower|raise|use|tome|toma|tomar|deje|suspenda|aumente)\b(?:\s+\w+){{0,4}}?\s+{_DRUG}\b"
    r"|\byou (?:probably |likely |may |might |could |most likely )?(?:have|are having|suffer from|are suffering from)\s+"
    r"(?:a |an |the )?(?:\w+\s+)?(?:infection|flu|covid|allerg\w+|diabetes|depression|anxiety|migraines?|pneumonia|strep|"
    r"cancer|anemia|asthma|condition|disease|disorder|virus|fracture|reaction|side effects?)\b"
    r"|\b(?:your|these|those|the) (?:results?|labs?|levels?|numbers|test|scan|x-?ray|blood (?:pressure|test|work))\s+(?:\w+\s+)?"
    r"(?:is|are|look|looks|seem|seems|mean|means|show|shows|indicate|indicates|suggest|suggests)\b.*?\b(?:normal|high|low|fine|good|bad|elevated|"
    r"abnormal|positive|negative|healthy|nothing to worry|concerning|you have)"
    r"|\b(?:it|that|this) (?:is|sounds like|looks like|could be|is probably|is likely)\s+(?:\w+\s+){0,2}(?:an? )?(?:infection|flu|allerg\w+|side effect|virus|migraine|nothing serious|harmless)\b"
    r"|\b(?:safe|dangerous|harmful|ok|okay|fine) to (?:take|mix|combine|drink|stop|breastfeed)\b"
    r"|\b(?:usted|probablemente)?\s*(?:tiene|padece)\s+(?:una? )?(?:infección|gripe|alergia|diabetes|depresión|migraña)\b",
    re.IGNORECASE,
)
_CLAIMS_HUMAN = re.compile(
    r"\b(?:i am|i['’]m|this is|my name is)\s+(?:\w+,?\s+){0,3}?(?:an? )?(?:real |live |actual |licensed |registered )?"
    r"(?:human|person|nurse|doctor|physician|clinician|therapist|pharmacist|receptionist|dr\.|member of (?:the|our) (?:staff|team))"
    r"|\bi(?:['’]m| am) not (?:an? )?(?:ai|bot|robot|machine|computer|chatbot|automated|assistant)\b"
    r"|\byou(?:['’]re| are) (?:talking|speaking|chatting) (?:to|with) a (?:real |live )?(?:human|person|nurse|doctor)\b"
    r"|\b(?:in my|my) (?:years|experience) as (?:a|an)\b|\bas a (?:nurse|doctor|physician|clinician|human|therapist),? i\b"
    r"|\bsoy (?:un|una)?\s*(?:persona|human[oa]|médic[oa]|doctor[a]?|enfermer[oa])\b|\bno soy (?:un |una )?(?:robot|bot|ia|máquina|inteligencia)\b",
    re.IGNORECASE,
)
_MARKUP = re.compile(
    r"!\[|<\s*/?\s*[a-z!][^>]*>?|\]\s*\(|\]\s*\[[^\]\d]|^\s*\[[^\]\d][^\]]*\]:|&#|&lt;|javascript:|data:\w+/|vbscript:|```|\{\"|\\u003c|url\(",
    re.IGNORECASE,
)
_LEAK = re.compile(
    r"\b(?:system prompt|my instructions|these instructions|my (?:system )?prompt|(?:i was|i am|i have been) (?:told|instructed|programmed|configured) to|"
    r"ignore (?:all )?(?:previous|prior|above)|previous instructions|developer message|numbered passages|NO_ANSWER|"
    r"mis instrucciones|instrucciones anteriores)\b|\[INST\]|<\|",
    re.IGNORECASE,
)


def forbidden_in(text: str) -> Problem | None:
    """The first thing in the text that must not be said by a model."""
    return next(_found(text), None)


def _found(text: str) -> Iterator[Problem]:
    for problem, patterns in (
        (Problem.MARKUP, (_MARKUP,)),
        (Problem.LEAK, (_LEAK,)),
        (Problem.CLAIMS_HUMAN, (_CLAIMS_HUMAN,)),
        (Problem.CLAIMS_DONE, (_CLAIMS_DONE, _CLAIMS_DONE_ES)),
        (Problem.PROMISE, (_PROMISE, _PROMISE_ES)),
        (Problem.CLINICAL, (_CLINICAL,)),
    ):
        if any(pattern.search(text) for pattern in patterns):
            yield problem


def repeats_itself(text: str) -> bool:
    """A stream whose events came twice reads "The clinic The clinic is is open"."""
    words = re.findall(r"\w+", text.lower())
    doubled = sum(one == other for one, other in itertools.pairwise(words))
    triples = [tuple(words[at : at + 3]) for at in range(len(words) - 2)]
    again = any(triples[at] == triples[at + 3] for at in range(len(triples) - 3))
    return again or (len(words) > 3 and doubled >= max(2, len(words) // 4))


def quotes_instructions(text: str, instructions: str, known: str, longest: int = 7) -> bool:
    """Whether seven words in a row are those of our instructions, and do not stand in the content as well."""
    words = re.findall(r"\w+", text.lower())
    told = " ".join(re.findall(r"\w+", instructions.lower()))
    content = " ".join(re.findall(r"\w+", known.lower()))
    runs = (" ".join(words[at : at + longest]) for at in range(len(words) - longest + 1))
    return any(f" {run} " in f" {told} " and run not in content for run in runs)
