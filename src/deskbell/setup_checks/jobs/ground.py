"""What the story stands on: database, worker, models, content."""

import time

from deskbell.agents.access import model_keys
from deskbell.agents.client import try_model
from deskbell.agents.queries import model_policy, models_of
from deskbell.events.queries import head
from deskbell.knowledge.queries.sources import list_sources
from deskbell.setup_checks.jobs.world import Bench
from deskbell.setup_checks.lines import Fix, Found, attention, failed, passed, skipped

CONTENT = Fix("Open Content", "/content")
MODELS = Fix("Open the agent’s models", "/agent")
NO_WORKER = (
    "Nobody took up work within {seconds:.0f} seconds, so visitors get no answers. "
    "“deskbell serve” starts a worker; on another machine it is “deskbell worker”."
)


async def database(bench: Bench) -> Found:
    """A read of this workspace's log."""
    began = time.perf_counter()
    async with bench.world.database.transaction(bench.check.workspace_id) as tx:
        position = await head(tx)
        version = str(await tx.value("SELECT current_setting('server_version')")).split()[0]
    milliseconds = round((time.perf_counter() - began) * 1000)
    return passed(f"PostgreSQL {version} answered in {milliseconds} ms; {position:,} events are in the log.")


async def worker(bench: Bench) -> Found:
    """A job like those of visitors' messages, which embeds a question."""
    answer = await bench.worker_proves()
    if answer is None:
        return failed(NO_WORKER.format(seconds=bench.world.worker_seconds))
    bench.worker_is_there = True
    return passed(
        f"It took up work at once, and {answer['model']} read a question in {answer['milliseconds']} ms."
    )


async def language_model(bench: Bench) -> Found:
    """The first model that answers; those before it are named."""
    agent = bench.agent
    if agent.answerer == "verbatim":
        return skipped("The agent quotes your content, so it needs none.")
    async with bench.world.database.transaction(bench.check.workspace_id) as tx:
        models, policy = await models_of(tx, agent.id), await model_policy(tx)
        keys = await model_keys(tx, agent, bench.world.settings.server_key)
    if policy.text_stays_here:
        return attention("This workspace keeps its texts on the server, so no model is asked.", MODELS)
    silent: list[str] = []
    for model in models:
        tried = await try_model(model, keys.get(model.id, ""), bench.world.settings.loopback_targets)
        if not tried.problem and not silent:
            return passed(f"{model.name} answered in {tried.milliseconds} ms.")
        if not tried.problem:
            return attention(f"{model.name} answers, but {silent[0]}", MODELS)
        silent.append(f"{model.name} does not: {tried.problem}")
    quotes = " The agent quotes your content meanwhile." if agent.quotes_when_down else ""
    return failed(f"No model answers. {silent[0] if silent else 'None is set.'}{quotes}", MODELS)


async def content(bench: Bench) -> Found:
    """Sources that are trained; those that failed are counted."""
    async with bench.world.database.transaction(bench.check.workspace_id) as tx:
        sources = await list_sources(tx, bench.agent.id)
    trained = [source for source in sources if source.status == "trained" and source.passages > 0]
    broken = sum(source.status == "failed" for source in sources)
    bench.has_content = bool(trained)
    if not trained and sources and not broken:
        return failed("The content is still being read. Run the check again when it is trained.", CONTENT)
    if not trained:
        return failed(
            "The agent has nothing to answer from. Add a website, a file or a text.",
            Fix("Add content", "/content"),
        )
    passages = sum(source.passages for source in trained)
    sentence = f"{len(trained)} {'source' if len(trained) == 1 else 'sources'} with {passages:,} passages"
    if broken:
        return attention(f"{sentence}; {broken} could not be read.", CONTENT)
    return passed(f"{sentence}.")
