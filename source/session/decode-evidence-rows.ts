import type {
	AuditLog,
	DomainClaim,
	EvidenceKind,
	FoundEvidence,
	SamlCertificate,
	ScimUsers,
} from '../types/evidence-facts.ts';
import type {ReadFailure} from '../types/facts.ts';
import {
	choice,
	count,
	type Decode,
	day,
	fields,
	flag,
	list,
	Misfit,
	moment,
	nullable,
	rawText,
	safeText,
	word,
} from './field.ts';

// What the facts from beside the API hold, field by field, as `decode-fact-rows.ts` does for the others.

const format = choice<AuditLog['format']>({csv: 'csv', ndjson: 'ndjson'});
const emptiness = choice<'no_records' | 'no_domain'>({no_records: 'no_records', no_domain: 'no_domain'});

/** A domain and what DNS said of it. `failure` decodes the reason of a read that failed. */
export function domainClaim(failure: Decode<ReadFailure>): Decode<DomainClaim> {
	return value => {
		const given = fields(value);
		return {
			given: rawText(given['given']),
			domain: rawText(given['domain']),
			name: safeText(given['name']),
			answer: domainAnswer(given['answer'], failure),
		};
	};
}

function domainAnswer(value: unknown, failure: Decode<ReadFailure>): DomainClaim['answer'] {
	const given = fields(value);
	switch (given['kind']) {
		case 'records': {
			return {
				kind: 'records',
				proofs: count(given['proofs']),
				others: count(given['others']),
				lookalike: nullable(safeText)(given['lookalike']),
			};
		}

		case 'failed': {
			return {kind: 'failed', failure: failure(given['failure']), reason: safeText(given['reason'])};
		}

		default: {
			return {kind: emptiness(given['kind'])};
		}
	}
}

export function samlCertificate(value: unknown): SamlCertificate {
	const given = fields(value);
	return {
		subject: safeText(given['subject']),
		issuer: safeText(given['issuer']),
		fingerprint: word(given['fingerprint']),
		validFrom: moment(given['validFrom']),
		validTo: moment(given['validTo']),
		isAuthority: flag(given['isAuthority']),
	};
}

export function auditLog(value: unknown): AuditLog {
	const given = fields(value);
	const groups = fields(given['groups']);
	return {
		format: format(given['format']),
		events: count(given['events']),
		malformed: count(given['malformed']),
		unlisted: count(given['unlisted']),
		oldest: moment(given['oldest']),
		newest: moment(given['newest']),
		groups: {
			authentication: count(groups['authentication']),
			permissions: count(groups['permissions']),
			projects: count(groups['projects']),
			exports: count(groups['exports']),
			other: count(groups['other']),
		},
		kinds: list(eventKind)(given['kinds']),
		gaps: list(gap)(given['gaps']),
		sha256: digest(given['sha256']),
	};
}

function eventKind(value: unknown): AuditLog['kinds'][number] {
	const given = fields(value);
	return {name: word(given['name']), count: count(given['count']), newest: moment(given['newest'])};
}

function gap(value: unknown): AuditLog['gaps'][number] {
	const given = fields(value);
	return {from: day(given['from']), to: day(given['to']), days: count(given['days'])};
}

function digest(value: unknown): string {
	if (typeof value !== 'string' || !/^[\da-f]{64}$/.test(value)) {
		throw new Misfit('a digest is expected');
	}

	return value;
}

export const evidenceKind = choice<EvidenceKind>({
	audit_log: 'audit_log',
	saml_certificate: 'saml_certificate',
});

/** What the journal keeps of a file: never who is in it. */
export function foundEvidence(value: unknown): FoundEvidence {
	const given = fields(value);
	const name = safeText(given['name']);
	const kind = evidenceKind(given['kind']);
	return kind === 'audit_log'
		? {kind, name, log: auditLog(given['log'])}
		: {kind, name, certificates: list(samlCertificate)(given['certificates'])};
}

export function scimUsers(value: unknown): ScimUsers {
	return {total: nullable(count)(fields(value)['total'])};
}
