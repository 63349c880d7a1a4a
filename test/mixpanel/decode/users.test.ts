import assert from 'node:assert/strict';
import test from 'node:test';
import {decodeUsers} from '../../../source/mixpanel/decode/users.ts';

const ana = {id: 501, email: 'ana@acme.example', name: 'Ana', role: 'owner'};
const raj = {id: 502, email: 'raj@acme.example', name: 'Raj', role: 'admin'};
const kim = {id: 503, email: 'kim@acme.example', name: 'Kim', role: 'no role', invited: true};

const three = [
	{id: '501', email: 'ana@acme.example', name: 'Ana', role: 'owner', roleText: 'owner', invited: null},
	{id: '502', email: 'raj@acme.example', name: 'Raj', role: 'admin', roleText: 'admin', invited: null},
	{id: '503', email: 'kim@acme.example', name: 'Kim', role: 'member', roleText: 'no role', invited: true},
];

const dialects: Readonly<Record<string, unknown>> = {
	'an array': [ana, raj, kim],
	'a wrapper "users"': {users: [ana, raj, kim], total: 3, extra: true},
	'a wrapper "members"': {members: [ana, raj, kim]},
	'wrappers in wrappers': {results: {users: [ana, raj, kim]}},
	'a map by id, other key names': {
		501: {user_email: 'ana@acme.example', full_name: 'Ana', org_role: 'owner', surprise: [1]},
		502: {id: 502, username: 'raj@acme.example', name: 'Raj', organization_role: {name: 'admin'}},
		503: {email: 'kim@acme.example', first_name: 'Kim', role: 'no role', pending: true},
	},
	'ids as text': [{...ana, id: '501'}, raj, kim],
	'a row repeated in full': [ana, raj, kim, raj],
};

for (const [name, value] of Object.entries(dialects)) {
	test(`understands users as ${name}`, () => {
		assert.deepEqual(decodeUsers(value), {ok: true, value: {users: three}});
	});
}

const roles = [
	['Owner', 'owner'],
	['ADMINISTRATOR', 'admin'],
	['billing_admin', 'billing_admin'],
	['billing-admin', 'billing_admin'],
	['Billing', 'billing_admin'],
	['Member', 'member'],
	['no_role', 'member'],
	['none', 'member'],
	['', 'member'],
	[null, 'member'],
	[{name: 'Admin'}, 'admin'],
] as const;

for (const [role, expected] of roles) {
	test(`takes the role ${JSON.stringify(role)} for ${expected}`, () => {
		const result = decodeUsers([ana, {...raj, role}]);
		assert.equal(result.ok && result.value.users[1]?.role, expected);
	});
}

const {role: _role, ...withoutRole} = raj;
const {email: _email, ...withoutEmail} = raj;

const unreliable: Readonly<Record<string, readonly [unknown, RegExp]>> = {
	'a row without a role key': [[ana, withoutRole], /user 2 of 2: no role$/],
	'a row without an e-mail': [[ana, withoutEmail], /user 2 of 2: no e-mail$/],
	'an e-mail that is none': [[ana, {...raj, email: 'raj'}], /no e-mail/],
	'a role nobody knows': [[ana, {...raj, role: 'superuser'}], /user 2 of 2: a role we do not know/],
	'nobody owning': [[raj, kim], /no user is an owner/],
	'nobody at all': [[], /no user is an owner/],
	'an id that repeats and differs': [[ana, raj, {...kim, id: 502}], /differ/],
	'a person under two ids': [[ana, {...ana, id: 504, email: 'ANA@acme.example'}], /same e-mail/],
	'a list that is not whole': [{users: [ana, raj], total: 40}, /not whole/],
	'a list with more to come': [{users: [ana, raj], has_more: true}, /not whole/],
	'an e-mail of the wrong kind': [[ana, {...raj, email: 5}], /user 2 of 2: “email”/],
	'a role of the wrong kind': [[ana, {...raj, role: 1}], /“role”/],
	'an invitation flag as text': [[ana, {...raj, invited: 'false'}], /“invited”/],
	'an id of the wrong kind': [[ana, {...raj, id: 1.5}], /“id”/],
	'a map entry contradicting its id': [{501: ana, 502: {...raj, id: 9}}, /its id differs/],
	'a row that is null': [[ana, null], /user 2 of 2: not an object/],
	'an empty object': [{}, /not a list/],
	'an envelope without results': [{status: 'ok'}, /not a list/],
	text: ['users', /not a list/],
	null: [null, /not a list/],
	'more rows than any organization has': [Array.from({length: 50_001}, () => ana), /more than 50000 rows/],
};

