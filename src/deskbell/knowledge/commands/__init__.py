"""Everything that changes what the agent knows: giving, training, importing. One function per verb."""

from deskbell.knowledge.commands.giving import add_file, add_question, add_text, remove, replace_file, retry
from deskbell.knowledge.commands.importing import ImportReport, Progress, import_folder
from deskbell.knowledge.commands.training import Learned, count_answer, fail, publish, start

__all__ = [
    "ImportReport",
    "Learned",
    "Progress",
    "add_file",
    "add_question",
    "add_text",
    "count_answer",
    "fail",
    "import_folder",
    "publish",
    "remove",
    "replace_file",
    "retry",
    "start",
]
