import assert from 'node:assert/strict';
import {utimes} from 'node:fs/promises';
import path from 'node:path';
import type {TestContext} from 'node:test';
import {openSession} from '../../source/session/open-session.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import {resourceId} from '../../source/training/resource-id.ts';
import {type PlantedReference, project} from '../../source/training/scenarios/scenario.ts';
import {startup} from '../../source/training/scenarios/startup.ts';
import type {ChangeIntent, ChangeOutcome} from '../../source/types/change.ts';
import type {WaiverScope} from '../../source/types/decision.ts';
import type {ResourceKey} from '../../source/types/resource.ts';
import type {SessionEvent} from '../../source/types/session.ts';
import type {Target} from '../../source/types/target.ts';
import {day, dayAgo, leaveSession, leaveTraining} from './left-session.ts';
import {temporaryDirectory} from './program.ts';

export const organization = {scenario: 'startup', seed: 1} as const;

/** Days ago of the first sitting, when the organization was planted too, and of the second. */
const first = 20;
const second = 3;

/** When the organization the session is about was planted. */
export const plantedAt = new Date(Date.now() - first * day);

const ana = makeSafe('Ana');

/** Leave a session in which everything that can be half done, waiting, ended or in doubt is. */
export async function leaveParked(
	test: TestContext,
	stateDirectory: string,
	more: readonly SessionEvent[] = [],
): Promise<void> {
	const target: Target = {
		kind: 'simulated',
		organizationId: resourceId(startup, organization.seed, {type: 'organization'}),
		name: makeSafe('Harbour Example'),
	};
	const facts = await leaveTraining(await temporaryDirectory(test), first);
	await leaveSession(stateDirectory, target, first, facts, firstSitting());
	const then = new Date(Date.now() - second * day);
	const opened = await openSession({
		stateDirectory,
		target,
		tool: {version: '0.1.0', guideVersion: '0.1.0'},
		now: () => then,
	});
	assert.ok(opened.kind === 'open');
	for (const event of [...secondSitting(), ...more]) {
		await opened.session.append(event);
	}

	await opened.session.close();
	// The list of sessions goes by the age of the file.
	const journal = path.join(
		stateDirectory,
		'sessions',
		`simulated-${target.organizationId}`,
		'journal.jsonl',
	);
	await utimes(journal, then, then);
}

function firstSitting(): readonly SessionEvent[] {
	return [
		{type: 'person_named', name: ana},
		{
			type: 'profile_answered',
			answers: {
				level: 'L2',
				plan: 'growth',
				sso: 'enabled',
				idp: 'okta',
				domains: ['harbour.example'],
				replay: false,
				role: 'admin',
			},
		},
		{type: 'reading_confirmed', confirmation: {reading: 'users', key: null, agrees: true, by: ana}},
		attested('admins-documented', first, 'The list in the wiki'),
		attested('service-account-role', first, 'None of them is Admin'),
		attested('key-events-reviewed', first + 25, 'Nothing odd'),
		waived({kind: 'control', control: '2.1'}, -100, 'Reorganized in spring'),
		waived(ruleScope('privileged-service-accounts'), -12, 'Support moves to a new key'),
		waived(ruleScope('service-account-rotation'), second + 1, 'The old importer goes'),
		exempted('pii-classified', property('marketing', 'Event', 'email'), -60),
		exempted('service-account-expiry', account('etl'), 1),
		registered('service-account-register', account('etl'), {Purpose: 'Loads orders', Owner: 'Ben'}),
		registered('service-account-register', account('feed'), {Purpose: 'Feeds boards', Owner: 'Cleo'}),
		registered('all-users-grant-removed', keyOf(project('shop')), {'Who has access instead': 'Team Data'}),
		parked('1.1', '1.1.C3', 'Ben, DNS', 'the TXT record of harbour.example', -3),
		parked('1.1', '1.1.C6', 'Ivo, Okta', 'the Mixpanel app', 0),
		parked('1.2', null, 'all staff', 'a second factor for everybody', null),
		parked('2.2', null, 'Cleo, the other Admin', 'the list of project members', 5),
		parked('3.1', '3.1.C4', 'the nightly job', 'the new key to be used', -7),
		{
			type: 'discrepancy_noted',
			discrepancy: {click: '1.1.C2', seen: makeSafe('The button is called Claim'), by: ana},
		},
		{type: 'click_ticked', click: '1.1.C1', done: true},
		{type: 'note_written', control: '1.1', text: makeSafe('Okta renews its certificate in May')},
	];
}

