"""What the physicians are shown first: the figures of the Dashboard."""

from medoffice_xl.pages.pack import Chapter, Excerpt, PackSection

SECTIONS = (PackSection(Chapter.GLANCE, "The figures a physician asks for", (Excerpt("Dashboard", "key figures"),)),)
