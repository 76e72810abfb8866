"""How each peer is driven, a file per peer and question. Only these files import peers."""
