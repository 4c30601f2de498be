"""The labour mobility centre of a region: demand and supply, places and money, agencies, what measures come to."""
