import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {clickGroups as accessRequestsClicks} from '../../source/controls/access-requests/clicks.ts';
import {quiz as accessRequestsQuiz} from '../../source/controls/access-requests/quiz.ts';
import {clickGroups as adminAccessClicks} from '../../source/controls/admin-access/clicks.ts';
import {quiz as adminAccessQuiz} from '../../source/controls/admin-access/quiz.ts';
import {clickGroups as organizationRolesClicks} from '../../source/controls/organization-roles/clicks.ts';
import {quiz as organizationRolesQuiz} from '../../source/controls/organization-roles/quiz.ts';
import {clickGroups as projectAccessClicks} from '../../source/controls/project-access/clicks.ts';
import {quiz as projectAccessQuiz} from '../../source/controls/project-access/quiz.ts';
import {clickGroups as ssoClicks} from '../../source/controls/sso/clicks.ts';
import {quiz as ssoQuiz} from '../../source/controls/sso/quiz.ts';
import {clickGroups as twoFactorClicks} from '../../source/controls/two-factor/clicks.ts';
import {quiz as twoFactorQuiz} from '../../source/controls/two-factor/quiz.ts';

const controls = [
	{id: '1.1', groups: ssoClicks, quiz: ssoQuiz},
	{id: '1.2', groups: twoFactorClicks, quiz: twoFactorQuiz},
	{id: '1.3', groups: accessRequestsClicks, quiz: accessRequestsQuiz},
	{id: '2.1', groups: organizationRolesClicks, quiz: organizationRolesQuiz},
	{id: '2.2', groups: projectAccessClicks, quiz: projectAccessQuiz},
	{id: '2.3', groups: adminAccessClicks, quiz: adminAccessQuiz},
].map(control => ({...control, clicks: control.groups.flatMap(group => group.clicks)}));

const allClicks = controls.flatMap(control => control.clicks);

/** Written out on purpose: a link that no page of the vendor backs must not slip in through a shared constant. */
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

const placeholders = new Set(['{organizationId}', '{organizationName}', '{domain}']);

/** Value of a click as the admin copies it, for organization 4242 and acme.example. */
function filled(clickId: string, label: string): string | undefined {
	return allClicks
		.find(click => click.id === clickId)
		?.values.find(value => value.label === label)
		?.template.replaceAll('{organizationId}', '4242')
		.replaceAll('{domain}', 'acme.example');
}

describe('clicks of sections 1 and 2', () => {
	for (const {id, clicks} of controls) {
		it(`${id}: ids count on through the groups`, () => {
			assert.deepEqual(
				clicks.map(click => click.id),
				clicks.map((_, index) => `${id}.C${index + 1}`),
			);
		});

		it(`${id}: begins with a look at the organization or project name`, () => {
			assert.match(clicks[0]?.action ?? '', /check (the |that the )?organization.* name first/i);
		});
	}

	it('opens only links the vendor has published', () => {
		const urls = allClicks.flatMap(click => click.url ?? []);
		assert.deepEqual(
			urls.filter(url => !publishedLinks.has(url)),
			[],
		);
	});

	it('has the name checked again where a group first opens a settings page', () => {
		const unchecked = controls
			.flatMap(control => control.groups)
			.flatMap(group => group.clicks.find(({path}) => path[1] === 'Org' || path[1] === 'Project') ?? [])
			.filter(click => !/check .*(organization|project) name/i.test(click.action));
		assert.deepEqual(
			unchecked.map(click => click.id),
			[],
		);
	});

	it('tells the effect and the way back where people can be locked out', () => {
		const lockOuts = allClicks.filter(click => click.lockOut);
		assert.ok(lockOuts.length >= 10);
		assert.deepEqual(
			lockOuts.filter(click => !click.undo || !click.sideEffect).map(click => click.id),
			[],
		);
	});

	it('marks the switches that are known to lock people out', () => {
		const byLabel = (label: string) => allClicks.filter(click => click.label === label);
		for (const label of ['Require Single Sign-On', 'IDP Managed Access', 'Enable', 'Confirm']) {
			const clicks = byLabel(label);
			assert.ok(clicks.length > 0, label);
			assert.ok(
				clicks.every(click => click.lockOut),
				label,
			);
		}
	});

	it('uses only placeholders that a session can fill', () => {
		const texts = allClicks.flatMap(click => [
			...click.values.map(value => value.template),
			click.action,
			click.seenWhen,
			click.sideEffect ?? '',
			click.undo ?? '',
		]);
		const used = texts.flatMap(text => text.match(/\{[^}]*\}?/g) ?? []);
		assert.ok(used.length > 0);
		assert.deepEqual(
			used.filter(placeholder => !placeholders.has(placeholder)),
			[],
		);
	});

	it('refers only to clicks that exist', () => {
		const known = new Set(allClicks.map(click => click.id));
		const named = allClicks.flatMap(click => `${click.action} ${click.undo}`.match(/\d\.\d\.C\d+/g) ?? []);
		assert.ok(named.length > 0);
		assert.deepEqual(
			named.filter(id => !known.has(id)),
			[],
		);
	});

	it('gives the values of SSO exactly, with the id of the organization', () => {
		const postback = 'https://mixpanel.com/security/sso/v2/authorize/?org_id=4242';
		assert.equal(filled('1.1.C5', 'Postback URL'), postback);
		assert.equal(filled('1.1.C6', 'Start or Sign-on URL (the Postback URL)'), postback);
		assert.equal(
			filled('1.1.C6', 'ACS, Reply, Recipient and Destination URL'),
			'https://sso.mixpanel.com/sso/saml2',
		);
		assert.equal(
			filled('1.1.C6', 'Audience or SP Entity ID'),
			'https://mixpanel.com/security/sso/v2/authorize/',
		);
		assert.equal(filled('1.1.C3', 'Name'), 'acme.example');
		assert.equal(filled('1.1.C3', 'TXT'), 'mixpanel-domain-verify=<token>');
	});
});

describe('quiz of sections 1 and 2', () => {
	for (const {id, quiz} of controls) {
		it(`${id}: three questions, each with one right choice among distinct ones`, () => {
			assert.deepEqual(
				quiz.map(question => question.id),
				[`${id}.Q1`, `${id}.Q2`, `${id}.Q3`],
			);
			for (const question of quiz) {
				assert.ok(question.choices.length >= 2 && question.choices.length <= 4, question.id);
				assert.ok(question.choices[question.answer] !== undefined, question.id);
				assert.equal(new Set(question.choices).size, question.choices.length, question.id);
			}
		});

		it(`${id}: the right choice is not always at the same place`, () => {
			assert.ok(new Set(quiz.map(question => question.answer)).size > 1);
		});
	}
});
