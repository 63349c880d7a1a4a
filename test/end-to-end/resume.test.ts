import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {Target} from '../../source/types/target.ts';
import {hardenedFacts} from '../support/facts-builders.ts';
import {anasWork, leaveSession, leaveTraining} from './left-session.ts';
import {readToEnd, see, startWizard, temporaryDirectory} from './program.ts';

describe('coming back', {concurrency: 2}, () => {
	test('nine days later one page says what changed, became due, is in doubt and waits, and Enter goes on', async test => {
		const state = await temporaryDirectory(test);
		await leaveTraining(state, 9, anasWork(9));
		const terminal = await startWizard(test, {args: ['train', '--state-dir', state], rows: 30});
		await see(
			terminal,
			/Welcome back, Ana · Harbour Example/,
			/You left 9 days ago\./,
			/Growth, Okta, harbour\.example: still so\?/,
			readToEnd,
			/− old-export\S* is gone +3\.1 +fixed by others/,
			/nadia\S* is Admin now, was Member +2\.1, 2\.3 +new finding/,
			/Became due\s+○ The four groups of key events were looked at/,
			/In doubt\s+○ Each Owner and Admin has a written reason[\s\S]*nadia/,
			/Waiting\s+… 1\.1 waits for Ben, DNS/,
			/enter +where you left: 3\.1 Service accounts, Gap/,
		);
		terminal.press('enter');
		await see(terminal, /^ *3\.1 Service accounts/m, /never expires/, /esc back/);
		terminal.type('q');
		assert.deepEqual(await terminal.exit, {code: 0, signal: null});
		assert.match(terminal.scrollback().join('\n'), /Waiting: 1\.1 for Ben, DNS, over since/);
	});

	test('without a key the person chooses, and what was last known is shown as that', async test => {
		const state = await temporaryDirectory(test);
		const target: Target = {
			kind: 'live',
			region: 'eu',
			organizationId: '4410022',
			name: makeSafe('Corp Example'),
		};
		await leaveSession(state, target, 3, hardenedFacts(), anasWork(3));
		const terminal = await startWizard(test, {args: ['--state-dir', state]});
		await see(terminal, /❯ Resume Corp Example · 4410022 · EU/);
		terminal.press('enter');
		await see(terminal, /❯ Connect again/, /As last known +read 3 days ago/);
		terminal.press('down');
		await see(terminal, /❯ As last known/);
		terminal.press('enter');
		await see(terminal, /Welcome back, Ana/, /as last read 3 days ago/, /there is no key here/);
		terminal.type('c');
		await see(terminal, /\bL1\b.* rules decided/, /as last read 3 days ago/);
		terminal.type('q');
		assert.deepEqual(await terminal.exit, {code: 0, signal: null});
		assert.match(terminal.scrollback().join('\n'), /as last read on \d{4}-\d\d-\d\d/);
	});

	test('with a key and nobody answering, it opens as last known, says why, and r tries again', async test => {
		const state = await temporaryDirectory(test);
		const target: Target = {kind: 'simulated', organizationId: '5550001', name: makeSafe('Loop Example')};
		await leaveSession(state, target, 3, hardenedFacts(), anasWork(3));
		const environment = {
			MIXPANEL_BASE_URL: 'http://127.0.0.1:9',
			MIXPANEL_SERVICE_ACCOUNT: 'someone',
			MIXPANEL_SERVICE_ACCOUNT_SECRET: 'a-secret-of-nobody',
		};
		const terminal = await startWizard(test, {args: ['--state-dir', state], environment});
		await see(terminal, /❯ Resume Loop Example · 5550001/);
		terminal.press('enter');
		await terminal.waitFor(/as last read 3 days ago/, 40_000);
		await see(terminal, /Welcome back, Ana/, /network/, /r tries again/);
		terminal.type('r');
		await terminal.waitFor(/as last read 3 days ago/, 40_000);
		await see(terminal, /The server\s+refuses connections/, /where you left: 3\.1/);
		terminal.type('q');
		assert.deepEqual(await terminal.exit, {code: 0, signal: null});
	});
});
