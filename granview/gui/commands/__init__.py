"""What the user can do: every act, and the menus, toolbar and keys that reach it."""
