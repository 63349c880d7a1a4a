import assert from 'node:assert/strict';
import {test} from 'node:test';
import {controls} from '../../source/controls/index.ts';
import {needsRescueSheet, rescueSheet} from '../../source/report/rescue-sheet.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {ControlId} from '../../source/types/control.ts';
import type {Facts} from '../../source/types/facts.ts';
import type {Target} from '../../source/types/target.ts';
import {failed, read, user} from '../support/facts-builders.ts';

const acme: Target = {kind: 'live', region: 'us', organizationId: '4410022', name: makeSafe('Acme')};

function sheet(id: ControlId, facts: Facts, target: Target = acme): string {
	const control = controls.find(each => each.id === id);
	assert.ok(control);
	return rescueSheet({facts, target, control});
}

const people = read({
	users: [
		user('ana', 'owner'),
		user('ben', 'owner', {name: makeSafe('')}),
		user('new', 'owner', {invited: true}),
		user('cy', 'admin'),
	],
});

test('the Owners stand there by name, and only those who can log in', () => {
	const text = sheet('1.1', {users: people});
	assert.match(text, /Owners.*\n {2}- ana, ana@acme\.example\n {2}- ben@acme\.example\n\n/u);
	assert.doesNotMatch(text, /cy@|new@/u);
	assert.match(text, /Acme · 4410022/u);
});

test('unknown, missing and single Owners are called so', () => {
	assert.match(sheet('1.1', {}), /Not known: the users were not read/u);
	assert.match(sheet('1.1', {users: failed('denied')}), /Not known: The read failed: denied\./u);
	assert.match(sheet('1.1', {users: read({users: [user('cy', 'admin')]})}), /None was found\. Stop here/u);
	assert.match(
		sheet('1.1', {users: read({users: [user('ana', 'owner')]})}),
		/Only one: make a second Owner/u,
	);
});

test('each step that can lock people out has its way back', () => {
	for (const control of controls.filter(needsRescueSheet)) {
		const text = sheet(control.id, {users: people});
		for (const {id, lockOut, undo} of control.clickGroups.flatMap(({clicks}) => clicks)) {
			assert.equal(text.includes(`- ${id} `), lockOut, id);
			assert.ok(!lockOut || text.includes(undo ?? 'cannot be undone.'), id);
		}
	}

	assert.match(sheet('1.1', {}), /1\.1\.C9 Require Single Sign-On \(.*\): Turn Require Single Sign-On off/u);
	assert.match(sheet('1.2', {}), /recovery code/u);
	assert.match(sheet('2.3', {}), /another Owner gives it back/u);
});

test('the sheet comes before lock-out risks alone, and works for any control', () => {
	const risky = controls.filter(needsRescueSheet).map(({id}) => id);
	for (const id of ['1.1', '1.2', '2.3'] as const) {
		assert.ok(risky.includes(id));
	}

	assert.ok(!risky.includes('4.1'));
	for (const {id} of controls) {
		assert.match(sheet(id, {}, {kind: 'byHand'}), /get-support/u);
		assert.doesNotMatch(sheet(id, {}), /undefined|null/u);
	}
});

test('training is marked', () => {
	assert.match(sheet('1.2', {}, {...acme, kind: 'simulated'}), /^RESCUE SHEET .* · TRAINING\n/u);
	assert.doesNotMatch(sheet('1.2', {}), /TRAINING/u);
});
