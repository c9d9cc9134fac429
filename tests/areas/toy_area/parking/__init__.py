"""What patients park for."""
