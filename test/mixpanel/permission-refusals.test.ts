import assert from 'node:assert/strict';
import {test} from 'node:test';
import {controls} from '../../source/controls/index.ts';
import {isKeyFact} from '../../source/types/facts.ts';
import {hardenedAnswers} from '../support/answered-facts.ts';
import {measure} from '../support/measure.ts';
import {endpoints, factOf, type Strike, serveCells} from './bad-answers/organization.ts';

const rules = controls
	.flatMap(control => control.rules)
	.filter(rule => rule.dependsOn.some(fact => isKeyFact(fact) || fact === 'scimUsers'));
const profile = {domains: ['acme.example']};

/** Which key, role or plan each fact takes, as it has to be told. */
const needed: Readonly<Record<string, RegExp>> = {
	users: /It takes a service account made in Settings → Org → Service Accounts with the role Admin\.$/,
	teams: /It takes a service account made in Settings → Org → Service Accounts with the role Admin\.$/,
	twoFactor: /It takes a service account made in Settings → Org → Service Accounts with the role Admin\.$/,
	serviceAccounts:
		/It takes a service account made in Settings → Org → Service Accounts with the role Admin\.$/,
	projectServiceAccounts: /It takes the role Admin in each project, or a plan that has the feature\.$/,
	properties: /It takes the role Admin in each project, or a plan that has the feature\.$/,
	dataViews: /It takes the role Admin in each project, or a plan that has the feature\.$/,
	scimUsers: /the plan Enterprise/,
};

const refuse: Strike['answer'] = ({response}) => {
	response
		.writeHead(403, {'content-type': 'application/json'})
		.end('{"status":"error","error":"This needs more than your role or plan"}');
};

test('each rule, where exactly the routes it rests on answer 403', async t => {
	const run = await serveCells(t);
	const refused = async (fact: string | null) =>
		run({
			answers: hardenedAnswers,
			patience: 30_000,
			strikes: endpoints
				.filter(endpoint => factOf[endpoint] === fact && endpoint !== 'property')
				.map(endpoint => ({endpoint, projects: ['1', '2'], answer: refuse})),
		});
	const whole = await refused(null);
	for (const rule of rules) {
		const [fact = null] = rule.dependsOn;
		assert.equal(rule.dependsOn.length, 1, 'the facts of a rule are refused one by one');
		await t.test(`${rule.id}: unknown, saying so and what it takes; every other rule as before`, async () => {
			const {facts, requests} = await refused(fact);
			assert.ok(requests.size > 0);
			const {status, reasonCode, reason} = measure(rule.id, facts, {profile});
			assert.deepEqual([status, reasonCode], ['unknown', 'denied']);
			assert.match(reason, needed[fact ?? ''] ?? /never/);
			if (fact !== 'scimUsers') {
				assert.match(reason, /HTTP 403.*Mixpanel says: This needs more than your role or plan\./);
			}

			for (const other of rules.filter(({dependsOn}) => dependsOn[0] !== fact)) {
				assert.deepEqual(
					measure(other.id, facts, {profile}),
					measure(other.id, whole.facts, {profile}),
					other.id,
				);
			}
		});
	}
});
