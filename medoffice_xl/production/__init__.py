"""The work a practice did: its visits, codes and relative values, and what its billed lines are worth."""
