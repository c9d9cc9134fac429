"""One number, one function, one definition: computed from tables, explained by parts."""
