"""The border to the disk: what may come in from it, and how anything is put onto it, whole or not at all."""
