"""The pages that are sent, each composed from a workspace, a guide and a language."""
