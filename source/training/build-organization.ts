import type {Dialects} from './dialects.ts';
import {idMaker, indexWithin, type MakeId} from './ids.ts';
import type {Organization, StoredAccount, StoredProject, StoredProperty, StoredUser} from './organization.ts';
import {integerBetween, randomText, seededRandom, shuffled} from './random.ts';
import {firstNames, lastNames} from './scenarios/names.ts';
import type {PlantedProject, PlantedProperty, PlantedServiceAccount, Scenario} from './scenarios/scenario.ts';
import {settingsObjects} from './settings-objects.ts';
import {daysFrom} from './wire-time.ts';

/**
The organization of a scenario as it stands at `now`. Ids, names, secrets and tails come from scenario and seed
alone; only dates come from `now`. Throws Error when the scenario does not plant the account it gives away.
*/
export function buildOrganization(
	scenario: Scenario,
	seed: number,
	dialects: Dialects,
	now: Date,
): Organization {
	const makeId = idMaker(scenario, seed);
	const random = (...words: readonly (string | number)[]) => seededRandom(scenario.name, seed, ...words);
	const name = shuffled(random('organization'), scenario.organizationNames)[0] ?? scenario.name;
	const domain = `${name.split(' ')[0]?.toLowerCase()}.example`;
	const projectIds = new Map(
		scenario.projects.map((project, index) => [project.key, makeId('project', index)]),
	);

	const accounts = scenario.serviceAccounts.map(
		(planted, index): StoredAccount => ({
			id: makeId('service_account', index),
			username: `${planted.name}.${randomText(random('tail', planted.key), 6)}.mp-service-account`,
			secret: practiceSecret(random('secret', planted.key)),
			organizationRole: planted.organizationRole,
			lastUsed: planted.usedDaysAgo === null ? null : daysFrom(now, -planted.usedDaysAgo),
			expires: planted.expiresInDays === null ? null : daysFrom(now, planted.expiresInDays),
			created: daysFrom(now, -planted.createdDaysAgo),
			rhythm: rhythmOf(planted),
		}),
	);
	const ownKey = scenario.own ?? 'wizard';
	const own = accounts[scenario.serviceAccounts.findIndex(planted => planted.key === ownKey)];
	if (own === undefined) {
		throw new Error(`Scenario ${scenario.name} has no account called ${ownKey}`);
	}

	return {
		id: makeId('organization', 0),
		name,
		plan: scenario.plan,
		users: buildUsers(scenario, makeId, random, domain),
		teams: scenario.teams.map((team, index) => ({...team, id: makeId('team', index)})),
		projects: scenario.projects.map((project, index) => buildProject(project, index, makeId, random)),
		customRoles: scenario.customRoles.map(role => ({id: roleId(random('role', role)), name: role})),
		accounts,
		grants: scenario.serviceAccounts.flatMap((planted, index) =>
			planted.grants.map(grant => ({
				account: makeId('service_account', index),
				project: projectIds.get(grant.project) ?? '',
				role: grant.role,
				through: grant.through,
				seesClassified: grant.seesClassified === true,
			})),
		),
		settings: settingsObjects(dialects.twoFactor, scenario.twoFactorRequired),
		own,
		scimToken: scenario.plan === 'enterprise' ? practiceSecret(random('scim')) : null,
		zone: buildZone(scenario.domains, domain, random),
	};
}

function rhythmOf({usedEveryMinutes, usedDaysAgo}: PlantedServiceAccount): StoredAccount['rhythm'] {
	return usedEveryMinutes === undefined
		? null
		: {every: usedEveryMinutes * 60_000, lastBefore: (usedDaysAgo ?? 0) * 86_400_000};
}

type RandomFor = (...words: readonly (string | number)[]) => () => number;

/** A secret that cannot be mistaken for a real one, and that no real one is mistaken for. */
export function practiceSecret(random: () => number): string {
	return `practice-${randomText(random, 32, 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789')}`;
}

function buildUsers(scenario: Scenario, makeId: MakeId, random: RandomFor, domain: string): StoredUser[] {
	const first = shuffled(random('first names'), firstNames);
	return scenario.people.map((planted, index) => {
		const round = Math.floor(index / first.length);
		const given = `${first[index % first.length]}`;
		const family = lastNames[integerBetween(random('last name', planted.key), 0, lastNames.length - 1)];
		const extra: unknown = JSON.parse(planted.extra ?? '{}');
		return {
			id: makeId('user', index),
			email: planted.email ?? `${given.toLowerCase()}${round === 0 ? '' : round + 1}@${domain}`,
			name: planted.name ?? `${given} ${family}`,
			role: planted.role,
			invited: planted.invited === true,
			extra: typeof extra === 'object' && extra !== null ? Object.fromEntries(Object.entries(extra)) : {},
		};
	});
}

function buildProject(
	planted: PlantedProject,
	index: number,
	makeId: MakeId,
	random: RandomFor,
): StoredProject {
	const canary = (kind: string) => `practice-canary-${kind}-${randomText(random(kind, planted.key), 16)}`;
	return {
		id: makeId('project', index),
		name: planted.name,
		token: canary('token'),
		apiKey: canary('api-key'),
		apiSecret: canary('api-secret'),
		views: planted.views.map((view, at) => ({...view, id: makeId('data_view', indexWithin(index, at))})),
		properties: planted.properties.map((property, at) =>
			storedProperty(property, makeId('property', indexWithin(index, at))),
		),
	};
}

/** A property as it is stored under an id. */
export function storedProperty({name, resourceType, is}: PlantedProperty, id: string): StoredProperty {
	return {
		id,
		name,
		resourceType,
		displayName: '',
		description: '',
		hidden: is === 'hidden',
		dropped: is === 'dropped',
		sensitive: is === 'sensitive',
	};
}

function buildZone(domains: Scenario['domains'], root: string, random: RandomFor): Organization['zone'] {
	const place = (name: string) => (name === '' ? root : `${name}.${root}`);
	const proof = (name: string) => `mixpanel-domain-verify=${randomText(random('domain', name), 32)}`;
	return new Map<string, readonly string[] | null>([
		...domains.claimed.map(name => [place(name), ['v=spf1 -all', proof(name)]] as const),
		...domains.unclaimed.map(name => [place(name), ['v=spf1 -all']] as const),
		...domains.failing.map(name => [place(name), null] as const),
	]);
}

function roleId(random: () => number): string {
	return [8, 4, 4, 4, 12].map(length => randomText(random, length)).join('-');
}
