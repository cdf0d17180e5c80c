"""What a unit looks like, small: a piece of a picture with the reference's outline, or some words of a text."""
