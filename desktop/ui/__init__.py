"""The screens, and the kit they are built from."""
