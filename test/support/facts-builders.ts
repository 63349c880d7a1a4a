import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {Attestation} from '../../source/types/assessment.ts';
import {
	type besideFacts,
	type Evidence,
	type Facts,
	type Identity,
	type PerProject,
	type ProjectReference,
	type ProjectRole,
	type Property,
	perProjectFacts,
	type Read,
	type ReadFailure,
	type ServiceAccount,
	type ServiceAccountGrant,
	type Team,
	type User,
	type DataView as View,
} from '../../source/types/facts.ts';

/** The moment at which the organizations built here are judged. */
export const now = new Date('2026-11-24T10:00:00Z');

/** UTC ISO 8601, `days` before `now`; negative for days ahead. */
export function daysAgo(days: number): string {
	return new Date(now.getTime() - days * 86_400_000).toISOString();
}

const observedAt = '2026-11-24T10:00:00Z';

/** A read that answered. */
export function read<Value>(value: Value, detail = 'GET /api/app/somewhere'): Read<Value> {
	const evidence: Evidence = {source: 'api', detail, grade: 'provider', observedAt, outcome: 'ok'};
	return {outcome: 'ok', value, evidence: [evidence]};
}

/** A read that failed. */
export function failed(outcome: ReadFailure, detail = 'GET /api/app/somewhere') {
	const evidence: Evidence = {source: 'api', detail, grade: 'provider', observedAt, outcome};
	return {outcome, reason: makeSafe(`The read failed: ${outcome}.`), evidence: [evidence]} as const;
}

export function project(id: string, name = `Project ${id}`): ProjectReference {
	return {id, name: makeSafe(name), organizationId: '7654321'};
}

export function user(name: string, role: User['role'], more: Partial<User> = {}): User {
	return {
		id: name,
		email: makeSafe(`${name}@acme.example`),
		name: makeSafe(name),
		role,
		roleText: makeSafe(role),
		invited: false,
		...more,
	};
}

export function users(owners: number, admins: number, members: number): User[] {
	return [
		...Array.from({length: owners}, (_, index) => user(`owner${index}`, 'owner')),
		...Array.from({length: admins}, (_, index) => user(`admin${index}`, 'admin')),
		...Array.from({length: members}, (_, index) => user(`member${index}`, 'member')),
	];
}

export function team(name: string, members: number | null): Team {
	return {id: name, name: makeSafe(name), members};
}

/** An account without fault: used, young, expiring, a Member. */
export function account(name: string, more: Partial<ServiceAccount> = {}): ServiceAccount {
	return {
		id: name,
		username: makeSafe(`${name}.mp-service-account`),
		lastUsed: daysAgo(1),
		expires: daysAgo(-60),
		created: daysAgo(20),
		organizationRole: 'member',
		isOwn: false,
		...more,
	};
}

export function grant(
	name: string,
	role: ProjectRole['kind'] | null,
	more: Partial<ServiceAccountGrant> = {},
): ServiceAccountGrant {
	return {
		serviceAccountId: name,
		username: makeSafe(`${name}.mp-service-account`),
		role: role === null ? null : role === 'custom' ? {kind: role, name: makeSafe('Exporter')} : {kind: role},
		hasSensitiveAccess: false,
		grantedThrough: 'individual',
		isOwn: false,
		...more,
	};
}

export function property(rawName: string, more: Partial<Property> = {}): Property {
	return {
		id: `1:User:${encodeURIComponent(rawName)}`,
		rawName,
		name: makeSafe(rawName),
		resourceType: 'User',
		sensitive: false,
		hidden: false,
		dropped: false,
		...more,
	};
}

/** A private view with filters, not the default. */
export function view(name: string, more: Partial<View> = {}): View {
	return {
		id: `1:${name}`,
		name: makeSafe(name),
		isGlobal: false,
		isDefault: false,
		isVisible: false,
		hasAllMembers: false,
		hasFilters: true,
		...more,
	};
}

/** The view every project has, as it is born. */
export function globalView(more: Partial<View> = {}): View {
	return view('All Project Data', {
		isGlobal: true,
		isDefault: true,
		isVisible: true,
		hasAllMembers: true,
		hasFilters: false,
		...more,
	});
}

/** The wizard's own key. */
export const ownAccount = account('wizard', {isOwn: true, organizationRole: 'admin'});

/** Facts with every read answered and nothing to find: each read rule passes on them but those a person must confirm. */
export function hardenedFacts(): Required<Omit<Facts, (typeof besideFacts)[number]>> {
	const projects = [project('1', 'Shop'), project('2', 'Blog')] as const;
	const ownGrant = grant('wizard', 'admin', {isOwn: true});
	return {
		identity: read(
			{
				organizations: [{id: '7654321', name: makeSafe('Acme'), role: 'admin'}],
				projects: [...projects],
			},
			'GET /api/app/me',
		),
		users: read({users: users(2, 2, 8)}, 'GET /api/app/organizations/7654321/users/'),
		teams: read([team('Analysts', 6)], 'GET /api/app/organizations/7654321/teams'),
		twoFactor: read(
			{candidates: [{key: makeSafe('is_two_factor_required'), value: true}]},
			'GET /api/app/organizations/7654321/twofactor',
		),
		serviceAccounts: read(
			[account('etl'), account('backup'), ownAccount],
			'GET /api/app/organizations/7654321/service-accounts',
		),
		projectServiceAccounts: read([
			{
				project: projects[0],
				read: read([grant('etl', 'analyst'), ownGrant], 'GET /api/app/projects/1/service-accounts'),
			},
			{
				project: projects[1],
				read: read([grant('backup', 'consumer'), ownGrant], 'GET /api/app/projects/2/service-accounts'),
			},
		]),
		properties: read([
			{
				project: projects[0],
				read: read(
					[property('$email', {sensitive: true}), property('plan')],
					'GET /api/app/projects/1/properties',
				),
			},
			{project: projects[1], read: read([property('color')], 'GET /api/app/projects/2/properties')},
		]),
		dataViews: read(
			projects.map(each => ({
				project: each,
				read: read(
					[globalView({isDefault: false}), view('EU', {isDefault: true})],
					`GET /api/app/projects/${each.id}/workspaces`,
				),
			})),
		),
	};
}

/** What `/me` tells the key of an Admin of the organization about exactly the projects the facts speak of. */
export function identityOver(facts: Facts): Read<Identity> {
	const projects = perProjectFacts.flatMap(name => {
		const fact: Read<PerProject<unknown>> | undefined = facts[name];
		return fact?.outcome === 'ok' ? fact.value.map(each => each.project) : [];
	});
	return read({
		organizations: [{id: '7654321', name: makeSafe('Acme'), role: 'admin'}],
		projects: [...new Map(projects.map(each => [each.id, each])).values()],
	});
}

/** Ana's word on a rule as a whole, three days old. */
export function attestation(
	rule: string,
	status: Attestation['status'],
	more: Partial<Attestation> = {},
): Attestation {
	return {
		rule,
		ruleVersion: 1,
		resource: null,
		status,
		by: makeSafe('Ana'),
		observedOn: daysAgo(3).slice(0, 10),
		seen: makeSafe('the switch is purple'),
		at: daysAgo(3),
		...more,
	};
}
