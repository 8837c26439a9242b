"""Where the partnership stands."""
