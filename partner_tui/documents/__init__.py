"""Compose documents from a workspace and render them."""
