import fc from 'fast-check';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {AuditLog, DomainClaim, SamlCertificate, ScimUsers} from '../../source/types/evidence-facts.ts';
import type {Facts, ReadFailure} from '../../source/types/facts.ts';
import {daysAgo, failed, read} from './facts-builders.ts';

/** An imported log whose newest event is a day old, with these kinds: name, count, days since the newest. */
export function auditLog(
	kinds: readonly (readonly [name: string, count: number, age: number])[] = [],
	more: Partial<AuditLog> = {},
): AuditLog {
	return {
		format: 'csv',
		events: 1000,
		malformed: 0,
		unlisted: 0,
		oldest: daysAgo(30),
		newest: daysAgo(1),
		groups: {authentication: 12, permissions: 1, projects: 0, exports: 3, other: 5},
		kinds: kinds.map(([name, count, age]) => ({name, count, newest: daysAgo(age)})),
		gaps: [],
		sha256: 'ab'.repeat(32),
		...more,
	};
}

const count = fc.nat(10_000);
const past = fc.integer({min: -100, max: 900}).map(daysAgo);
const text = fc.string({maxLength: 20}).map(each => makeSafe(each));
const failure = fc.constantFrom<ReadFailure[]>('denied', 'not_found', 'unreadable', 'timeout', 'network');

const claim: fc.Arbitrary<DomainClaim> = fc.record({
	given: fc.string({maxLength: 20}),
	domain: fc.constantFrom('a.example', 'b.example', ''),
	name: text,
	answer: fc.oneof(
		fc.record({
			kind: fc.constant('records' as const),
			proofs: count,
			others: count,
			lookalike: fc.option(text),
		}),
		fc.record({kind: fc.constantFrom('no_records' as const, 'no_domain' as const)}),
		fc.record({kind: fc.constant('failed' as const), failure, reason: text}),
	),
});

const certificate: fc.Arbitrary<SamlCertificate> = fc.record({
	subject: text,
	issuer: text,
	fingerprint: fc.constantFrom('AB:CD', '01:02'),
	validFrom: past,
	validTo: past,
	isAuthority: fc.boolean(),
});

const log: fc.Arbitrary<AuditLog> = fc.record({
	format: fc.constantFrom('csv', 'ndjson'),
	events: count,
	malformed: count,
	unlisted: count,
	oldest: past,
	newest: past,
	groups: fc.record({
		authentication: count,
		permissions: count,
		projects: count,
		exports: count,
		other: count,
	}),
	kinds: fc.array(
		fc.record({name: fc.constantFrom('session.logged_in', 'user.role_changed'), count, newest: past}),
		{maxLength: 3},
	),
	gaps: fc.array(
		fc.record({from: past, to: past, days: count}).map(({from, to, days}) => ({
			from: from.slice(0, 10),
			to: to.slice(0, 10),
			days,
		})),
		{maxLength: 2},
	),
	sha256: fc.constant('0a'.repeat(32)),
});

const scim: fc.Arbitrary<ScimUsers> = fc.record({total: fc.option(count)});

/** Any facts from beside the service account's reads, failed ones among them, some absent. */
export const anyBeside: fc.Arbitrary<Facts> = fc.record(
	{
		domainClaims: fc.oneof(
			fc.array(claim, {maxLength: 3}).map(each => read(each)),
			failure.map(each => failed(each)),
		),
		samlCertificates: fc.array(certificate, {maxLength: 3}).map(each => read(each)),
		auditLog: log.map(each => read(each)),
		scimUsers: fc.oneof(
			scim.map(each => read(each)),
			failure.map(each => failed(each)),
		),
	},
	{requiredKeys: []},
);
