import assert from 'node:assert/strict';
import {test} from 'node:test';
import {controls} from '../../source/controls/index.ts';
import type {Facts} from '../../source/types/facts.ts';
import {defaultPolicy} from '../../source/types/policy.ts';
import {unansweredProfile} from '../../source/types/profile.ts';
import type {Rule} from '../../source/types/rule.ts';
import {now} from '../support/facts-builders.ts';

const rules = controls.flatMap(control => control.rules);

// Contract §3: control, rule, R(equired) or A(dvice), source, grade of the read, plan, days an answer lasts.
const table = `
	1.1 sso-enabled R person - growth 90
	1.1 domain-claim-published R dns - growth -
	1.1 sso-login-tested R person - growth 180
	1.1 sso-required R person - growth 90
	1.1 break-glass-owners R person - - 90
	1.1 saml-certificate-expiry A cert - growth -
	1.1 idp-managed-access A person - growth 90
	1.1 scim-provisioning A api documented enterprise 90
	1.1 guests-outside-claimed-domains A api provider - 90
	1.2 organization-two-factor R api provider - 90
	1.2 members-enrolled R person - - 90
	1.2 idp-mfa R person - - 90
	1.2 phishing-resistant-admins R person - - 90
	1.3 self-join-closed R person - growth 90
	1.3 access-requests-decided R person - - 90
	1.3 stale-invitations A api provider - 30
	2.1 least-privilege-roles R api provider growth -
	2.1 teams-in-use R api provider growth -
	2.1 teams-have-projects R person - growth 90
	2.1 access-review-current R person - - 90
	2.2 all-users-grant-removed R person - - 90
	2.2 project-roles-minimal R person - growth 90
	2.2 environments-separated R person - - 180
	2.2 sensitive-projects-restricted R person - - 90
	2.2 project-membership-audited R person - - 90
	2.2 public-boards-disabled A person - - 90
	2.2 moving-boards-limited A person - - 90
	2.3 owner-count R api provider - -
	2.3 privileged-service-accounts R api inferred - 90
	2.3 admins-documented R person - - 90
	2.3 admins-strong-authentication R person - - 90
	2.3 admin-activity-monitored R person - - 30
	3.1 service-account-expiry R api documented - -
	3.1 service-account-unused R api documented - -
	3.1 service-account-rotation R api documented - -
	3.1 service-account-role R api documented - -
	3.1 service-account-project-scope R api documented - -
	3.1 service-account-register R person - - 180
	3.1 wizard-key A api documented - -
	3.1 service-account-classified-access A api documented - -
	3.1 api-secret-retired A person - - 180
	3.2 pii-classified R api provider growth -
	3.2 data-views-restrict R api provider growth -
	3.2 default-view-restricted R api provider growth -
	3.2 replay-masking R person - - 180
	3.2 deletion-process R person - - 180
	4.1 audit-log-exported R log - - 30
	4.1 key-events-reviewed R person - - 30
	4.1 audit-log-retention R person - - 180
`;

test('the rules are those of the public table, with its columns', () => {
	const printed = controls.flatMap(control => control.rules.map(rule => row(control.id, rule)));
	assert.deepEqual(
		printed.toSorted(),
		table
			.trim()
			.split('\n')
			.map(line => line.trim())
			.toSorted(),
	);
});

function row(control: string, rule: Rule): string {
	const columns = [rule.source, rule.grade, rule.plan, rule.validDays].map(value => value ?? '-');
	return [control, rule.id, rule.required ? 'R' : 'A', ...columns].join(' ');
}

test('every click a rule refers to exists', () => {
	const clicks = new Set(
		controls.flatMap(control => control.clickGroups.flatMap(group => group.clicks.map(click => click.id))),
	);
	const lacking = rules.flatMap(rule => rule.clicks.filter(id => !clicks.has(id)).map(id => [rule.id, id]));
	assert.deepEqual(lacking, []);
	assert.deepEqual(
		rules.filter(rule => rule.clicks.length === 0).map(rule => rule.id),
		[],
	);
});

test('every rule can be asked of a person, says what passing means, and what helps without its plan', () => {
	for (const rule of rules) {
		assert.match(rule.question, /^\p{Lu}.+\?$/u, rule.id);
		assert.match(rule.title, /^\p{Lu}.+[^.]$/u, rule.id);
		assert.equal(rule.plan === null, rule.withoutPlan === undefined, rule.id);
		assert.match(rule.withoutPlan ?? 'X.', /^\p{Lu}.+\.|X\.$/u, rule.id);
		assert.equal(rule.version, 1, rule.id);
	}
});

test('without a key every rule is left to a person, and none passes or fails', () => {
	const facts: Facts = {};
	for (const rule of rules) {
		const measurement = rule.measure(facts, {now, policy: defaultPolicy, profile: unansweredProfile});
		assert.equal(measurement.status, 'manual', rule.id);
		assert.equal(measurement.reasonCode, 'no_api', rule.id);
		assert.match(measurement.reason, /\.$/, rule.id);
	}
});

test('the answers of the profile take out the rules they make pointless, and no others', () => {
	const excluded = (answers: Partial<typeof unansweredProfile>) =>
		rules.flatMap(rule => {
			const profile = {...unansweredProfile, ...answers};
			const {status, reasonCode} = rule.measure({}, {now, policy: defaultPolicy, profile});
			return status === 'not_applicable' ? [`${rule.id} ${reasonCode}`] : [];
		});
	assert.deepEqual(excluded({}), []);
	assert.deepEqual(excluded({sso: 'enabled', replay: true}), [
		'organization-two-factor sso_enabled',
		'members-enrolled sso_enabled',
	]);
	assert.deepEqual(excluded({sso: 'disabled', replay: false}), [
		'domain-claim-published sso_disabled',
		'saml-certificate-expiry sso_disabled',
		'idp-mfa sso_disabled',
		'replay-masking not_used',
	]);
	assert.deepEqual(
		excluded({sso: 'disabled', plan: 'growth'}).filter(text => text.startsWith('self')),
		['self-join-closed plan'],
	);
});
