"""e-legitimation: the port that every provider implements, and the binding of a browser to a chat."""
