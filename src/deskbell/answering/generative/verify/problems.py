"""Why a sentence is kept back."""

from enum import StrEnum


class Problem(StrEnum):
    """One name for each way in which a sentence can be wrong."""

    UNCITED = "uncited"
    NO_SUCH_CITATION = "no_such_citation"
    UNSUPPORTED = "unsupported"
    NUMBER = "number"
    NAME = "name"
    MIXED = "mixed"
    CONTACT = "contact"
    LINK = "link"
    MARKUP = "markup"
    NEGATION = "negation"
    QUANTIFIER = "quantifier"
    MODALITY = "modality"
    CLAIMS_DONE = "claims_done"
    PROMISE = "promise"
    CLINICAL = "clinical"
    CLAIMS_HUMAN = "claims_human"
    LEAK = "leak"
    GARBLED = "garbled"
    LANGUAGE = "language"
    LATE = "late"


IN_WORDS: dict[Problem, str] = {
    Problem.UNCITED: "It states something without naming a passage.",
    Problem.NO_SUCH_CITATION: "It names a passage that was not there.",
    Problem.UNSUPPORTED: "Its passages do not say this.",
    Problem.NUMBER: "A number, date, time or price does not stand in its passages like this.",
    Problem.NAME: "A name does not stand in its passages.",
    Problem.MIXED: "A number or a name of it belongs to something else in its passages.",
    Problem.CONTACT: "A phone number or mail address does not stand in its passages.",
    Problem.LINK: "A link does not stand in its passages.",
    Problem.MARKUP: "It contains an image, HTML or a hidden link.",
    Problem.NEGATION: "It denies what its passages say, or says what they deny.",
    Problem.QUANTIFIER: "It says all, only or none where its passages do not, or leaves out some.",
    Problem.MODALITY: "It makes a duty or a certainty of what its passages leave open, or the other way round.",
    Problem.CLAIMS_DONE: "It says that something was done for the visitor. Nothing was.",
    Problem.PROMISE: "It promises that somebody will do something.",
    Problem.CLINICAL: "It advises like a clinician.",
    Problem.CLAIMS_HUMAN: "It claims to be a person.",
    Problem.LEAK: "It repeats the agent's instructions.",
    Problem.GARBLED: "Its words arrived twice.",
    Problem.LANGUAGE: "It is in another language than its passages, without saying it in theirs.",
    Problem.LATE: "There was no time left to check it.",
}
