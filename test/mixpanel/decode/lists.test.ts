import assert from 'node:assert/strict';
import test from 'node:test';
import {decodeDataViews} from '../../../source/mixpanel/decode/data-views.ts';
import type {Decoded} from '../../../source/mixpanel/decode/decoded.ts';
import {decodeIdentity} from '../../../source/mixpanel/decode/identity.ts';
import {decodeProjectServiceAccounts} from '../../../source/mixpanel/decode/project-service-accounts.ts';
import {decodeProperties} from '../../../source/mixpanel/decode/properties.ts';
import {decodeServiceAccounts} from '../../../source/mixpanel/decode/service-accounts.ts';
import {decodeTeams} from '../../../source/mixpanel/decode/teams.ts';

const own = 'wizard.7ab3c1.mp-service-account';

function refuses(result: Decoded<unknown>, reason: RegExp): void {
	assert.ok(!result.ok, 'should not decode');
	assert.match(result.reason, reason);
}

const account = {
	id: 9001,
	username: 'etl-export.4c1d9e.mp-service-account',
	last_used: '2026-11-20T02:00:00Z',
	expires: null,
	created: '2025-01-10T08:00:00',
	creator: 501,
	user: 99_001,
};

test('reads service accounts, those never used and never expiring included', () => {
	const result = decodeServiceAccounts(
		[account, {...account, id: '9007199254740993', username: own, last_used: null, role: 'admin'}],
		own,
	);
	assert.deepEqual(result, {
		ok: true,
		value: [
			{
				id: '9001',
				username: 'etl-export.4c1d9e.mp-service-account',
				lastUsed: '2026-11-20T02:00:00Z',
				expires: null,
				created: '2025-01-10T08:00:00Z',
				organizationRole: null,
				isOwn: false,
			},
			{
				id: '9007199254740993',
				username: own,
				lastUsed: null,
				expires: null,
				created: '2025-01-10T08:00:00Z',
				organizationRole: 'admin',
				isOwn: true,
			},
		],
	});
});

test('knows its own account by the raw username only', () => {
	const result = decodeServiceAccounts(
		[
			{...account, username: `${own}\u200b`},
			{...account, id: 2},
		],
		own,
	);
	assert.deepEqual(result.ok && result.value.map(({isOwn}) => isOwn), [false, false]);
});

test('leaves the organization role open when it is absent, null or empty', () => {
	for (const role of [undefined, null, '', ' ', {name: null}]) {
		const result = decodeServiceAccounts([{...account, role}], own);
		assert.equal(result.ok && result.value[0]?.organizationRole, null);
	}

	const other = decodeServiceAccounts([{...account, org_role: 'Administrator', role: 'x'}], own);
	assert.equal(other.ok && other.value[0]?.organizationRole, 'admin');
	const consumer = decodeServiceAccounts([{...account, role: 'consumer'}], own);
	assert.equal(consumer.ok && consumer.value[0]?.organizationRole, 'other');
});

test('two organization roles that contradict each other leave the role open', () => {
	const result = decodeServiceAccounts([{...account, org_role: 'member', role: 'owner'}], own);
	assert.equal(result.ok && result.value[0]?.organizationRole, null);
	const agreed = decodeServiceAccounts([{...account, org_role: '', role: 'owner'}], own);
	assert.equal(agreed.ok && agreed.value[0]?.organizationRole, 'owner');
});

test('gives no service accounts when one row does not fit', () => {
	for (const field of ['id', 'username', 'last_used', 'expires', 'created']) {
		const {[field]: _, ...lacking} = Object.fromEntries(Object.entries(account));
		refuses(decodeServiceAccounts([account, lacking], own), new RegExp(`service account 2 of 2: “${field}”`));
		refuses(decodeServiceAccounts([{...account, [field]: false}], own), new RegExp(`“${field}”`));
	}

	refuses(decodeServiceAccounts([{...account, expires: ''}], own), /“expires”/);
	refuses(decodeServiceAccounts([{...account, expires: '2026-02-30T00:00:00Z'}], own), /“expires”/);
	refuses(decodeServiceAccounts([{...account, id: -1}], own), /“id”/);
	refuses(decodeServiceAccounts([account, {...account, expires: '2027-01-01T00:00:00Z'}], own), /differ/);
	refuses(decodeServiceAccounts([], own), /empty list/);
	refuses(decodeServiceAccounts({}, own), /not a list/);
	refuses(decodeServiceAccounts({9001: account}, own), /not a list/);
});

