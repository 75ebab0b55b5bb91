"""What is said in the demo, oldest first. Every visitor and member is fiction. Data only."""

from dataclasses import dataclass
from typing import Literal

CLOSES = "«closes»"
NOTES = "«notes» "


@dataclass(frozen=True)
class Line:
    """`after_minutes` after the scene began."""

    after_minutes: float
    who: Literal["visitor", "maya", "jonas"]
    text: str


@dataclass(frozen=True)
class Scene:
    """One conversation. Without a name the visitor is "Visitor 4821"."""

    minutes_ago: float
    lines: tuple[Line, ...]
    visitor: str = ""
    page: str = "/"


SCENES = (
    Scene(
        1560,
        (Line(0, "visitor", "Which insurance do you take?"), Line(1, "visitor", "thanks!")),
        page="/insurance",
    ),
    Scene(
        1490,
        (
            Line(0, "visitor", "Can I talk to a person about my intake form?"),
            Line(1, "visitor", "Grace Okafor, Dr. Leela Anand, appointment, no reference number"),
            Line(9, "maya", "Good afternoon Grace. I have the form in front of me. Which part is unclear?"),
            Line(12, "visitor", "The part about other medications. Do I list vitamins too?"),
            Line(14, "maya", "Yes please, list everything you take, vitamins included."),
            Line(15, "visitor", "Perfect, thank you"),
            Line(16, "maya", CLOSES),
        ),
        visitor="Grace Okafor",
        page="/intake",
    ),
    Scene(
        1300,
        (
            Line(0, "visitor", "I want to speak to somebody about my superbill"),
            Line(1, "visitor", "Ruth Abernathy, Dr. Chen, billing, ref 40412"),
            Line(6, "jonas", "Hello Ruth. I have sent the superbill for October to your inbox at Cedar Row."),
            Line(8, "visitor", "Got it, many thanks"),
            Line(9, "jonas", CLOSES),
            Line(1296, "visitor", "One more thing about the superbill: the date of birth on it is wrong"),
        ),
        visitor="Ruth Abernathy",
        page="/billing/superbill",
    ),
    Scene(
        180,
        (
            Line(0, "visitor", "What happens if I cancel the same day?"),
            Line(2, "visitor", "Is there a fee for moving a visit late?"),
        ),
        page="/visits",
    ),
    Scene(
        95,
        (
            Line(0, "visitor", "I need to speak with someone about my billing"),
            Line(1, "visitor", "Omar Haddad, Dr. Chen, ref 77120"),
            Line(20, "jonas", "Hello Omar, this is Jonas from billing. I am looking at invoice 77120 now."),
            Line(
                22,
                "jonas",
                NOTES + "Charged twice for the same visit. Refund requested from accounting, ticket 311.",
            ),
            Line(24, "visitor", "Thank you. When will I see the refund?"),
        ),
        visitor="Omar Haddad",
        page="/billing/pay-a-bill",
    ),
    Scene(
        70,
        (
            Line(0, "visitor", "Can I move or cancel a visit?"),
            Line(3, "visitor", "I would rather have a person move it for me please"),
            Line(4, "visitor", "Lena Fischer, Dr. Bell, appointment, skip the reference"),
            Line(11, "maya", "Hello Lena, Maya here. Which day would suit you better?"),
            Line(13, "visitor", "Friday after 3 if you have it"),
        ),
        visitor="Lena Fischer",
        page="/visits/move",
    ),
    Scene(
        34,
        (
            Line(
                0, "visitor", "I’ve asked twice now. Can someone just call the pharmacy? I want a real person"
            ),
            Line(0.5, "visitor", "just connect me to a human"),
        ),
        visitor="Harold Nyström",
        page="/refills",
    ),
    Scene(
        27,
        (Line(0, "visitor", "Which of the two doses am I supposed to take, 5 mg or 10 mg?"),),
        visitor="Tamsin Boyle",
        page="/prescriptions",
    ),
    Scene(
        24,
        (
            Line(0, "visitor", "What are your clinic hours?"),
            Line(
                2,
                "visitor",
                "Ok thanks. I was billed twice for my October visit, $85 each time. "
                "Can I talk to a real person about this please?",
            ),
            Line(5, "visitor", "Marisol Vega, Dr. Anand, billing, ref 88231"),
            Line(8, "visitor", "Ok. I’m at work, so I may be slow to answer."),
        ),
        visitor="Marisol Vega",
        page="/billing/pay-a-bill",
    ),
    Scene(
        12,
        (Line(0, "visitor", "do you take Harbor Mutual PPO for couples sessions"),),
        page="/insurance",
    ),
    Scene(
        9,
        (
            Line(0, "visitor", "Posso falar com uma pessoa, por favor?"),
            Line(1, "visitor", "just connect me"),
        ),
        visitor="Inês Caldeira",
        page="/refills",
    ),
    Scene(
        7,
        (Line(0, "visitor", "Can my cat have a video visit with a veterinarian in Berlin?"),),
        page="/services",
    ),
    Scene(
        6,
        (Line(0, "visitor", "How do I join my video visit?"),),
        visitor="Dev Malhotra",
        page="/visits/join",
    ),
    Scene(2, (Line(0, "visitor", "Are you open on Saturday?"),)),
    Scene(0.8, (Line(0, "visitor", "my chest feels tight and my left arm is going numb"),)),
)
