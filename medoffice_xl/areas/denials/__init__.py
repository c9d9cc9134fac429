"""What payers refuse to pay, and why."""
