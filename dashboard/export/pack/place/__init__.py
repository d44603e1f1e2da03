"""The pack of a district or county."""
