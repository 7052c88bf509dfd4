package org.schoolbell.bench;

/** Starts a benchmark by name. */
public final class Bench {
	private Bench() {
	}

	public static void main(String[] args) {
		System.out.println("bench");
	}
}
