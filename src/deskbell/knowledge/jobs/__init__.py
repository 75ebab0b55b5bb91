"""Work of this slice in the background: training what was given, reading websites."""

from deskbell.knowledge.commands.crawls import CRAWL
from deskbell.knowledge.jobs.crawling import GIVE_UP_CRAWL, Crawling
from deskbell.knowledge.jobs.learning import current_embedder
from deskbell.knowledge.jobs.looking import Looking
from deskbell.knowledge.jobs.switching import Switching
from deskbell.knowledge.jobs.training import GIVE_UP, TRAIN, Training

HEIRS = {TRAIN: GIVE_UP, CRAWL: GIVE_UP_CRAWL}

__all__ = ["GIVE_UP", "HEIRS", "TRAIN", "Crawling", "Looking", "Switching", "Training", "current_embedder"]
