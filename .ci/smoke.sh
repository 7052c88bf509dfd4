#!/usr/bin/env bash
# The jar as a new user would start it: it starts, buzzes, is killed, starts again with its data, and ends at Ctrl-C without leaving anything behind.
# Needs what a plain Debian has beside a JDK 25 (bash, coreutils, script) and curl. Prints seconds; ends with 0 only if everything was seen.
set -euo pipefail
cd "$(dirname "$0")/.."
JAVA_HOME=$(.ci/jdk25)
export JAVA_HOME PATH="$JAVA_HOME/bin:$PATH"

jar=$PWD/schoolbell/target/schoolbell.jar
work=$(mktemp -d "${TMPDIR:-/tmp}/schoolbell-smoke.XXXXXX")
work=$(cd "$work" && pwd -P)
data=$work/data
written=$data/demo-credentials.json
seconds_to_wait=240

[ -f "$jar" ] || { echo "There is no $jar: run mvn verify first." >&2; exit 1; }

now() { date +%s%N; }
since() { awk -v a="$1" -v b="$(now)" 'BEGIN { printf "%.1f s", (b - a) / 1e9 }'; }
say() { printf 'smoke: %s\n' "$*"; }
fail() {
	say "FAILED: $*"
	for log in "$work"/*.log; do
		say "last lines of $log:"
		tail -n 40 "$log"
	done
	exit 1
}

# Every process that was started with this folder, and every program that was unpacked into it.
ours() {
	local process
	for process in /proc/[0-9]*; do
		if [ "${process#/proc/}" != "$$" ] && { [[ $(readlink "$process/exe" 2>/dev/null) == "$work"/* ]] ||
			{ [[ $(readlink "$process/exe" 2>/dev/null) == */java ]] && tr '\0' ' ' < "$process/cmdline" 2>/dev/null | grep -qF "$work"; }; }; then
			printf '%s ' "${process#/proc/}"
		fi
	done
}

# The ports on which these processes listen.
ports_of() {
	local process sockets=" "
	for process in "$@"; do
		sockets+="$(find "/proc/$process/fd" -type l -printf '%l ' 2>/dev/null | tr -d '[]' | sed 's/socket://g') "
	done
	awk -v sockets="$sockets" '$4 == "0A" && index(sockets, " " $10 " ") { split($2, local, ":"); print local[2] }' /proc/net/tcp /proc/net/tcp6 |
		sort -u | while read -r port; do printf '%d ' "0x$port"; done
}

clean_up() {
	local left
	left=$(ours)
	if [ -n "$left" ]; then
		# shellcheck disable=SC2086
		kill -9 $left 2>/dev/null || true
	fi
	rm -rf "$work"
}
trap clean_up EXIT

await() { # await WHAT COMMAND...
	local what=$1 end=$((SECONDS + seconds_to_wait))
	shift
	until "$@"; do
		[ $SECONDS -lt $end ] || fail "waited in vain: $what"
		sleep 0.1
	done
}
await_ready() {
	await "the demo is ready" eval "[ -f '$written' ] || ! kill -0 $1 2>/dev/null"
	[ -f "$written" ] || fail "the demo ended before it was ready"
}
value() { sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" "$written" | head -n 1; }
token() {
	curl -sf -u "demo-client:$(value secret)" -d grant_type=client_credentials --data-urlencode "scope=$1" "$(value district)/oauth2/token" |
		sed 's/.*"access_token" *: *"\([^"]*\)".*/\1/'
}

# One line for each delivery, so that grep can look at one at a time.
deliveries() { curl -sf "$(value sandbox)/deliveries?since=0" | sed 's/},{/}\n{/g' > "$work/deliveries"; }
delivered() { deliveries && grep -F "\"person\":\"$1\"" "$work/deliveries" | grep -qF "$2"; }
in_inbox() {
	curl -sf -H "Authorization: Bearer $(token schoolbell.read)" "$(value district)/api/v1/notices?person=$1" | grep -qF "$2"
}

begin=$(now)
java -jar "$jar" demo --port 0 --data-dir "$data" > "$work/first.log" 2>&1 &
demo=$!
await_ready $demo
say "started in $(since "$begin")"

begin=$(now)
answer=$(curl -sf -H "Authorization: Bearer $(token schoolbell.write)" -H 'Content-Type: application/json' \
	-d '{"assignment":"story-quiz-3","student":"maya-lopez","points":18}' "$(value district)/api/v1/scores") || fail "the score was not taken"
grep -q '"status" *: *201' <<< "$answer" || fail "the score was answered with $answer"
await "the push to the mother" delivered ana-lopez '"title":"Maya: 18 of 20 on Unit 3 Quiz"'
await "the push to the student" delivered maya-lopez '"title":"18 of 20 on Unit 3 Quiz"'
say "buzzed after $(since "$begin"), token and looking included"
for relative in ben-lopez rosa-lopez carla-lopez; do
	if grep -qF "\"person\":\"$relative\"" "$work/deliveries"; then fail "$relative was told"; fi
done

kill -9 $demo
wait $demo 2>/dev/null || true
say "killed; left behind: $(ours)"
rm -f "$written"

# In a terminal of its own, where Ctrl-C reaches all of the foreground as it does for a person.
mkfifo "$work/keys"
begin=$(now)
script -qfec "env --default-signal=INT,QUIT '$JAVA_HOME/bin/java' -jar '$jar' demo --port 0 --data-dir '$data'; echo exit status \$?" "$work/second.log" \
	< "$work/keys" > /dev/null &
terminal=$!
exec 3> "$work/keys"
await_ready $terminal
say "started again in $(since "$begin")"
in_inbox ana-lopez '18 of 20 on Unit 3 Quiz' || fail "the notice of before the kill is not in the inbox"
say "the inbox still has the notice"

processes=$(ours)
# shellcheck disable=SC2086
ports=$(ports_of $processes)
say "processes $processes"
say "ports $ports"
begin=$(now)
printf '\003' >&3
await "the end after Ctrl-C" eval "! kill -0 $terminal 2>/dev/null"
exec 3>&-
say "stopped in $(since "$begin"), $(grep -a -o 'exit status [0-9]*' "$work/second.log" | tail -n 1)"

left=$(ours)
[ -z "$left" ] || fail "these processes are left: $left"
[ "$(wc -w <<< "$ports")" -ge 7 ] || fail "fewer ports were seen than the demo opens: $ports"
for port in $ports; do
	if (exec 4<> "/dev/tcp/127.0.0.1/$port") 2>/dev/null; then fail "port $port is still open"; fi
done
[ ! -e "$written" ] || fail "$written is still there, although nothing runs"
say "no process left, no port left"
say "passed"
