"""What is owed to the practice, for how long, and what part of it comes in."""
