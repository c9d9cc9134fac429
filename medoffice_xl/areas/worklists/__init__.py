"""What to work today, in which order, and why."""