test('reads the grants of a project, each road by itself', () => {
	const row = {...account, role: 'owner', role_order: 1, hasSensitiveAccess: true, target_type: 'individual'};
	const result = decodeProjectServiceAccounts(
		[
			row,
			row,
			{...row, role: 'Analyst + \u001bPII', target_type: 'team'},
			{id: 2, username: own, target_type: 'galaxy'},
		],
		own,
	);
	const common = {
		serviceAccountId: '9001',
		username: account.username,
		hasSensitiveAccess: true,
		isOwn: false,
	};
	assert.deepEqual(result, {
		ok: true,
		value: [
			{...common, role: {kind: 'owner'}, grantedThrough: 'individual'},
			{...common, role: {kind: 'custom', name: 'Analyst + \\x1bPII'}, grantedThrough: 'team'},
			{
				serviceAccountId: '2',
				username: own,
				role: null,
				hasSensitiveAccess: null,
				grantedThrough: null,
				isOwn: true,
			},
		],
	});
	refuses(decodeProjectServiceAccounts([{...row, hasSensitiveAccess: 'true'}], own), /“hasSensitiveAccess”/);
	// What exact JSON makes of a number beyond 2^53: no name of a custom role.
	for (const role of ['1e+300', '90071992547409930', '-1.5']) {
		refuses(decodeProjectServiceAccounts([{...row, role}], own), /“role”/);
	}

	refuses(decodeProjectServiceAccounts([row, {...row, username: 'other'}], own), /same id/);
	assert.deepEqual(decodeProjectServiceAccounts([], own), {ok: true, value: []});
	refuses(decodeProjectServiceAccounts({}, own), /not a list/);
});

const property = {
	id: 0,
	name: '$email',
	resourceType: 'User',
	sensitive: true,
	hidden: false,
	dropped: null,
	type: 'string',
};
const asked = {projectId: '1234567', resourceType: 'User'} as const;

test('reads properties, those without a stored row included', () => {
	assert.deepEqual(decodeProperties([property, {name: 'a:b/ü\u202e', resourceType: 'User'}], asked), {
		ok: true,
		value: [
			{
				id: '1234567:User:%24email',
				rawName: '$email',
				name: '$email',
				resourceType: 'User',
				sensitive: true,
				hidden: false,
				dropped: null,
			},
			{
				id: '1234567:User:a%3Ab%2F%C3%BC%E2%80%AE',
				rawName: 'a:b/ü\u202e',
				name: 'a:b/ü<U+202E>',
				resourceType: 'User',
				sensitive: null,
				hidden: null,
				dropped: null,
			},
		],
	});
});

test('gives every name an id of its own, lone surrogates included', () => {
	const names = ['\ud800', '\udfff', '\ufffd', 'a', '%ED%A0%80', 'e\u0301', '\u00e9'];
	const result = decodeProperties(
		names.map(name => ({name, resourceType: 'User'})),
		asked,
	);
	assert.ok(result.ok);
	assert.equal(result.value[0]?.id, '1234567:User:%ED%A0%80');
	assert.equal(new Set(result.value.map(({id}) => id)).size, names.length);
});

test('gives no properties when the answer is about the other kind or a flag is not a boolean', () => {
	refuses(
		decodeProperties([property, {...property, resourceType: 'Event'}], asked),
		/asked for User properties/,
	);
	refuses(decodeProperties([{...property, resourceType: 'user'}], asked), /asked for User properties/);
	for (const field of ['sensitive', 'hidden', 'dropped']) {
		refuses(
			decodeProperties([{...property, [field]: 'false'}], asked),
			new RegExp(`property 1 of 1: “${field}”`),
		);
		refuses(decodeProperties([{...property, [field]: 0}], asked), new RegExp(`“${field}”`));
	}

	refuses(decodeProperties([{resourceType: 'User'}], asked), /“name”/);
	refuses(decodeProperties([{name: 'a'}], asked), /“resourceType”/);
	refuses(decodeProperties([property, {...property, sensitive: false}], asked), /differ/);
	refuses(decodeProperties({}, asked), /not a list/);
});

