"""What a turn leaves behind: the trace, its words for people, and how two traces differ. Pure."""
