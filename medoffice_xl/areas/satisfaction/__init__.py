"""What patients say: surveys, complaints, focus groups."""
