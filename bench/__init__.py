"""Speed, memory and growth of a real server, as ratios to references taken in the same run. Start with `__main__`."""
