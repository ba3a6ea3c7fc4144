"""What the three kinds of file look like: models that check a file's shape and teach its JSON Schema."""
