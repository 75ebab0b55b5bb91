"""What has changed since the last reading, what contradicts itself, what speaks of a time gone by. Pure."""
