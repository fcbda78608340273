"""What may be seen and heard: the contract on the wire, thought into light, and the composing of messages."""
