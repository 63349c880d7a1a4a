import type {Question} from '../../source/mixpanel/ask.ts';
import {openEnvelope} from '../../source/mixpanel/envelope.ts';
import {
	identityQuestion,
	serviceAccountsQuestion,
	teamsQuestion,
	twoFactorQuestion,
	usersQuestion,
} from '../../source/mixpanel/facts/organization-facts.ts';
import {
	dataViewsQuestion,
	projectServiceAccountsQuestion,
	propertiesQuestion,
} from '../../source/mixpanel/facts/project-facts.ts';
import {parseExactJson} from '../../source/mixpanel/parse-exact-json.ts';
import type {FactName, Facts, Read} from '../../source/types/facts.ts';
import {failed, project, read} from './facts-builders.ts';

export const ownUsername = 'wizard.7ab3c1.mp-service-account';

/** What each endpoint of an organization with one project answers, as the text of the body. */
export type Answers = Readonly<Record<Endpoint, string>>;

export const endpoints = [
	'me',
	'users',
	'teams',
	'two-factor',
	'service-accounts',
	'grants',
	'event-properties',
	'user-properties',
	'data-views',
] as const;

export type Endpoint = (typeof endpoints)[number];

/** The fact that each endpoint's answer ends in. */
export const factOf: {readonly [Name in Endpoint]: FactName} = {
	me: 'identity',
	users: 'users',
	teams: 'teams',
	'two-factor': 'twoFactor',
	'service-accounts': 'serviceAccounts',
	grants: 'projectServiceAccounts',
	'event-properties': 'properties',
	'user-properties': 'properties',
	'data-views': 'dataViews',
};

/** The facts that the program's own decoders make of such answers; an answer they refuse is an unreadable fact. */
export function answeredFacts(answers: Answers): Facts {
	const each = <Value>(value: Read<Value>) => read([{project: project('1', 'Shop'), read: value}]);
	const events = understand(answers['event-properties'], propertiesQuestion('1', 'Event'));
	const people = understand(answers['user-properties'], propertiesQuestion('1', 'User'));
	return {
		identity: understand(answers.me, identityQuestion),
		users: understand(answers.users, usersQuestion('7654321')),
		teams: understand(answers.teams, teamsQuestion('7654321')),
		twoFactor: understand(answers['two-factor'], twoFactorQuestion('7654321')),
		serviceAccounts: understand(answers['service-accounts'], serviceAccountsQuestion('7654321', ownUsername)),
		projectServiceAccounts: each(
			understand(answers.grants, projectServiceAccountsQuestion('1', ownUsername)),
		),
		properties: each(
			events.outcome === 'ok' && people.outcome === 'ok'
				? read([...events.value, ...people.value])
				: failed('unreadable'),
		),
		dataViews: each(understand(answers['data-views'], dataViewsQuestion('1'))),
	};
}

function understand<Value>(text: string, question: Question<Value>): Read<Value> {
	const opened = openEnvelope(parseExactJson(text));
	const result = opened.kind === 'value' && opened.next === null ? question.decode(opened.value) : null;
	return result?.ok === true ? read(result.value) : failed('unreadable');
}

const account = {
	id: 9001,
	username: 'etl.4c1d9e.mp-service-account',
	last_used: '2026-11-20T02:00:00Z',
	expires: '2027-01-10T08:00:00Z',
	created: '2026-10-10T08:00:00Z',
	org_role: 'member',
};
const own = {...account, id: 9002, username: ownUsername, org_role: 'admin'};
const view = {project_id: 1, is_visible: false, has_all_org_members: false, data_filters: {opaque: true}};

function envelope(results: unknown): string {
	return JSON.stringify({status: 'ok', results});
}

/** An organization in which every rule that is read passes, but those that a person has to confirm. */
export const hardenedAnswers: Answers = {
	me: envelope({
		user_id: 9002,
		organizations: {7654321: {id: 7654321, name: 'Acme', role: 'admin'}},
		projects: {1: {name: 'Shop', organization_id: 7654321}},
	}),
	users: envelope([
		{id: 1, email: 'ana@acme.example', name: 'Ana', role: 'owner'},
		{id: 2, email: 'raj@acme.example', name: 'Raj', role: 'owner'},
		{id: 3, email: 'kim@acme.example', name: 'Kim', role: 'no role', invited: false},
	]),
	teams: envelope([{id: 71, name: 'Analysts', member_count: 6}]),
	'two-factor': envelope({is_two_factor_required: true}),
	'service-accounts': envelope([account, own]),
	grants: envelope([
		{...account, role: 'analyst', hasSensitiveAccess: false, target_type: 'individual'},
		{...own, role: 'admin', hasSensitiveAccess: false, target_type: 'organization'},
	]),
	'event-properties': envelope([{id: 0, name: 'plan', resourceType: 'Event', sensitive: false}]),
	'user-properties': envelope([{id: 5, name: '$email', resourceType: 'User', sensitive: true}]),
	'data-views': envelope([
		{...view, id: 42, name: 'All Project Data', is_global: true, is_default: false},
		{...view, id: 43, name: 'EU', is_global: false, is_default: true},
	]),
};

/** An organization in which the same rules fail. */
export const openAnswers: Answers = {
	...hardenedAnswers,
	users: envelope(
		Array.from({length: 6}, (_, id) => ({
			id,
			email: `p${id}@other.example`,
			name: 'P',
			role: 'owner',
			invited: false,
		})),
	),
	teams: envelope([{id: 71, name: 'Analysts', member_count: 0}]),
	'two-factor': envelope({is_two_factor_required: false}),
	'service-accounts': envelope([
		{
			...account,
			expires: null,
			last_used: '2026-01-01T00:00:00Z',
			created: '2025-01-01T00:00:00Z',
			org_role: 'owner',
		},
		{...own, expires: null},
	]),
	grants: envelope([
		{...account, role: 'owner', hasSensitiveAccess: true, target_type: 'individual'},
		{...own, role: 'admin', hasSensitiveAccess: false, target_type: 'organization'},
	]),
	'user-properties': envelope([
		{id: 5, name: '$email', resourceType: 'User', sensitive: false, dropped: false, hidden: true},
	]),
	'data-views': envelope([
		{...view, id: 42, name: 'All Project Data', is_global: true, is_default: true, data_filters: null},
		{...view, id: 43, name: 'EU', is_global: false, is_default: false, is_visible: true},
	]),
};
