"""The dispatches of the demo, and the record made of them."""

from detente.demo.building import PROCESS, build, clear, dispatches

__all__ = ["PROCESS", "build", "clear", "dispatches"]
