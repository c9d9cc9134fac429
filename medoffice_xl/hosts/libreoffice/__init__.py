"""LibreOffice as a live host."""
