"""Which vacancies suit a person, and which people suit a vacancy: best first, each with its reasons."""
