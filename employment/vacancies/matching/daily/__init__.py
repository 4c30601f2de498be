"""What is new since yesterday: vacancies that suit somebody well, found for everybody, kept, and told of once."""
