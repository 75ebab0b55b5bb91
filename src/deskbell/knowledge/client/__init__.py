"""What reaches outside the process: parsers in a process of their own."""
