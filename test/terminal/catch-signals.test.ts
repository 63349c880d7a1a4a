import assert from 'node:assert/strict';
import {EventEmitter, once} from 'node:events';
import {test} from 'node:test';
import {catchSignals} from '../../source/terminal/catch-signals.ts';

function start() {
	const source = new EventEmitter();
	const forced: number[] = [];
	let time = 0;
	const caught = catchSignals(
		source,
		code => forced.push(code),
		60_000,
		() => time,
	);
	return {
		caught,
		forced,
		send(name: string, after: number) {
			time += after;
			source.emit(name);
		},
	};
}

test('the first signal aborts, a second of another kind forces the end', () => {
	const {caught, forced, send} = start();
	assert.equal(caught.exitCode(), null);
	send('SIGTERM', 0);
	assert.ok(caught.signal.aborted);
	assert.equal(caught.signal.reason.name, 'AbortError');
	assert.equal(caught.exitCode(), 143);
	assert.deepEqual(forced, []);
	send('SIGINT', 1);
	assert.equal(caught.exitCode(), 143);
	assert.deepEqual(forced, [130]);
});

test('an interrupt that arrives twice at once is one, a later one is a second', () => {
	const {forced, send} = start();
	send('SIGINT', 0);
	send('SIGINT', 10);
	assert.deepEqual(forced, []);
	send('SIGINT', 400);
	assert.deepEqual(forced, [130]);
});

test('hang-ups never force the end', () => {
	const {caught, forced, send} = start();
	send('SIGHUP', 0);
	send('SIGHUP', 1000);
	caught.raise('SIGHUP');
	assert.equal(caught.exitCode(), 129);
	assert.deepEqual(forced, []);
});

test('a command that never ends is forced to after the patience', async () => {
	const source = new EventEmitter();
	catchSignals(source, code => source.emit('forced', code), 5);
	const forced = once(source, 'forced');
	// The timer alone must not keep the program alive; here the wait has to.
	const alive = setInterval(() => {}, 1000);
	source.emit('SIGHUP');
	assert.deepEqual(await forced, [129]);
	clearInterval(alive);
});
