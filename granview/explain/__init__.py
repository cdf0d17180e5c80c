"""Why a network says what it says: attention, relevance and gradients of one sample. Runs in workers alone."""
