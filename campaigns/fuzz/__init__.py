"""Files made at random from good ones, and what may become of them: read as far as they go, or refused in words."""
