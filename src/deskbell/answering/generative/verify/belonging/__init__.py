"""Does what a sentence says belong together in its source: a measure with its thing, a name with its deed, a way to reach somebody?"""

from deskbell.answering.generative.verify.belonging.elsewhere import another_channel, belongs_elsewhere
from deskbell.answering.generative.verify.belonging.told_of import told_of_another

__all__ = ["another_channel", "belongs_elsewhere", "told_of_another"]
