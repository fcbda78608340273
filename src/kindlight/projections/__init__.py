"""What a record folds to: threads, garden, glow, helpers, a view of all. Each is begin() and fold(state, event)."""
