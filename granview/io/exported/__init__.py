"""Files of exported networks: what they say of themselves, and the descriptions beside them."""
