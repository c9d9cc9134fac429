"""Excel, live: what the ribbon and the cells run."""
