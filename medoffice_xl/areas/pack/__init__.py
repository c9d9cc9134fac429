"""The physician pack: what physicians are shown once a month, made of the pages that the areas declare for it."""
