"""The statement: its parts, its versions, who agrees."""
