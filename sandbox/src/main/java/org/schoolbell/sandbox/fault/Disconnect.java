package org.schoolbell.sandbox.fault;

/** How a connection ends in the middle of work. */
public enum Disconnect {
	/** The provider says good-bye: the push has not been looked at and may be sent again elsewhere; answers under way still come. */
	GOAWAY,
	/** The push is treated as ever, but instead of its answer a TCP reset comes: the sender cannot know what became of it. */
	RESET,
	/** The push is treated as ever, but neither its answer nor anything else comes on this connection, which stays open. */
	SILENCE
}