const view = {
	id: 42,
	name: 'All Project Data',
	project_id: 7,
	is_global: true,
	is_default: true,
	is_visible: true,
	data_filters: null,
	has_all_org_members: true,
	member_list: [],
};

test('reads data views and whether they filter anything', () => {
	const filters = [null, {}, {filters: []}, {opaque: true}, {any: [{of: 'x'}]}, []];
	const result = decodeDataViews(
		[...filters.map((data_filters, id) => ({...view, id, data_filters})), {id: 9, name: 'x'}],
		'7',
	);
	assert.ok(result.ok);
	assert.deepEqual(
		result.value.map(({hasFilters}) => hasFilters),
		[false, false, false, true, true, false, null],
	);
	assert.deepEqual(result.value.at(-1), {
		id: '7:9',
		name: 'x',
		isGlobal: null,
		isDefault: null,
		isVisible: null,
		hasAllMembers: null,
		hasFilters: null,
	});
	refuses(decodeDataViews([{...view, is_global: 'true'}], '7'), /“is_global”/);
	refuses(decodeDataViews([{...view, data_filters: 'x'}], '7'), /“data_filters”/);
	refuses(decodeDataViews([{...view, project_id: 8}], '7'), /another project/);
	refuses(decodeDataViews([view, {...view, is_default: false}], '7'), /differ/);
});

test('filters nested without end are filters, and do not exhaust the stack', () => {
	const depth = 50_000;
	const data_filters: unknown = JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
	const result = decodeDataViews([{...view, data_filters}], '7');
	assert.equal(result.ok && result.value[0]?.hasFilters, true);
});

test('reads teams in their dialects', () => {
	const expected = {ok: true, value: [{id: '71', name: 'Analysts', members: 6}]};
	assert.deepEqual(decodeTeams([{id: 71, name: 'Analysts', member_count: 6}]), expected);
	assert.deepEqual(decodeTeams({71: {name: 'Analysts', members: [1, 2, 3, 4, 5, 6]}}), expected);
	assert.deepEqual(decodeTeams({teams: [{id: 71, name: 'Analysts', user_count: 6}]}), expected);
	assert.deepEqual(decodeTeams([{id: 71, name: 'Analysts'}]), {
		ok: true,
		value: [{id: '71', name: 'Analysts', members: null}],
	});
	assert.deepEqual(decodeTeams([]), {ok: true, value: []});
	refuses(decodeTeams({}), /not a list/);
	refuses(decodeTeams([{name: 'Analysts'}]), /team 1 of 1: “id”/);
	refuses(decodeTeams([{id: 71, name: 'a', member_count: '6'}]), /“member_count”/);
	refuses(decodeTeams([{id: 71, name: null}]), /“name”/);
	refuses(
		decodeTeams([
			{id: 71, name: 'a'},
			{id: 71, name: 'b'},
		]),
		/differ/,
	);
});

test('reads who the credential is', () => {
	const result = decodeIdentity({
		user_id: 880_001,
		organizations: {7654321: {id: 7654321, name: 'Acme\n', role: 'admin'}, 8: {name: null}},
		projects: {'9007199254740993': {name: 'Acme Prod', organization_id: '7654321', type: 3}, 5: {}},
		workspaces: {42: {}},
	});
	assert.deepEqual(result, {
		ok: true,
		value: {
			organizations: [
				{id: '8', name: '8', role: null},
				{id: '7654321', name: 'Acme\\x0a', role: 'admin'},
			],
			projects: [
				{id: '5', name: '5', organizationId: null},
				{id: '9007199254740993', name: 'Acme Prod', organizationId: '7654321'},
			],
		},
	});
	assert.deepEqual(decodeIdentity({organizations: [], user_id: null}), {
		ok: true,
		value: {organizations: [], projects: []},
	});
	refuses(decodeIdentity({}), /not an answer about/);
	refuses(decodeIdentity([]), /not an answer about/);
	refuses(decodeIdentity({organizations: {7: {id: 8, name: 'x'}}}), /its id is/);
	refuses(decodeIdentity({organizations: {'../7': {name: 'x'}}}), /its id is/);
	refuses(decodeIdentity({organizations: {7: {name: 5}}}), /“name”/);
	refuses(decodeIdentity({organizations: {7: null}}), /organizations are not a map/);
	refuses(decodeIdentity({projects: [{id: 1}]}), /projects are not a map/);
});
