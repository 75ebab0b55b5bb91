"""What the visitor means: the questions in a message, and what a follow-up leaves out. Pure; no answer is made here."""

from deskbell.answering.understanding.parts import MOST_PARTS as MOST_PARTS
from deskbell.answering.understanding.parts import parts as parts
from deskbell.answering.understanding.thread import understand as understand
