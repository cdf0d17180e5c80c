"""The application on Windows: the folder in an installer of Inno Setup, per user, with Start menu and file type."""
