"""`python -m deskbell.cli`: how the supervisor starts its own commands as children."""

from deskbell.cli.commands import main

main()
