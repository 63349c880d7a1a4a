import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {parseBaseUrl} from '../../source/mixpanel/base-url.ts';
import {createClient} from '../../source/mixpanel/client.ts';
import {collectFacts} from '../../source/mixpanel/collect-facts.ts';
import {readIdentity} from '../../source/mixpanel/discover.ts';
import {findPractice, findScenario} from '../../source/training/scenarios/find-scenario.ts';
import {scenarios} from '../../source/training/scenarios/list.ts';
import {simulateOnly} from '../../source/training/scenarios/simulate-only.ts';
import type {Simulator} from '../../source/training/start-simulator.ts';
import type {Assessment} from '../../source/types/assessment.ts';
import {judgeOrganization} from '../support/judge-organization.ts';
import {noon, simulatorFor} from './call.ts';

/** Reads a simulated organization over HTTP, as `check` does, and judges it. */
async function check(simulator: Simulator): Promise<Assessment> {
	const signal = new AbortController().signal;
	const client = createClient({
		baseUrl: parseBaseUrl(simulator.baseUrl),
		serviceAccount: simulator.serviceAccount,
		secret: simulator.secret,
		signal,
		pause: async () => undefined,
	});
	const now = () => noon;
	const identity = await readIdentity(client, now);
	const {facts} = await collectFacts(client, {
		organizationId: simulator.organizationId,
		identity,
		serviceAccountName: simulator.serviceAccount,
		signal,
		now,
	});
	return judgeOrganization(facts, {at: noon});
}

function foundIn(assessment: Assessment, planted: Simulator['planted']): Simulator['planted'] {
	return Object.fromEntries(
		assessment.controls
			.flatMap(control => control.rules)
			.filter(({id}) => id in planted)
			.map(rule => [
				rule.id,
				{status: rule.status, resourceIds: rule.findings.map(({resource}) => resource.id).toSorted()},
			]),
	);
}

/** One for `/me`, four for the organization and four for each project the key is in. */
const requestsFor = (projects: number) => 1 + 4 + 4 * projects;

function projectsOfKey(scenario: string): number {
	const own = findScenario(scenario).serviceAccounts.find(({key}) => key === 'wizard');
	return own?.grants.length ?? 0;
}

describe('a reading over HTTP', () => {
	for (const name of [...scenarios.map(scenario => scenario.name), 'large-tenth']) {
		it(`of ${name} finds exactly what is planted, with the fewest requests, each once`, async test => {
			const simulator = await simulatorFor(test, {scenario: name});
			assert.deepEqual(foundIn(await check(simulator), simulator.planted), simulator.planted);
			const paths = simulator.requests.map(({path}) => path);
			assert.equal(paths.length, requestsFor(projectsOfKey(name)));
			assert.equal(new Set(paths).size, paths.length);
			assert.ok(simulator.requests.every(({method}) => method === 'GET'));
			const answers = new Set(simulator.requests.map(({status}) => status));
			assert.deepEqual([...answers], name === 'limited' ? [200, 403] : [200]);
		});
	}

	it('of rough-day finds what is planted or says that it does not know', async test => {
		const simulator = await simulatorFor(test, {scenario: 'rough-day'});
		const found = foundIn(await check(simulator), simulator.planted);
		for (const [rule, planted] of Object.entries(simulator.planted)) {
			const verdict = found[rule];
			if (rule === 'teams-in-use' || rule === 'organization-two-factor') {
				assert.equal(verdict?.status, 'unknown', rule);
			} else {
				assert.deepEqual(verdict, planted, rule);
			}
		}

		assert.ok(simulator.requests.some(({status}) => status === 429));
		assert.ok(simulator.requests.some(({status}) => status === 500));
	});
});

describe('the scenarios for measuring', () => {
	it('are large, and the same for the same seed', () => {
		const {projects, people, serviceAccounts} = findScenario('large');
		assert.deepEqual([projects.length, people.length, serviceAccounts.length], [500, 20_000, 5000]);
		assert.deepEqual(findScenario('large-tenth'), findScenario('large-tenth'));
	});

	it('are not for practice, and no list names them', () => {
		for (const name of Object.keys(simulateOnly)) {
			assert.throws(() => findPractice(name), /scenario/);
			assert.ok(scenarios.every(scenario => scenario.name !== name));
		}

		assert.throws(() => findScenario('toString'), /scenario/);
	});
});
