"""Whether what was received, written off, charged and paid out is what it should be."""
