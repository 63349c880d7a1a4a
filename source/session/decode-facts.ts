import type {Evidence, FactName, Facts, FactValues, PerProject, Read, ReadFailure} from '../types/facts.ts';
import type {Grade} from '../types/verdict.ts';
import {auditLog, domainClaim, samlCertificate, scimUsers} from './decode-evidence-rows.ts';
import {
	dataView,
	grant,
	identity,
	project,
	property,
	serviceAccount,
	team,
	twoFactor,
	user,
} from './decode-fact-rows.ts';
import {choice, type Decode, fields, list, moment, nullable, safeText} from './field.ts';

const source = choice<Evidence['source']>({
	api: 'api',
	dns: 'dns',
	certificate: 'certificate',
	log: 'log',
	person: 'person',
});
const grade = choice<Grade>({documented: 'documented', provider: 'provider', inferred: 'inferred'});
const failures = {
	denied: 'denied',
	not_found: 'not_found',
	unreadable: 'unreadable',
	timeout: 'timeout',
	network: 'network',
} as const satisfies {readonly [Name in ReadFailure]: Name};
const failure = choice<ReadFailure>(failures);
const outcome = choice<Evidence['outcome']>({ok: 'ok', skipped: 'skipped', ...failures});

function evidence(value: unknown): Evidence {
	const given = fields(value);
	return {
		source: source(given['source']),
		detail: safeText(given['detail']),
		grade: nullable(grade)(given['grade']),
		observedAt: moment(given['observedAt']),
		outcome: outcome(given['outcome']),
	};
}

function read<Value>(decode: Decode<Value>): Decode<Read<Value>> {
	return value => {
		const given = fields(value);
		const seen = list(evidence)(given['evidence']);
		return given['outcome'] === 'ok'
			? {outcome: 'ok', value: decode(given['value']), evidence: seen}
			: {outcome: failure(given['outcome']), reason: safeText(given['reason']), evidence: seen};
	};
}

function perProject<Value>(decode: Decode<Value>): Decode<PerProject<Value>> {
	return list(value => {
		const given = fields(value);
		return {project: project(given['project']), read: read(decode)(given['read'])};
	});
}

const decoders: {readonly [Name in FactName]: Decode<Read<FactValues[Name]>>} = {
	identity: read(identity),
	users: read(value => ({users: list(user)(fields(value)['users'])})),
	teams: read(list(team)),
	twoFactor: read(twoFactor),
	serviceAccounts: read(list(serviceAccount)),
	projectServiceAccounts: read(perProject(list(grant))),
	properties: read(perProject(list(property))),
	dataViews: read(perProject(list(dataView))),
	domainClaims: read(list(domainClaim(failure))),
	samlCertificates: read(list(samlCertificate)),
	auditLog: read(auditLog),
	scimUsers: read(scimUsers),
};

/**
Facts reduced to the fields their types name, in a fixed order, every text made safe anew: what is written to the
disk and what is read back from it. Throws a `Misfit` for a value that is no fact.
*/
export function decodeFacts(value: unknown): Facts {
	const given = fields(value);
	return {
		...take('identity', given['identity']),
		...take('users', given['users']),
		...take('teams', given['teams']),
		...take('twoFactor', given['twoFactor']),
		...take('serviceAccounts', given['serviceAccounts']),
		...take('projectServiceAccounts', given['projectServiceAccounts']),
		...take('properties', given['properties']),
		...take('dataViews', given['dataViews']),
		...take('domainClaims', given['domainClaims']),
		...take('samlCertificates', given['samlCertificates']),
		...take('auditLog', given['auditLog']),
		...take('scimUsers', given['scimUsers']),
	};
}

function take<Name extends FactName>(
	name: Name,
	value: unknown,
): {readonly [Each in Name]?: Read<FactValues[Each]>} {
	const taken: {[Each in Name]?: Read<FactValues[Each]>} = {};
	if (value !== undefined) {
		taken[name] = decoders[name](value);
	}

	return taken;
}
