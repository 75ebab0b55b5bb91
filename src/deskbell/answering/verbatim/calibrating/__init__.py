"""What confidence means in one agent's content, found without labels: its headings are asked as questions. Pure."""
