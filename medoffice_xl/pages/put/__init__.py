"""How each kind of block takes its place: the columns it asks for, and what it puts into those it is given."""
