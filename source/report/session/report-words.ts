import type {WaiverRecord} from '../../types/decision.ts';
import type {FactName} from '../../types/facts.ts';
import type {Basis, ReasonCode, Status} from '../../types/verdict.ts';

/** What the codes of a report mean to a reader. */

export const statusWords: {readonly [Name in Status]: string} = {
	pass: 'pass',
	fail: 'FAIL',
	unknown: 'unknown',
	manual: 'by hand',
	not_applicable: 'not applicable',
};

export const basisWords: {readonly [Name in Basis]: string} = {
	verified: 'verified',
	confirmed: 'confirmed',
	attested: 'said',
};

export const waiverWords: {readonly [Name in WaiverRecord['waiver']]: string} = {
	accepted_risk: 'risk accepted',
	compensating: 'compensating measure',
	disputed: 'finding disputed',
};

export const factWords: {readonly [Name in FactName]: string} = {
	identity: 'what the key reaches',
	users: 'users',
	teams: 'teams',
	twoFactor: 'the two-factor setting',
	serviceAccounts: 'service accounts of the organization',
	projectServiceAccounts: 'service accounts of each project',
	properties: 'properties of each project',
	dataViews: 'data views of each project',
	domainClaims: 'TXT records of the claimed domains',
	samlCertificates: 'the SAML certificate',
	auditLog: 'the imported audit log',
	scimUsers: 'users by SCIM',
};

/** Where an organization lives. */
export const regionWords = {us: 'US', eu: 'EU', in: 'India', simulated: 'simulated, on one machine'} as const;

export const planWords = {growth: 'Growth', enterprise: 'Enterprise'} as const;

export const frameworkWords = {cis: 'CIS', nist80053: 'NIST 800-53', soc2: 'SOC 2'} as const;

/** `fail · verified`, `by hand (stale)`; what is not known is left out. */
export function verdictWords(
	status: Status | null,
	basis: Basis | null,
	reasonCode: ReasonCode | null = null,
): string {
	if (status === null) {
		return 'not assessed';
	}

	const words = statusWords[status] + (reasonCode === null ? '' : ` (${reasonCode})`);
	return basis === null ? words : `${words} · ${basisWords[basis]}`;
}

/** A moment to the second, UTC. */
export function moment(at: string): string {
	return at.replace(/\.\d+Z$/u, 'Z');
}
