import type {ReadFailure} from './facts.ts';
import type {SafeText} from './safe-text.ts';

/** What DNS says of one domain that a person named as claimed (mixpanel-api §6.4). */
export type DomainClaim = {
	/** The domain exactly as the person wrote it, to find it again; never shown. */
	readonly given: string;
	/** The name that was asked for: ASCII, lower case, no final dot; empty where `given` is no domain name. */
	readonly domain: string;
	readonly name: SafeText;
	readonly answer:
		| {
				readonly kind: 'records';
				/** TXT records that prove a claim, and all others. */
				readonly proofs: number;
				readonly others: number;
				/** A record that was meant to be the proof and is misspelt; null for none. */
				readonly lookalike: SafeText | null;
		  }
		| {readonly kind: 'no_records' | 'no_domain'}
		| {readonly kind: 'failed'; readonly failure: ReadFailure; readonly reason: SafeText};
};

/** A certificate of the identity provider, from a file a person named. Times are UTC ISO 8601. */
export type SamlCertificate = {
	readonly subject: SafeText;
	readonly issuer: SafeText;
	/** SHA-256 as `AB:CD:…`. */
	readonly fingerprint: string;
	readonly validFrom: string;
	readonly validTo: string;
	/** Marked as able to sign other certificates. */
	readonly isAuthority: boolean;
};

/** The four groups of key events (guide-facts 4.1), and what belongs to none of them. */
export type AuditGroup = 'authentication' | 'permissions' | 'projects' | 'exports' | 'other';

/** An exported audit log in numbers: no person, address or text of the file is in here. Times are UTC ISO 8601. */
export type AuditLog = {
	readonly format: 'csv' | 'ndjson';
	/** Rows with an event and a time that were understood. */
	readonly events: number;
	/** Rows that could not be read. */
	readonly malformed: number;
	/** Rows whose event is in no published list. */
	readonly unlisted: number;
	readonly oldest: string;
	readonly newest: string;
	readonly groups: {readonly [Name in AuditGroup]: number};
	/** Each published event that occurs, by name. */
	readonly kinds: readonly {readonly name: string; readonly count: number; readonly newest: string}[];
	/** Days without a single event, at least a week of them, the longest first; ISO dates of the first and the last. */
	readonly gaps: readonly {readonly from: string; readonly to: string; readonly days: number}[];
	/** SHA-256 of the file, in lower-case hexadecimal. */
	readonly sha256: string;
	/**
	The newest of each kind of event that can put a person's word in doubt, with who did it: only where it was asked for,
	only while the program runs. It is written down nowhere.
	*/
	readonly recent?: readonly AuditEvent[];
};

/** One entry of an audit log. `at` is UTC ISO 8601; `by` is null where the row names nobody. */
export type AuditEvent = {readonly name: string; readonly at: string; readonly by: SafeText | null};

/** Files that are taken in as evidence. */
export type EvidenceKind = 'audit_log' | 'saml_certificate';

/** What a session keeps of a file that was taken in as evidence: its name, when, and what was found; never the file. */
export type ImportedEvidence = {
	/** The name of the file, without its folder. */
	readonly name: SafeText;
	/** UTC ISO 8601. */
	readonly at: string;
} & (
	| {readonly kind: 'audit_log'; readonly log: AuditLog}
	| {readonly kind: 'saml_certificate'; readonly certificates: readonly SamlCertificate[]}
);

/** What was found in a file that was just read. */
export type FoundEvidence =
	| {readonly kind: 'audit_log'; readonly name: SafeText; readonly log: AuditLog}
	| {
			readonly kind: 'saml_certificate';
			readonly name: SafeText;
			readonly certificates: readonly SamlCertificate[];
	  };

/** What SCIM answered to the question for its users; null where it does not say how many there are. */
export type ScimUsers = {readonly total: number | null};

/** How far the reading of a file is, in bytes, and the events understood so far. */
export type ReadProgress = {readonly done: number; readonly size: number; readonly events: number};
