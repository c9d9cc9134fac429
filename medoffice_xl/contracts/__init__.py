"""What a service line should be paid under its contract."""
