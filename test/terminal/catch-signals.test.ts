import assert from 'node:assert/strict';
import {EventEmitter, once} from 'node:events';
import {test} from 'node:test';
import {catchSignals} from '../../source/terminal/catch-signals.ts';

test('the first signal aborts, the second forces the end', () => {
	const source = new EventEmitter();
	const forced: number[] = [];
	const caught = catchSignals(source, code => forced.push(code));
	assert.equal(caught.exitCode(), null);
	source.emit('SIGTERM');
	assert.ok(caught.signal.aborted);
	assert.equal(caught.signal.reason.name, 'AbortError');
	assert.equal(caught.exitCode(), 143);
	assert.deepEqual(forced, []);
	source.emit('SIGINT');
	assert.equal(caught.exitCode(), 143);
	assert.deepEqual(forced, [130]);
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
