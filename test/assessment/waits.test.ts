import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {isOver, waitingNow, waitsOf} from '../../source/assessment/waits.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {Parked} from '../../source/types/decision.ts';

function wait(control: Parked['control'], click: string | null, until: string | null): Parked {
	return {
		control,
		click,
		until,
		waitingFor: makeSafe('Ben'),
		what: makeSafe('the record'),
		by: makeSafe('Ana'),
		at: '2026-11-20T10:00:00.000Z',
	};
}

describe('waits', () => {
	const now = new Date('2026-11-24T10:00:00.000Z');

	test('a wait is over on the day to look again and after it, never without a day', () => {
		assert.equal(isOver({until: '2026-11-25'}, now), false);
		assert.equal(isOver({until: '2026-11-24'}, now), true);
		assert.equal(isOver({until: '2026-11-01'}, now), true);
		assert.equal(isOver({until: null}, now), false);
	});

	test('a control waits while the day of one of its waits has not come', () => {
		const waits = [
			wait('1.1', '1.1.C3', '2026-11-24'),
			wait('1.1', '1.1.C4', '2026-12-01'),
			wait('1.2', null, '2026-11-20'),
			wait('4.1', null, null),
		];
		assert.deepEqual([...waitingNow(waits, now)], ['1.1', '4.1']);
	});

	test('those of one control come soonest first, those without a day last', () => {
		const waits = [
			wait('1.1', '1.1.C3', null),
			wait('1.2', '1.2.C6', '2026-11-01'),
			wait('1.1', '1.1.C4', '2026-12-01'),
			wait('1.1', null, '2026-11-30'),
		];
		assert.deepEqual(
			waitsOf('1.1', waits).map(({click, until}) => [click, until]),
			[
				[null, '2026-11-30'],
				['1.1.C4', '2026-12-01'],
				['1.1.C3', null],
			],
		);
	});
});
