import assert from 'node:assert/strict';
import {EventEmitter} from 'node:events';
import {test} from 'node:test';
import {type Stoppable, watchJob} from '../../source/terminal/job-control.ts';

/** A process as far as it can be stopped; `onKill` plays what the system does. */
function fakeProcess(platform: NodeJS.Platform, onKill: (source: EventEmitter) => void) {
	const events = new EventEmitter();
	const killed: (readonly [number, string | number | undefined])[] = [];
	const source: Stoppable = Object.assign(events, {
		platform,
		kill(pid: number, signal?: string | number): true {
			killed.push([pid, signal]);
			onKill(events);
			return true;
		},
	});
	return {events, killed, source};
}

const unheard = {onStop: () => assert.fail('asked to stop'), onContinued: () => assert.fail('continued')};

test('stops the whole group, without hearing its own signal, and tells that it goes on', async () => {
	let heard = -1;
	const {events, killed, source} = fakeProcess('linux', emitter => {
		heard = emitter.listenerCount('SIGTSTP');
		setImmediate(() => emitter.emit('SIGCONT'));
	});
	const job = watchJob(source, unheard);
	assert.equal(await job.stop(), true);
	assert.deepEqual(killed, [[0, 'SIGTSTP']]);
	assert.equal(heard, 0);
	assert.equal(events.listenerCount('SIGTSTP'), 1);
	job.close();
	assert.deepEqual(events.eventNames(), []);
});

test('where the system lets nothing be stopped it says so, and asks once at a time', async () => {
	const {killed, source} = fakeProcess('linux', () => undefined);
	const job = watchJob(source, unheard);
	assert.deepEqual(await Promise.all([job.stop(), job.stop()]), [false, false]);
	assert.equal(killed.length, 1);
	job.close();
});

test('Windows knows no stopping', async () => {
	const {events, killed, source} = fakeProcess('win32', () => undefined);
	const job = watchJob(source, unheard);
	assert.equal(await job.stop(), false);
	assert.deepEqual([killed, events.eventNames()], [[], []]);
	job.close();
});

test('a stop asked for from outside, and the end of one that was forced, are told', () => {
	const {events, source} = fakeProcess('linux', () => undefined);
	const told: string[] = [];
	const job = watchJob(source, {onStop: () => told.push('stop'), onContinued: () => told.push('continued')});
	events.emit('SIGTSTP');
	events.emit('SIGCONT');
	assert.deepEqual(told, ['stop', 'continued']);
	job.close();
});
