"""Equipment: whether a machine is worth its price, and whether the practice can afford it."""
