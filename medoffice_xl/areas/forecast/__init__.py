"""What cash is to come from what was billed, and what the receivables are worth."""
