"""What the practice is steered by: the figures in one view, what changed, what to decide, goals and meetings."""
