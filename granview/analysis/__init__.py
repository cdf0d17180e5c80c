"""Group-bys over units and statistics: grain profiles, paired differences, agreement. Arrays in, arrays out."""
