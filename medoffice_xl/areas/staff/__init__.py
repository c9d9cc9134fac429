"""Who works in the practice: how many, for how long, at what hours, and what of theirs runs out."""
