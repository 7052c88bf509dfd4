package org.schoolbell.district.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Shows the token endpoint the clients of {@code account.client}: client credentials by HTTP Basic, and nothing else. */
@Component
class ClientRepository implements RegisteredClientRepository {
	private final JdbcClient jdbc;
	private final TokenSettings tokens;

	ClientRepository(JdbcClient jdbc, AccountSettings settings) {
		this.jdbc = jdbc;
		this.tokens = TokenSettings.builder().accessTokenTimeToLive(settings.accessTokenLifetime()).build();
	}

	/** The token endpoint calls this for one purpose: a secret that was right but is hashed as of old gets a new hash. */
	@Override
	public void save(RegisteredClient client) {
		jdbc.sql("UPDATE account.client SET secret_hash = ? WHERE id = ?").param(client.getClientSecret()).param(client.getId()).update();
	}

	@Override
	public @Nullable RegisteredClient findById(String id) {
		return jdbc.sql("SELECT id, secret_hash, scopes FROM account.client WHERE id = ?").param(id).query((row, _) -> client(row))
				.optional()
				.orElse(null);
	}

	@Override
	public @Nullable RegisteredClient findByClientId(String clientId) {
		return findById(clientId);
	}

	private RegisteredClient client(ResultSet row) throws SQLException {
		String id = row.getString("id");
		Set<String> scopes = Set.of((String[]) row.getArray("scopes").getArray());
		return RegisteredClient.withId(id).clientId(id).clientSecret(row.getString("secret_hash"))
				.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
				.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS).scopes(all -> all.addAll(scopes)).tokenSettings(tokens)
				.build();
	}
}
