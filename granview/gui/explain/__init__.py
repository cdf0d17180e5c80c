"""The explain panel: what is asked, the numbers of the answers, all layers and heads, and picking a place."""
