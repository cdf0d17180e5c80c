"""All that knows a type of prediction: one file per type and use, and the tables from type to file."""
