"""Everything that reads what the agent knows: sources, documents, websites, and finding passages."""

from deskbell.knowledge.queries.documents import (
    comparable_passages,
    document_of,
    earlier_versions,
    find_document,
    find_version,
    only_document_of,
    passages_of,
    passages_of_document,
    sampled_passages,
    titles,
)
from deskbell.knowledge.queries.finding import CANDIDATES, Search, as_literal, find_candidates, find_passages
from deskbell.knowledge.queries.flags import find_flag, list_flags, marked_passages
from deskbell.knowledge.queries.site_lines import (
    lines_of_most_pages,
    packed_reading,
    pages_that_say,
    site_lines,
)
from deskbell.knowledge.queries.sources import (
    find_file,
    find_source,
    is_unchanged,
    list_sources,
    lock_removed_source,
    lock_source,
    original,
)
from deskbell.knowledge.queries.spelling import Language, mend_question
from deskbell.knowledge.queries.vector_sets import serving_set, unembedded
from deskbell.knowledge.queries.websites import (
    count_pages,
    find_page,
    find_website,
    list_changes,
    list_crawls,
    list_pages,
    next_pages,
    same_text,
    waits_until,
)

__all__ = [
    "CANDIDATES",
    "Language",
    "Search",
    "as_literal",
    "comparable_passages",
    "count_pages",
    "document_of",
    "earlier_versions",
    "find_candidates",
    "find_document",
    "find_file",
    "find_flag",
    "find_page",
    "find_passages",
    "find_source",
    "find_version",
    "find_website",
    "is_unchanged",
    "lines_of_most_pages",
    "list_changes",
    "list_crawls",
    "list_flags",
    "list_pages",
    "list_sources",
    "lock_removed_source",
    "lock_source",
    "marked_passages",
    "mend_question",
    "next_pages",
    "only_document_of",
    "original",
    "packed_reading",
    "pages_that_say",
    "passages_of",
    "passages_of_document",
    "same_text",
    "sampled_passages",
    "serving_set",
    "site_lines",
    "titles",
    "unembedded",
    "waits_until",
]
