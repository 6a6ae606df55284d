"""The live session: answer codes pasted from the chat become counts and a picture for the room."""
