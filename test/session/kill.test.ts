import assert from 'node:assert/strict';
import {type TestContext, test} from 'node:test';
import {setTimeout as delay} from 'node:timers/promises';
import {openSession} from '../../source/session/open-session.ts';
import {readJournal} from '../../source/session/read-journal.ts';
import {prepareWriter} from './run-writer.ts';
import {expectKind, journalPath, options, temporaryDirectory} from './state.ts';

const startWriter = prepareWriter();
const rounds = Number(process.env['KILL_ROUNDS'] ?? 60);

async function killRounds(t: TestContext, count: number): Promise<void> {
	const directory = await temporaryDirectory(t);
	const saved = new Set<string>();
	let lastSerial = 0;
	for (let round = 0; round < count; round += 1) {
		const writer = startWriter(t, {directory, name: `round-${round}`, most: 1_000_000});
		// Most kills hit the recording, some the opening.
		if (round % 5 !== 0) {
			await writer.until(({kind}) => kind !== undefined);
		}

		await delay(Math.random() * (round % 5 === 0 ? 120 : 25));
		writer.child.kill('SIGKILL');
		await writer.ended;
		assert.ok(
			writer.said.every(({kind}) => kind === undefined || kind === 'open'),
			JSON.stringify(writer.said[0]),
		);
		for (const {saved: click} of writer.said) {
			if (click !== undefined) {
				saved.add(click);
			}
		}

		const reading = await readJournal(journalPath(directory), 'us-4410022');
		if (reading === null) {
			assert.equal(saved.size, 0);
			continue;
		}

		assert.ok(reading.kind === 'whole', `round ${round}: ${reading.kind}`);
		assert.ok(reading.content.lastSerial >= lastSerial);
		({lastSerial} = reading.content);
		assert.deepEqual(
			[...saved].filter(click => !reading.content.state.ticked.has(click)),
			[],
		);
	}

	assert.ok(saved.size > count, `only ${saved.size} ticks were saved in ${count} rounds`);
	const {session} = expectKind(await openSession(options(directory)), 'open');
	await session.close();
}

test(`killed ${rounds} times at random instants, nothing that was reported as saved is lost`, async t => {
	// Two at a time, one for each core.
	await Promise.all([killRounds(t, Math.ceil(rounds / 2)), killRounds(t, Math.floor(rounds / 2))]);
});
