package org.schoolbell.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.schoolbell.district.account.AccountId;
import org.schoolbell.district.account.Accounts;
import org.schoolbell.district.account.Activation;
import org.schoolbell.district.account.ActivationKeys;
import org.schoolbell.district.account.Holder;
import org.schoolbell.district.account.Password;
import org.schoolbell.district.account.Username;
import org.schoolbell.district.audit.Origin;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.right.Role;
import org.schoolbell.district.roster.People;
import org.schoolbell.sandbox.sample.SampleDistrict;
import org.schoolbell.sandbox.sample.StoryFamily;

/** People of the demo who can sign in, at least one for each role. Their accounts are made as a school makes them: opened, and activated with a key. */
final class DemoAccounts {
	/** Without characters that look like others. */
	private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
	private static final int GROUPS = 4;
	private static final int GROUP = 4;

	/** @param name of somebody whom the roster does not have; null for those whom it has, by the sourcedId that is their username */
	private record Member(Role role, String username, @Nullable String name) {
		static Member listed(Role role, String sourcedId) {
			return new Member(role, sourcedId, null);
		}

		static Member unlisted(Role role, String name) {
			return new Member(role, role.value(), name);
		}
	}

	private static final List<Member> MEMBERS = List.of(Member.unlisted(Role.ADMINISTRATOR, "Dana Whitfield"),
			Member.listed(Role.TEACHER, StoryFamily.TEACHER), Member.unlisted(Role.CLERK, "Rosalind Park"),
			Member.unlisted(Role.CASHIER, "Samuel Ortega"), Member.unlisted(Role.HELPDESK, "Noor Haddad"),
			Member.unlisted(Role.INTEGRATOR, "Kenji Ito"), Member.listed(Role.PARENT, StoryFamily.ANA),
			Member.listed(Role.PARENT, StoryFamily.BEN), Member.listed(Role.STUDENT, StoryFamily.MAYA));

	private final SampleDistrict sample;
	private final Accounts accounts;
	private final ActivationKeys keys;
	private final Activation activation;
	private final People people;
	private final TransactionTemplate transaction;
	private final SecureRandom random = new SecureRandom();

	DemoAccounts(ApplicationContext district, SampleDistrict sample) {
		this.sample = sample;
		this.accounts = district.getBean(Accounts.class);
		this.keys = district.getBean(ActivationKeys.class);
		this.activation = district.getBean(Activation.class);
		this.people = district.getBean(People.class);
		this.transaction = new TransactionTemplate(district.getBean(PlatformTransactionManager.class));
	}

	/**
	 * Opens those accounts that are not there, with passwords that the folder keeps. They are kept first: a process that dies after that opens with the
	 * same ones at its next start.
	 */
	List<Addresses.Account> open(DataFolder folder) throws IOException {
		Map<String, String> passwords = passwords(folder);
		for (Member member : MEMBERS) {
			if (accounts.withUsername(new Username(member.username)).isEmpty()) {
				// Together: an account without its key would be opened again.
				transaction.executeWithoutResult(_ -> open(member, new Password(of(member, passwords))));
			}
		}
		return MEMBERS.stream().map(member -> new Addresses.Account(member.role.value(), member.name == null ? member.username : null,
				member.username, of(member, passwords))).toList();
	}

	private static String of(Member member, Map<String, String> passwords) {
		return Objects.requireNonNull(passwords.get(member.username));
	}

	private Map<String, String> passwords(DataFolder folder) throws IOException {
		Map<String, String> kept = folder.passwords();
		Map<String, String> passwords = new TreeMap<>(kept == null ? Map.of() : kept);
		if (passwords.size() < MEMBERS.size()) {
			MEMBERS.forEach(member -> passwords.computeIfAbsent(member.username, _ -> randomPassword()));
			folder.keep(passwords);
		}
		return passwords;
	}

	private void open(Member member, Password password) {
		AccountId account = accounts.open(Origin.SERVER, holder(member), Set.of(member.role), language(member));
		Activation.Outcome outcome = activation.use(InetAddress.getLoopbackAddress(), keys.issue(Origin.SERVER, account).key(),
				new Username(member.username), password);
		if (!(outcome instanceof Activation.Outcome.Activated)) {
			throw new DemoException("The account " + member.username + " could not be opened: add --reset to make the data anew.");
		}
	}

	private Holder holder(Member member) {
		if (member.name != null) {
			return new Holder.Unlisted(member.name);
		}
		SourcedId name = new SourcedId(member.username);
		PersonId person = people.idsOf(List.of(name)).get(name);
		if (person == null) {
			throw new DemoException("The sample's import left out " + member.username + ": add --reset to make the data anew.");
		}
		return new Holder.Listed(person);
	}

	private Optional<String> language(Member member) {
		return StoryFamily.includes(member.username) ? Optional.of(sample.language(member.username)) : Optional.empty();
	}

	/** @return 79 random bits in four groups, for people who type it */
	private String randomPassword() {
		StringBuilder password = new StringBuilder();
		for (int i = 0; i < GROUPS * GROUP; i++) {
			password.append(i > 0 && i % GROUP == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
		}
		return password.toString();
	}
}
