"""The application on Linux: a folder that is installed per user, without root, by one file that unpacks itself."""
