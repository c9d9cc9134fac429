"""Files of the outside world to tables: one file a kind, with recognises and read."""
