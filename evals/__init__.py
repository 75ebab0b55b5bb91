"""Question sets, graders and the figures they give. Run one with `python -m evals.<name>`."""
