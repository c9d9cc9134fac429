"""The pictures of README and docs, made anew from the invented practice, so that they stay true."""
