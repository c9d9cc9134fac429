"""What a service line should be paid under its contract, and what of it was not paid."""
