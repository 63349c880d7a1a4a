import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {RuleResult} from '../../../source/types/assessment.ts';
import type {Line} from '../../../source/ui/lines/line.ts';
import {nearMissLines} from '../../../source/ui/screens/control/near-miss-lines.ts';
import {account, hardenedFacts, ownAccount, read} from '../../support/facts-builders.ts';
import {judgeOrganization, ruleIn} from '../../support/judge-organization.ts';
import {inside, openOf} from '../story.ts';
import {type Found, readOrganization} from '../world.ts';

function words(lines: readonly Line[]): string {
	return lines
		.map(line =>
			line
				.map(({text}) => text)
				.join('')
				.trim(),
		)
		.join(' ');
}

test('from finding to finding the others are not gone through again', async () => {
	const found: Found = await readOrganization('startup');
	const jobs = Array.from({length: 500}, (_, index) => account(`job-${index}`, {expires: null}));
	const facts = {...hardenedFacts(), serviceAccounts: read([ownAccount, ...jobs])};
	const rule = ruleIn(judgeOrganization(facts), 'service-account-expiry');
	let looks = 0;
	const watched: RuleResult = {
		...rule,
		findings: new Proxy(rule.findings, {
			get(findings, key, self) {
				looks += 1;
				return Reflect.get(findings, key, self);
			},
		}),
	};
	const state = inside(found);
	const open = {...openOf(state), facts};
	const at = (index: number): string =>
		words(nearMissLines({...state, open}, watched, rule.findings[index] ?? null, 60));

	assert.match(at(0), /This one would pass if it .*Would pass if these 500 accounts/);
	assert.ok(looks > 500, `${looks}`);
	looks = 0;
	assert.match(at(1), /This one would pass if it .*Would pass if these 500 accounts/);
	assert.ok(looks < 10, `${looks}`);
});

test('under another policy it is told anew', async () => {
	const found: Found = await readOrganization('startup');
	const facts = {...hardenedFacts(), serviceAccounts: read([ownAccount, account('job', {expires: null})])};
	const rule = ruleIn(judgeOrganization(facts), 'service-account-expiry');
	const state = inside(found);
	const told = (maxExpiryDays: number): string =>
		words(
			nearMissLines(
				{...state, open: {...openOf(state), facts}, policy: {...state.policy, maxExpiryDays}},
				rule,
				null,
				60,
			),
		);
	assert.match(told(180), /within 180 days/);
	assert.match(told(90), /within 90 days/);
});
