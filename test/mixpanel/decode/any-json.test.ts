import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {decodeDataViews} from '../../../source/mixpanel/decode/data-views.ts';
import type {Decoded} from '../../../source/mixpanel/decode/decoded.ts';
import {decodeIdentity} from '../../../source/mixpanel/decode/identity.ts';
import {decodeProjectServiceAccounts} from '../../../source/mixpanel/decode/project-service-accounts.ts';
import {decodeProperties} from '../../../source/mixpanel/decode/properties.ts';
import {decodeServiceAccounts} from '../../../source/mixpanel/decode/service-accounts.ts';
import {decodeTeams} from '../../../source/mixpanel/decode/teams.ts';
import {decodeTwoFactor} from '../../../source/mixpanel/decode/two-factor.ts';
import {decodeUsers} from '../../../source/mixpanel/decode/users.ts';
import {openEnvelope} from '../../../source/mixpanel/envelope.ts';

/** What each decoder makes of a value, as the list of things in it. */
const decoders: Readonly<Record<string, (value: unknown) => Decoded<readonly unknown[]>>> = {
	identity: value =>
		listOf(decodeIdentity(value), ({organizations, projects}) => [...organizations, ...projects]),
	users: value => listOf(decodeUsers(value), ({users}) => users),
	teams: decodeTeams,
	twoFactor: value => listOf(decodeTwoFactor(value), ({candidates}) => candidates),
	serviceAccounts: value => decodeServiceAccounts(value, 'own'),
	grants: value => decodeProjectServiceAccounts(value, 'own'),
	properties: value => decodeProperties(value, {projectId: '1', resourceType: 'Event'}),
	dataViews: value => decodeDataViews(value, '1'),
};

/** Fields that may never be missing from what a decoder gives. */
const required: Readonly<Record<string, readonly string[]>> = {
	identity: ['id', 'name'],
	users: ['id', 'email', 'name', 'role', 'roleText', 'invited'],
	teams: ['id', 'name', 'members'],
	twoFactor: ['key', 'value'],
	serviceAccounts: ['id', 'username', 'lastUsed', 'expires', 'created', 'organizationRole', 'isOwn'],
	grants: ['serviceAccountId', 'username', 'role', 'hasSensitiveAccess', 'grantedThrough', 'isOwn'],
	properties: ['id', 'rawName', 'name', 'resourceType', 'sensitive', 'hidden', 'dropped'],
	dataViews: ['id', 'name', 'isGlobal', 'isDefault', 'isVisible', 'hasAllMembers', 'hasFilters'],
};

function listOf<Value>(
	result: Decoded<Value>,
	items: (value: Value) => readonly unknown[],
): Decoded<readonly unknown[]> {
	return result.ok ? {ok: true, value: items(result.value)} : result;
}

const anything = fc.oneof(
	fc.jsonValue(),
	fc.constantFrom(null, true, false, 0, 7, '7', '', 'owner', 'a@b', 'Event', '2026-05-01T09:00:00', {
		name: 'x',
	}),
);

const row = fc.dictionary(
	fc.constantFrom(
		...[
			'id',
			'name',
			'email',
			'username',
			'role',
			'org_role',
			'invited',
			'resourceType',
			'sensitive',
			'created',
		],
		...[
			'last_used',
			'expires',
			'target_type',
			'is_global',
			'data_filters',
			'members',
			'organization_id',
			'2fa',
			'toString',
		],
	),
	anything,
);

const answer = fc.oneof(
	anything,
	fc.array(row),
	fc.dictionary(
		fc.constantFrom('1', '2', 'users', 'teams', 'organizations', 'projects', 'constructor'),
		fc.oneof(row, fc.array(row), anything),
	),
	fc.dictionary(fc.constantFrom('organizations', 'projects'), fc.dictionary(fc.constantFrom('1', '2'), row)),
);

for (const [name, decode] of Object.entries(decoders)) {
	test(`${name}: no JSON makes the decoder throw, and nothing decoded lacks a field`, () => {
		fc.assert(
			fc.property(answer, value => {
				const result = decode(value);
				if (!result.ok) {
					assert.ok(result.reason.length > 0 && !/[\p{Cc}\p{Cf}]/u.test(result.reason));
					return;
				}

				for (const item of result.value) {
					for (const field of required[name] ?? []) {
						assert.ok(
							typeof item === 'object' && item !== null && Reflect.get(item, field) !== undefined,
							field,
						);
					}
				}
			}),
			{numRuns: 300},
		);
	});
}

test('no JSON makes the envelope throw', () => {
	const envelope = fc.dictionary(
		fc.constantFrom('status', 'results', 'error', 'message', 'pagination'),
		anything,
	);
	fc.assert(fc.property(fc.oneof(envelope, fc.jsonValue()), body => openEnvelope(body).kind.length > 0));
});
