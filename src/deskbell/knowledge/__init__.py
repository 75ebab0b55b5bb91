"""What the agent knows: source → document → passage, and finding them again. Not here: how an answer is worded."""
