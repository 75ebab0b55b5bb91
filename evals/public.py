"""Where the public sets are: the folders that DESKBELL_EVAL_DATA and DESKBELL_TELEHEALTH name. An absent one is skipped, in words."""

import os
from pathlib import Path

from evals.figures import Skipped

QUESTION_SETS, HELP_PAGES = "DESKBELL_EVAL_DATA", "DESKBELL_TELEHEALTH"


def question_set(file: str) -> Path:
    """One file of the public question sets, like "clinc/data_full.json". Raises `Skipped` when it is not there."""
    found = Path(os.environ.get(QUESTION_SETS) or "../shared/data/eval") / file
    if not found.is_file():
        raise Skipped(f"{found} is absent ({QUESTION_SETS} names the folder of the public question sets)")
    return found


def help_pages() -> Path:
    """The folder of real help pages. Raises `Skipped` when no folder is named."""
    folder = Path(os.environ.get(HELP_PAGES) or "")
    if not os.environ.get(HELP_PAGES) or not any(folder.rglob("*.md")):
        raise Skipped(f"{HELP_PAGES} does not name a folder of help pages")
    return folder
