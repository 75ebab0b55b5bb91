"""Everything that changes what the agent knows: giving, training, importing. One function per verb."""

from deskbell.knowledge.commands.documents import Learned
from deskbell.knowledge.commands.editing import edit_question, edit_questions, edit_text
from deskbell.knowledge.commands.flags import dismiss_flag, restore_flag
from deskbell.knowledge.commands.giving import (
    add_file,
    add_question,
    add_questions,
    add_text,
    bring_back,
    remove,
    replace_file,
    retry,
)
from deskbell.knowledge.commands.importing import ImportReport, Progress, import_folder
from deskbell.knowledge.commands.training import count_answer, fail, publish, start
from deskbell.knowledge.commands.websites import (
    Reach,
    add_page,
    add_website,
    change_website,
    read_failed_pages_again,
    stop_reading,
)

__all__ = [
    "ImportReport",
    "Learned",
    "Progress",
    "Reach",
    "add_file",
    "add_page",
    "add_question",
    "add_questions",
    "add_text",
    "add_website",
    "bring_back",
    "change_website",
    "count_answer",
    "dismiss_flag",
    "edit_question",
    "edit_questions",
    "edit_text",
    "fail",
    "import_folder",
    "publish",
    "read_failed_pages_again",
    "remove",
    "replace_file",
    "restore_flag",
    "retry",
    "start",
    "stop_reading",
]
