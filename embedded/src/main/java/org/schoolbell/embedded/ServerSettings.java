package org.schoolbell.embedded;

import java.util.LinkedHashMap;
import java.util.Map;

/** PostgreSQL's settings for a small machine that does other things too. Every value is free of spaces, since they pass through a shell-like line. */
record ServerSettings(Map<String, String> values) {
	/**
	 * Durable: the launcher's own defaults switch both off, and a row that was committed was then lost when the machine's processes were killed. Errors are
	 * logged without statement and detail, since both quote the rows they are about.
	 */
	static ServerSettings durable() {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("fsync", "on");
		values.put("synchronous_commit", "on");
		values.put("full_page_writes", "on");
		values.put("listen_addresses", DatabaseAddress.HOST);
		values.put("unix_socket_directories", "");
		values.put("password_encryption", "scram-sha-256");
		values.put("max_connections", "100");
		values.put("shared_buffers", "256MB");
		values.put("work_mem", "16MB");
		values.put("maintenance_work_mem", "128MB");
		values.put("effective_cache_size", "1GB");
		values.put("random_page_cost", "1.1");
		values.put("jit", "off");
		values.put("wal_compression", "on");
		values.put("max_wal_size", "2GB");
		values.put("checkpoint_timeout", "15min");
		values.put("logging_collector", "on");
		values.put("log_directory", "log");
		values.put("log_filename", "postgresql-%a.log");
		values.put("log_truncate_on_rotation", "on");
		values.put("log_min_messages", "warning");
		values.put("log_min_error_statement", "panic");
		values.put("log_error_verbosity", "terse");
		return new ServerSettings(values);
	}

	/** For tests, whose rows nobody misses after a crash. */
	static ServerSettings fleeting() {
		Map<String, String> values = new LinkedHashMap<>(durable().values);
		values.put("fsync", "off");
		values.put("synchronous_commit", "off");
		values.put("full_page_writes", "off");
		values.put("shared_buffers", "128MB");
		return new ServerSettings(values);
	}
}
