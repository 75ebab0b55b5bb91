"""A server that speaks the real protocols of chat models and says what it is told: for tests, journeys and demos of faults."""

from deskbell.llm.scripted.script import Fault, Script, Scripted
from deskbell.llm.scripted.server import ScriptedServer, scripted_server

__all__ = ["Fault", "Script", "Scripted", "ScriptedServer", "scripted_server"]
