"""What each payer brings and costs, and whether to keep it."""
