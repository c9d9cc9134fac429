"""Where the functions and reports run; each host is thin."""
