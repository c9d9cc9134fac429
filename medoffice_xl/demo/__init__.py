"""An invented practice: raw input files with things worth finding."""
