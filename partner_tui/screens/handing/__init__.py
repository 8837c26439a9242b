"""Hand over what a person holds."""
