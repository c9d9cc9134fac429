"""Who was to be seen when, who came, and how the time of those who see patients is used."""
