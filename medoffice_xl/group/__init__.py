"""Several practices as one group: the same figures over all their ledgers, on this machine or on Spark."""
