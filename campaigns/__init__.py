"""Long runs that try to break the program: files made at random, and runs that are killed. Not part of the package."""
