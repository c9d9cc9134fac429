"""The yearly review of payers' fee schedules, and what to ask of a payer."""
