"""The installer for Windows: `make installer`. What is in it, where that comes from, and how it is put together."""
