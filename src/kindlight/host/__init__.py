"""Time, chance, disk and network, and where the parts meet: the only room that knows any of them."""
