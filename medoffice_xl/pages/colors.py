"""The colours of pages, figures and charts. Their lightness differs, so that they are told apart in grey, too."""

BAND = "#0F4C5C"
ACCENT = "#2A9D8F"
BARS = "#1F7A6F"
"""Of months drawn in letters: dark enough to be read on white."""
SECOND = "#E9A23B"
THIRD = "#B0C2CF"
LOSS = "#B74A33"
GAIN = ACCENT
RESULT = BAND

INK = "#1F2A37"
PAPER = "#FFFFFF"
PALE = "#CFE3E6"
TINT = "#EEF4F5"
MUTED = "#616A78"
LINE = "#D5DBE3"
TYPED = "#8AA6B8"
"""What is written, what it is written on, and what stands back."""
