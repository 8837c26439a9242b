"""The guide to read: chapters, hits, where one was."""
