"""What patients owe, what was asked of them, and what they agreed to."""
