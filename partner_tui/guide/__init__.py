"""Read the guide text: steps, questions, lists, chapters."""
