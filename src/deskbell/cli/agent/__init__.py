"""Commands about one agent, which `--agent` names."""
