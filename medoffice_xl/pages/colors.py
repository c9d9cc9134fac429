"""The colours of figures and charts. Their lightness differs, so that they are told apart in grey, too."""

BAND = "#0F4C5C"
ACCENT = "#2A9D8F"
BARS = "#1F7A6F"
"""Of months drawn in letters: dark enough to be read on white."""
SECOND = "#E9A23B"
THIRD = "#8AA6B8"
LOSS = "#C8553D"
GAIN = ACCENT
RESULT = BAND
