"""The risk log, its matrix, its suggestions."""
