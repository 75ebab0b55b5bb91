"""From a message, and from a draft, to an outcome. Pure: rules in, outcome out."""
