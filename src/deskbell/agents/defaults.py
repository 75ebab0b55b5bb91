"""What an agent starts with."""

from deskbell.agents.tables import AgentSettings

MOST_AGENTS = 20
MOST_MODELS = 5


def new_agent_settings(name: str) -> AgentSettings:
    """An agent that works at once: no key, no network, every site, the visitor's language."""
    return AgentSettings(
        name=name,
        instructions="",
        tone="warm",
        answer_length="medium",
        greeting=f"Hi, I am {name}, an AI assistant. What would you like to know?",
        suggested_questions=(),
        answerer="verbatim",
        quotes_when_down=True,
        brand_color="#0f6b66",
        allowed_sites=(),
        language="auto",
        emergency_region="US",
    )
