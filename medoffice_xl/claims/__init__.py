"""What payers answered: claims and their lines told apart, what each answer is, and which of several answers stands."""
