import assert from 'node:assert/strict';
import {readdir, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {sinceOf} from '../../source/assessment/in-doubt.ts';
import {controls} from '../../source/controls/index.ts';
import {readSessionSummary} from '../../source/session/read-session-summary.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {Facts} from '../../source/types/facts.ts';
import {defaultPolicy} from '../../source/types/policy.ts';
import {judge} from '../../source/ui/state/judge.ts';
import {newsOf} from '../../source/ui/state/places/news.ts';
import {anasWork, dayAgo, leaveSession} from '../end-to-end/left-session.ts';
import {acme, temporaryDirectory} from '../session/state.ts';
import {hardenedFacts, read, user, users} from '../support/facts-builders.ts';
import {runProgram} from '../support/run-program.ts';

const before: Facts = {...hardenedFacts(), users: read({users: users(2, 1, 3)})};
const after: Facts = {
	...before,
	users: read({users: [...users(2, 1, 3), user('Newcomer', 'owner')]}),
};

/** Read ten days ago and again today, an Owner having come in between; a word, a wait and a waiver have run out since. */
async function twoReadings(t: TestContext): Promise<string> {
	const directory = await temporaryDirectory(t);
	await leaveSession(directory, acme, 10, before, [
		...anasWork(10),
		{
			type: 'waived',
			waiver: {
				scope: {kind: 'control', control: '1.2'},
				waiver: 'accepted_risk',
				reason: makeSafe('later'),
				owner: makeSafe('Raj'),
				expires: dayAgo(1),
				by: makeSafe('Ana'),
			},
		},
	]);
	await leaveSession(directory, acme, 0, after);
	return directory;
}

async function statusOf(directory: string, ...args: readonly string[]) {
	return runProgram({args: ['status', '--state-dir', directory, ...args]});
}

/** What the wizard's page said at the end of the second reading. */
async function newsFor(directory: string) {
	const now = new Date();
	const details = await readSessionSummary(
		directory,
		{kind: 'live', region: 'us', organizationId: '4410022'},
		now,
	);
	assert.ok(details.kind === 'read');
	const at = details.state.readings[0]?.at ?? '';
	const context = {controls, policy: defaultPolicy, now};
	const open = judge(
		{
			target: acme,
			label: '',
			session: details.state,
			found: details.state,
			readOnly: null,
			canMend: false,
			canChange: false,
			before: {facts: before, at},
			knowledge: [sinceOf(before, at)],
			earlier: null,
			imported: {},
			offline: null,
			facts: after,
			reading: {kind: 'finished', at: now, requests: 0},
		},
		context,
	);
	return {news: newsOf(open, context), open};
}

test('status says what the page of the wizard says', async t => {
	const directory = await twoReadings(t);
	const {news, open} = await newsFor(directory);
	const [status] = JSON.parse((await statusOf(directory, '--format', 'json')).stdout).sessions;
	assert.ok(news.due.some(({overdue}) => overdue) && news.inDoubt.length > 0);
	assert.ok((news.changed ?? []).some(({finding}) => finding === null || finding === 'new'));
	assert.equal(status.verdictsFrom, 'facts');
	for (const part of ['due', 'inDoubt', 'expiring', 'next'] as const) {
		assert.deepEqual(status[part], plain(news[part]), part);
	}

	assert.deepEqual(status.changed.changes, plain(news.changed));
	assert.equal(status.changed.since.slice(0, 10), dayAgo(10));
	assert.deepEqual(
		status.waiting.map(({control, overdue}: {control: string; overdue: boolean}) => [control, overdue]),
		news.waiting.map(({control, overdue}) => [control, overdue]),
	);
	assert.equal(status.decided, open.assessment.progress.decided);
	assert.equal(status.score, open.assessment.summary.score);
});

test('the text tells the same, and something due makes --fail-on due fail', async t => {
	const {stdout, stderr, code} = await statusOf(await twoReadings(t), '--fail-on', 'due');
	assert.equal(code, 1, stderr);
	assert.match(
		stdout,
		new RegExp(`Changed at Mixpanel between ${dayAgo(10)} and ${dayAgo(0)}:\n    .*Newcomer`),
	);
	assert.match(stdout, /Due: key-events-reviewed/);
	assert.match(stdout, /In doubt: \S+\. .*Newcomer/);
	assert.match(stdout, /Ran out: waiver of Raj on 1\.2/);
	assert.match(stdout, /Waiting: 1\.1 for Ben, DNS, look again/);
	assert.match(stdout, /Next: \d\.\d.*, about /);
});

test('readings of the day itself do not hide what was new that day', async t => {
	const directory = await twoReadings(t);
	await leaveSession(directory, acme, 0, {...after, teams: read([])});
	const [status] = JSON.parse((await statusOf(directory, '--format', 'json')).stdout).sessions;
	assert.match(JSON.stringify(status.changed.changes), /Newcomer/);
});

test('where what was read is gone, the record is shown, and why no more is known', async t => {
	const directory = await twoReadings(t);
	const facts = join(directory, 'sessions', 'us-4410022', 'facts');
	assert.equal((await readdir(facts)).length, 2);
	await rm(facts, {recursive: true});
	const {stdout, code} = await statusOf(directory);
	assert.equal(code, 0);
	assert.match(stdout, /\d+ of \d+ rules decided/);
	assert.match(stdout, /The file is gone\./);
	assert.doesNotMatch(stdout, /Next:/);
	const [status] = JSON.parse((await statusOf(directory, '--format', 'json')).stdout).sessions;
	assert.equal(status.verdictsFrom, 'record');
	assert.deepEqual([status.inDoubt, status.changed, status.next], [null, null, null]);
});

/** As JSON gives it back. */
function plain(value: unknown): unknown {
	return JSON.parse(JSON.stringify(value));
}
