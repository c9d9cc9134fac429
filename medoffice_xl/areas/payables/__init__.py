"""What the practice owes its vendors: how old it is, what is billed twice, what to pay this week."""
