package org.schoolbell.embedded;

/** A user of the broker. */
public record BrokerCredentials(String username, Secret password) {}
