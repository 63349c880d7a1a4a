import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {guideDocument} from '../../source/controls/guide/index.ts';
import {controls, findControl} from '../../source/controls/index.ts';

/** Written out on purpose: no link may slip in that no page of the vendor backs. */
const publishedLinks = new Set([
	'https://mixpanel.com/login',
	'https://mixpanel.com/settings/account#data-privacy',
	'https://mixpanel.com/settings/org#serviceaccounts',
	'https://mixpanel.com/settings/org/plan',
	'https://mixpanel.com/settings/org/projects',
	'https://mixpanel.com/settings/org/users-and-teams/find-your-org',
	'https://mixpanel.com/settings/org/users-and-teams/teams',
	'https://mixpanel.com/settings/project',
	'https://mixpanel.com/settings/project#serviceaccounts',
]);

const isoDay = /^20\d\d-[01]\d-[0-3]\d$/u;

describe('findControl', () => {
	it('finds by id and by slug, in any case', () => {
		assert.equal(findControl('3.1')?.slug, 'service-accounts');
		assert.equal(findControl('Data-Governance')?.id, '3.2');
		assert.equal(findControl('5'), null);
		assert.equal(findControl(''), null);
	});
});

const clickIds = new Set(
	controls.flatMap(({clickGroups}) => clickGroups.flatMap(({clicks}) => clicks.map(({id}) => id))),
);

for (const control of controls) {
	const {id} = control;
	const clicks = control.clickGroups.flatMap(group => group.clicks);

	describe(`control ${id}`, () => {
		it('numbers its clicks through all groups', () => {
			assert.deepEqual(
				clicks.map(click => click.id),
				clicks.map((_, index) => `${id}.C${index + 1}`),
			);
		});

		it('begins by checking where one is', () => {
			assert.match(clicks[0]?.action ?? '', /check (the )?(organization|project)/iu);
		});

		it('gives a role and a sign of success for each click, and only published links', () => {
			for (const click of clicks) {
				assert.notEqual(click.role, '', click.id);
				assert.notEqual(click.seenWhen, '', click.id);
				assert.ok(click.url === null || publishedLinks.has(click.url), `${click.id} ${click.url}`);
			}
		});

		it('says how to undo what can lock people out', () => {
			for (const click of clicks.filter(({lockOut}) => lockOut)) {
				assert.notEqual(click.undo, null, click.id);
			}
		});

		it('uses only values that can be filled in', () => {
			const known = ['{organizationId}', '{organizationName}', '{domain}'];
			for (const click of clicks) {
				assert.doesNotMatch(click.action, /\{/u, click.id);
				for (const {template} of click.values) {
					for (const [placeholder] of template.matchAll(/\{\w+\}/gu)) {
						assert.ok(known.includes(placeholder), `${click.id} ${placeholder}`);
					}
				}
			}
		});

		it('has the clicks that its rules send people to', () => {
			for (const rule of control.rules) {
				for (const click of rule.clicks) {
					assert.ok(clickIds.has(click), `${rule.id} names ${click}`);
				}
			}
		});

		it('numbers its corrections, each at an existing place and with a source', () => {
			const places = new Set([
				...control.prerequisites.map(prerequisite => prerequisite.id),
				...control.steps.flatMap(step =>
					step.lines.flatMap(line => [line.id, ...line.items.map(item => item.id)]),
				),
			]);
			assert.deepEqual(
				control.corrections.map(correction => correction.id),
				control.corrections.map((_, index) => `${id}.K${index + 1}`),
			);
			for (const {id: name, line, since, source} of control.corrections) {
				assert.ok(line === null || places.has(line), `${name} at ${line}`);
				assert.ok(since === null || isoDay.test(since), name);
				assert.notEqual(source, '', name);
			}
		});

		it('asks three questions, each with one right answer and an explanation', () => {
			assert.deepEqual(
				control.quiz.map(question => question.id),
				[1, 2, 3].map(number => `${id}.Q${number}`),
			);
			for (const {id: name, choices, answer, explanation} of control.quiz) {
				assert.ok(choices.length >= 2 && choices.length <= 4, name);
				assert.equal(new Set(choices).size, choices.length, name);
				assert.ok(choices[answer] !== undefined, name);
				assert.ok(explanation.length > 20, name);
			}

			assert.ok(
				new Set(control.quiz.map(({answer}) => answer)).size > 1,
				'the right answer is always in one place',
			);
		});

		it('judges the fit of the mappings of the guide, and only of those', () => {
			for (const mapping of control.mappings) {
				assert.equal(mapping.fit === null, mapping.origin === 'suggested', mapping.id);
			}
		});
	});
}

describe('the guide outside its controls', () => {
	it('carries the 22 extras and the ten open questions', () => {
		assert.deepEqual(
			guideDocument.extras.map(({id}) => id),
			Array.from({length: 22}, (_, index) => `G${index + 1}`),
		);
		assert.equal(guideDocument.unproven.length, 10);
	});

	it('never claims that logging in differently would have prevented the incident', () => {
		const told = JSON.stringify(guideDocument.incident);
		assert.doesNotMatch(told, /SSO|2FA|two-factor|single sign-on/iu);
	});

	it('corrects the claim that there was no incident, with both sources', () => {
		const correction = guideDocument.corrections.find(({line}) => line?.includes('Security Incidents'));
		assert.equal(correction?.kind, 'wrong');
		assert.match(correction?.source ?? '', /mixpanel\.com\/blog.*openai\.com/u);
	});

	it('says that no control is assigned to L3', () => {
		assert.match(guideDocument.levelsNote, /none to L3/u);
		assert.equal(controls.filter(({level}) => level === 'L2').length, 3);
	});

	it('suggests only sections that exist', () => {
		const {soc2, nist80053} = guideDocument.compliance;
		for (const {framework, suggestedSections} of [...soc2, ...nist80053]) {
			assert.ok(suggestedSections.length > 0, framework);
			assert.ok(
				suggestedSections.every(section => findControl(section) !== null),
				framework,
			);
		}
	});
});