/** A batch that stopped at its second change, and one whose end nobody knows. */
function secondSitting(): readonly SessionEvent[] {
	return [
		attested('environments-separated', second, 'Staging has a token of its own'),
		attested('sso-enabled', second, 'The card says Enabled'),
		...classified('$phone', 'User', 'applied', 'Classified, and seen so by reading again.'),
		...classified('$first_name', 'User', 'drifted', 'It was classified by somebody else meanwhile.'),
		...classified('shipping_address', 'Event', null, ''),
		{type: 'place_moved', place: {screen: 'control', control: '1.1', stage: 'act', row: 3}},
	];
}

function keyOf(reference: PlantedReference): ResourceKey {
	const id = resourceId(startup, organization.seed, reference);
	return {type: reference.type, id};
}

function account(key: string): ResourceKey {
	return keyOf({type: 'service_account', key});
}

function property(key: string, resourceType: 'Event' | 'User', name: string): ResourceKey {
	return keyOf({type: 'property', project: key, property: {name, resourceType}});
}

function ruleScope(rule: string): WaiverScope {
	return {kind: 'rule', rule, ruleVersion: 1};
}

function attested(rule: string, days: number, seen: string): SessionEvent {
	return {
		type: 'rule_attested',
		attestation: {
			rule,
			ruleVersion: 1,
			resource: null,
			status: 'pass',
			by: ana,
			observedOn: dayAgo(days),
			seen: makeSafe(seen),
		},
	};
}

/** `until` counts days ago, as everywhere here. */
function waived(scope: WaiverScope, until: number, reason: string): SessionEvent {
	return {
		type: 'waived',
		waiver: {
			scope,
			waiver: 'accepted_risk',
			reason: makeSafe(reason),
			owner: makeSafe('Ben'),
			expires: dayAgo(until),
			by: ana,
		},
	};
}

function exempted(rule: string, resource: ResourceKey, until: number): SessionEvent {
	return {
		type: 'exempted',
		exemption: {
			rule,
			resource,
			reason: makeSafe('Needed by billing'),
			owner: makeSafe('Ben'),
			expires: dayAgo(until),
			by: ana,
		},
	};
}

function registered(
	rule: string,
	resource: ResourceKey,
	fields: Readonly<Record<string, string>>,
): SessionEvent {
	return {
		type: 'registered',
		entry: {
			rule,
			ruleVersion: 1,
			resource,
			fields: Object.entries(fields).map(([label, value]) => ({
				label: makeSafe(label),
				value: makeSafe(value),
			})),
			by: ana,
		},
	};
}

function parked(
	control: '1.1' | '1.2' | '2.2' | '3.1',
	click: string | null,
	waitingFor: string,
	what: string,
	until: number | null,
): SessionEvent {
	return {
		type: 'parked',
		parked: {
			control,
			click,
			waitingFor: makeSafe(waitingFor),
			what: makeSafe(what),
			until: until === null ? null : dayAgo(until),
			by: ana,
		},
	};
}

/** A change to a property of the shop, as the journal holds it; without an outcome it was interrupted. */
function classified(
	name: string,
	resourceType: 'Event' | 'User',
	outcome: ChangeOutcome | null,
	detail: string,
): readonly SessionEvent[] {
	const shop = keyOf(project('shop')).id;
	const intent: ChangeIntent = {
		operation: `classify-${name}`,
		fix: 'classify-property',
		control: '3.2',
		rule: 'pii-classified',
		resource: {...property('shop', resourceType, name), name: makeSafe(name)},
		request: {
			method: 'PATCH',
			path: `/api/app/projects/${shop}/data-definitions/properties`,
			body: JSON.stringify({name, resourceType, sensitive: true}),
		},
		before: {sensitive: false},
		desired: {sensitive: true},
		undoes: null,
		by: ana,
	};
	return [
		{type: 'change_intended', intent},
		...(outcome === null
			? []
			: [
					{
						type: 'change_settled',
						operation: intent.operation,
						outcome,
						detail: makeSafe(detail),
					} satisfies SessionEvent,
				]),
	];
}
