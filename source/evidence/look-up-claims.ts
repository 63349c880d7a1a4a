import {Resolver} from 'node:dns/promises';
import {makeSafe} from '../terminal/make-safe.ts';
import type {DomainClaim} from '../types/evidence-facts.ts';
import type {Evidence, Read, ReadFailure} from '../types/facts.ts';
import {domainName} from './domain-name.ts';

export type LookUpOptions = {
	/** `IP:port` of the name server; null = the system's. */
	readonly server: string | null;
	/** A simulated organization has no domains on the internet, so only a server that was named is asked about them. */
	readonly isSimulated: boolean;
	readonly signal: AbortSignal;
	readonly now: () => Date;
	/** Milliseconds for one try, and for everything about one domain. */
	readonly limits?: {readonly attempt: number; readonly domain: number};
};

const defaultLimits = {attempt: 3000, domain: 10_000};

/** Domains that are looked up at once, and at all: a list that is longer is no list of claims. */
const workers = 4;
const maximumDomains = 200;

/** Longest record that is shown, in graphemes. */
const longestRecord = 120;

const proof = /^mixpanel-domain-verify=[^\s=]+$/;

/**
Look up the TXT records of domains, written as people wrote them. A domain without the record is an answer; a server
that fails, refuses or keeps silent leaves that domain open. Gives null where there is no domain to ask for. Rejects
with the signal's reason when it aborts, and for nothing else.
*/
export async function lookUpClaims(
	domains: readonly string[],
	options: LookUpOptions,
): Promise<Read<readonly DomainClaim[]> | null> {
	const observedAt = options.now().toISOString();
	if (domains.length === 0) {
		return null;
	}

	if (options.isSimulated && options.server === null) {
		return {
			outcome: 'network',
			reason: makeSafe(
				'The organization is simulated, so the real DNS was not asked about its domains. Name its own server with --dns-server.',
			),
			evidence: [evidenceOf('claimed domains', null, observedAt, 'skipped')],
		};
	}

	const claims: DomainClaim[] = [];
	const waiting = domains.slice(0, maximumDomains).entries();
	const work = async (): Promise<void> => {
		for (const [index, given] of waiting) {
			options.signal.throwIfAborted();
			claims[index] = await lookUpOne(given, options);
		}
	};
	await Promise.all(Array.from({length: workers}, work));
	return {
		outcome: 'ok',
		value: claims,
		evidence: claims.map(({domain, name, answer}) =>
			evidenceOf(
				domain === '' ? name : domain,
				options.server,
				observedAt,
				domain === '' ? 'skipped' : answer.kind === 'failed' ? answer.failure : 'ok',
			),
		),
	};
}

function evidenceOf(
	name: string,
	server: string | null,
	observedAt: string,
	outcome: Evidence['outcome'],
): Evidence {
	const detail = `TXT ${name}${server === null ? '' : ` at ${server}`}`;
	return {source: 'dns', detail, grade: null, observedAt, outcome};
}

async function lookUpOne(given: string, options: LookUpOptions): Promise<DomainClaim> {
	const domain = domainName(given);
	const found = {given, domain: domain ?? '', name: makeSafe(given.trim())};
	if (domain === null) {
		const reason = makeSafe('This is no name of a domain, so it was not looked up.');
		return {...found, answer: {kind: 'failed', failure: 'unreadable', reason}};
	}

	const {attempt, domain: all} = options.limits ?? defaultLimits;
	const resolver = new Resolver({timeout: attempt, tries: 2});
	if (options.server !== null) {
		resolver.setServers([options.server]);
	}

	let isLate = false;
	const late = setTimeout(() => {
		isLate = true;
		resolver.cancel();
	}, all);
	const cancel = (): void => resolver.cancel();
	options.signal.addEventListener('abort', cancel, {once: true});
	try {
		const records = await resolver.resolveTxt(domain);
		return {...found, answer: answerOf(records.map(parts => parts.join('')))};
	} catch (error) {
		options.signal.throwIfAborted();
		return {...found, answer: failureOf(isLate ? 'ETIMEOUT' : codeOf(error))};
	} finally {
		clearTimeout(late);
		options.signal.removeEventListener('abort', cancel);
	}
}

function answerOf(records: readonly string[]): DomainClaim['answer'] {
	const others = records.filter(record => !proof.test(record));
	const lookalike = others.find(record => /mixpanel/i.test(record));
	return {
		kind: 'records',
		proofs: records.length - others.length,
		others: others.length,
		// The resolver hands over bytes as characters; only what is shown has to be text again.
		lookalike:
			lookalike === undefined
				? null
				: makeSafe(Buffer.from(lookalike, 'latin1').toString('utf8'), longestRecord),
	};
}

const failures: {readonly [code: string]: readonly [ReadFailure, string]} = {
	ESERVFAIL: ['network', 'The name server failed to answer (SERVFAIL).'],
	EREFUSED: ['denied', 'The name server refused to answer (REFUSED).'],
	ETIMEOUT: ['timeout', 'No name server answered in time.'],
	ECONNREFUSED: ['network', 'No name server could be reached.'],
	EBADRESP: ['unreadable', 'The answer of the name server could not be read.'],
	EFORMERR: ['unreadable', 'The name server did not understand the question.'],
	ENOTIMP: ['unreadable', 'The name server does not know TXT records.'],
};

function failureOf(code: string): DomainClaim['answer'] {
	switch (code) {
		case 'ENODATA': {
			return {kind: 'no_records'};
		}

		case 'ENOTFOUND': {
			return {kind: 'no_domain'};
		}

		default: {
			const [failure, words] = failures[code] ?? ['network', `The lookup failed (${makeSafe(code, 40)}).`];
			return {kind: 'failed', failure, reason: makeSafe(words)};
		}
	}
}

function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';
}
