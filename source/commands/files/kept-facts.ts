import {type BaseUrl, parseBaseUrl} from '../../mixpanel/base-url.ts';
import {FactsFault, type KeptFacts, readKeptFacts} from '../../session/facts-file.ts';
import {longestFacts} from '../../session/facts-store.ts';
import {readNamedText} from '../../session/read-named-text.ts';
import {makeSafe} from '../../terminal/make-safe.ts';
import {exitCodes} from '../../types/exit-code.ts';
import {UserError} from '../../types/user-error.ts';
import {askedOrganization} from '../call/asked-ids.ts';
import type {Invocation} from '../invocation.ts';
import {
	type Assessed,
	type AssessedTarget,
	type AssessOptions,
	judgeFacts,
} from '../reach/assess-connection.ts';
import {describeReads} from '../reach/describe-reads.ts';
import type {Trouble} from '../reach/trouble.ts';

/**
Judge the facts of the file `path` instead of asking Mixpanel, by today's rules, words and date. Throws a UserError (exit 2)
for a file that is not whole, of a newer version, of another organization than the one asked for or from the future,
and for flags that would need Mixpanel.
*/
export async function openKeptFacts(
	path: string,
	invocation: Invocation,
): Promise<(options: AssessOptions) => Promise<Assessed>> {
	for (const name of ['save-facts', 'secret-stdin', 'base-url', 'dns-server']) {
		if (invocation.flags.has(name)) {
			throw new UserError(`--${name} and --from-facts do not go together.`, {
				why: 'Facts from a file are judged without asking anyone.',
				next: 'Leave one of the two out. Credentials in the environment do no harm: they are not used.',
				exitCode: exitCodes.usage,
			});
		}
	}

	const shown = makeSafe(path, 500);
	const text = await readNamedText(path, {holds: 'facts', longest: longestFacts, next});
	const kept = decoded(text, shown);
	const asked = askedOrganization(invocation);
	if (asked !== null && asked !== kept.organizationId) {
		throw refusal(
			`${shown} holds the facts of organization ${kept.organizationId}.`,
			`Organization ${asked} was asked for.`,
		);
	}

	if (kept.readAt.getTime() > invocation.now().getTime() + clockSkew) {
		throw refusal(
			`${shown}: at readAt, the reading lies in the future.`,
			'The age of its facts is not known.',
		);
	}

	return options =>
		judgeFacts(options, {
			...kept,
			target: targetOf(kept),
			baseUrl: kept.baseUrl.origin,
			startedAt: invocation.now(),
			trouble: troubleOf(kept),
		});
}

function targetOf({baseUrl, organizationId, organizationName: name}: Kept): AssessedTarget {
	return baseUrl.kind === 'live'
		? {kind: 'live', region: baseUrl.region, organizationId, name}
		: {kind: 'simulated', organizationId, name};
}

/** What stood in the way of the reading; the exit code is the one it had. */
function troubleOf({facts, unauthorized}: Kept): Trouble | null {
	const trouble = describeReads(facts, unauthorized);
	return trouble === null
		? null
		: {
				what: 'These facts hold no reading of the organization.',
				why: `When they were kept: ${trouble.what} ${trouble.why}`,
				next: 'Read the organization again with `mixpanel-harden check --save-facts FILE`.',
			};
}

/** How far two clocks may be apart, milliseconds. */
const clockSkew = 10 * 60_000;

const next = 'Name a file that `mixpanel-harden check --save-facts FILE` wrote, as it wrote it.';

type Kept = Omit<KeptFacts, 'baseUrl'> & {readonly baseUrl: BaseUrl};

function decoded(text: string, shown: string): Kept {
	try {
		const kept = readKeptFacts(text);
		return {...kept, baseUrl: addressOf(kept.baseUrl)};
	} catch (error) {
		if (error instanceof FactsFault) {
			throw refusal(
				`${shown} cannot be judged: ${makeSafe(error.message, 500)}.`,
				'Half a reading would give wrong verdicts.',
			);
		}

		throw error;
	}
}

function addressOf(baseUrl: string): BaseUrl {
	try {
		return parseBaseUrl(baseUrl);
	} catch {
		throw new FactsFault('at baseUrl, neither a region of Mixpanel nor a loopback address is named');
	}
}

function refusal(what: string, why: string): UserError {
	return new UserError(what, {why, next, exitCode: exitCodes.usage});
}
