"""Keep a dossier on disk."""
