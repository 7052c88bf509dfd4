package org.schoolbell;

/** Starts a role or runs a command. */
public final class Main {
	private Main() {
	}

	public static void main(String[] args) {
		System.out.println("Schoolbell");
	}
}
