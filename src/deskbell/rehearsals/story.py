"""A trace as a short readable story: what was understood, what was found, how sure it was, what was decided. Pure."""

from deskbell.answering.tracing.trace import Came, Considered, Decision, Trace

LONGEST_TOLD = 300  # characters of a message


def story(trace: Trace, searched: str = "the content") -> list[str]:
    """One sentence per step that happened, in order."""
    told = [_understood(trace), _found(trace, searched), _sure(trace), *_checked(trace), _decided(trace)]
    return [sentence for sentence in told if sentence]


def place(passage: Considered) -> str:
    """Where a passage stands: “Clinic hours › Saturday”."""
    return f"“{passage.path or passage.title}”"


def fired(trace: Trace) -> Decision | None:
    """The rule or step that ended the turn; None when it came to an answer."""
    return next((decision for decision in trace.decisions if decision.fired), None)


def _understood(trace: Trace) -> str:
    understood = trace.understood
    if understood.asked and understood.asked != understood.written:
        return f"Understood as “{understood.asked}”."
    return f"The visitor wrote “{_beginning(understood.written)}”." if understood.written else ""


def _beginning(written: str) -> str:
    return written if len(written) <= LONGEST_TOLD else f"{written[:LONGEST_TOLD].rstrip()}…"


def _found(trace: Trace, searched: str) -> str:
    if not trace.passages:
        return f"Found nothing in {searched}." if trace.understood.asked else ""
    best, count = trace.passages[0], len(trace.passages)
    return f"Found {count} passages; the best is {place(best)}." if count > 1 else f"Found {place(best)}."


def _sure(trace: Trace) -> str:
    judged = trace.answerability
    if judged is None:
        return ""
    reasons = [feature.sentence for feature in judged.features if feature.name in ("nearest_unit", "covered")]
    if judged.confidence < judged.least:
        reasons.append(f"Confidence {judged.confidence:.2f} < {judged.least:.2f}: that is no answer.")
    return " ".join(reasons)


def _checked(trace: Trace) -> list[str]:
    if not trace.verdicts:
        return []
    failed = [verdict for verdict in trace.verdicts if not verdict.passed]
    if not failed:
        return [f"Checked {len(trace.verdicts)} sentences against the passages: all held."]
    return [f"“{failed[0].sentence}” did not hold: {failed[0].why}"]


def _decided(trace: Trace) -> str:
    came = trace.came
    if came is None:
        return "It was dropped before anything was decided."
    if trace.failure is not None:
        return "The agent could not finish, so it handed over."
    match came.outcome:
        case "reply":
            return f"{_compared(trace, came)}, so it answered."
        case "say":
            return _said(trace)
        case "hand_off":
            decision = fired(trace)
            why = decision.why.removesuffix(".") if decision else "Nobody else could answer"
            return f"{why}, so it handed over as “{came.label}”."


def _compared(trace: Trace, came: Came) -> str:
    thresholds = [rule.threshold for rule in trace.decisions if rule.threshold]
    sure = f"{came.confidence or 0:.2f}"
    return (
        f"Confidence {sure} ≥ {max(thresholds):.2f}"
        if thresholds
        else f"Confidence {sure}, and no rule fired"
    )


def _said(trace: Trace) -> str:
    decision = fired(trace)
    return (
        f"{decision.why} It said so."
        if decision
        else "There was no answer in the content, and no rule hands over."
    )
