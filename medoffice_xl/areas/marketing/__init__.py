"""How patients come to the practice: campaigns, sources, what new patients cost and bring, and who they are."""