for (const [name, [value, reason]] of Object.entries(unreliable)) {
	test(`gives no users for ${name}`, () => {
		const result = decodeUsers(value);
		assert.ok(!result.ok);
		assert.match(result.reason, reason);
	});
}

test('falls back on the e-mail in lower case as id', () => {
	const result = decodeUsers([{email: 'Ana@Acme.example', name: 'Ana', role: 'owner'}]);
	assert.equal(result.ok && result.value.users[0]?.id, 'ana@acme.example');
	assert.equal(result.ok && result.value.users[0]?.email, 'Ana@Acme.example');
});

test('shows hostile names as visible tokens and leaves ids alone', () => {
	const hostile = {
		id: '9007199254740993',
		email: 'a\u200bb@acme.example',
		name: '\u001b]0;x\u0007\r\nEve\u202e',
		role: 'owner',
	};
	const result = decodeUsers([hostile]);
	assert.ok(result.ok);
	assert.deepEqual(result.value.users[0], {
		id: '9007199254740993',
		email: 'a<U+200B>b@acme.example',
		name: '\\x1b]0;x\\x07\\x0d\\x0aEve<U+202E>',
		role: 'owner',
		roleText: 'owner',
		invited: null,
	});
	const byEmail = decodeUsers([{...hostile, id: null}]);
	assert.equal(byEmail.ok && byEmail.value.users[0]?.id, 'a\u200bb@acme.example');
});

test('reads fifty thousand users', () => {
	const users = Array.from({length: 50_000}, (_, id) => ({...kim, id, email: `u${id}@acme.example`}));
	const result = decodeUsers([...users.slice(1), {...ana, id: 0}]);
	assert.equal(result.ok && result.value.users.length, 50_000);
});

test('two role keys that contradict each other, or a role without its name, leave the list unreliable', () => {
	for (const row of [
		{...withoutRole, org_role: null, role: 'owner'},
		{...withoutRole, role: 'no role', organization_role: 'admin'},
		{...withoutRole, role: {name: null}},
		{...withoutRole, org_role: 'member', role: {name: null}},
	]) {
		assert.equal(decodeUsers([ana, row]).ok, false, JSON.stringify(row));
	}

	const agreed = decodeUsers([ana, {...withoutRole, org_role: 'Administrator', role: {name: 'admin'}}]);
	assert.equal(agreed.ok && agreed.value.users[1]?.role, 'admin');
});

test('keys for an invitation that contradict each other say nothing', () => {
	const result = decodeUsers([ana, {...raj, invited: false, is_invited: true}]);
	assert.equal(result.ok && result.value.users[1]?.invited, null);
});

test('a list that says in numbers, as text or by a cursor that there is more is refused', () => {
	for (const more of [{total: 2}, {total: '2'}, {has_more: true}, {next: '/page/2'}, {next_cursor: 'b'}]) {
		assert.equal(decodeUsers({users: [ana], ...more}).ok, false, JSON.stringify(more));
	}

	assert.equal(decodeUsers({users: [ana], total: '1', next: null, has_more: false}).ok, true);
});

test('a hundred thousand wrappers are refused, and do not exhaust the stack', () => {
	const depth = 100_000;
	const value: unknown = JSON.parse(`${'{"users":'.repeat(depth)}[]${'}'.repeat(depth)}`);
	assert.equal(decodeUsers(value).ok, false);
});
