"""`python -m evals`: every evaluation, one after the other. `python -m evals.<name>` runs one."""

import runpy

EVALUATIONS = ("emergencies", "clinical", "person_requests", "embedding_fidelity", "retrieval")

for name in EVALUATIONS:
    print(f"\n== {name.replace('_', ' ')}", flush=True)
    runpy.run_module(f"evals.{name}", run_name="__main__")
