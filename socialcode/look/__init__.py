"""How every page looks: language, light or dark, and the gallery of what pages are made of."""
