import assert from 'node:assert/strict';
import test from 'node:test';
import {setImmediate} from 'node:timers/promises';
import {runTasks} from '../../source/mixpanel/run-tasks.ts';

test('runs every task once, in order, at most as many at once as asked', async () => {
	let open = 0;
	let most = 0;
	const begun: number[] = [];
	const tasks = Array.from({length: 10}, (_, index) => async () => {
		begun.push(index);
		open += 1;
		most = Math.max(most, open);
		await setImmediate();
		open -= 1;
	});
	await runTasks(3, tasks);
	assert.deepEqual(
		begun,
		Array.from({length: 10}, (_, index) => index),
	);
	assert.equal(most, 3);
});

test('begins nothing more after an error, and throws it when the others have ended', async () => {
	const ended: string[] = [];
	const fault = new Error('first');
	const tasks = [
		async () => {
			await setImmediate();
			throw fault;
		},
		async () => {
			for (let turn = 0; turn < 5; turn += 1) {
				await setImmediate();
			}

			ended.push('slow');
		},
		async () => {
			ended.push('never');
		},
	];
	await assert.rejects(runTasks(2, tasks), fault);
	assert.deepEqual(ended, ['slow']);
});
