"""The physician pack on paper: set by Typst as a PDF, and the agenda as a Word document."""
