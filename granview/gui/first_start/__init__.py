"""What models run on is chosen, downloaded and changed: at the first start of the application, and whenever asked."""
