"""How a report looks on a host."""
