"""The editors that forms are made of, each for one kind of value."""
