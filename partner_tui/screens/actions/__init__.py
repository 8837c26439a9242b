"""All that was promised: by person, organization, date, origin."""
