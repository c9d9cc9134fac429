"""A machine with no Excel: recalculation by formualizer."""
