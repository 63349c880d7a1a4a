import {countAuditLog} from './audit-log.ts';
import {commandTimes} from './commands.ts';
import {type Figure, row} from './figure.ts';
import {firstFrame} from './first-frame.ts';
import {keyToFrame} from './key-to-frame.ts';
import {largeCheck} from './large-check.ts';
import {peakMemory} from './memory.ts';
import {openJournal} from './open-journal.ts';
import {buildWorld, type World} from './world.ts';

const measurements: readonly ((world: World) => Promise<readonly Figure[]>)[] = [
	firstFrame,
	commandTimes,
	peakMemory,
	openJournal,
	keyToFrame,
	largeCheck,
	countAuditLog,
];

// Figures are for reading: none of them fails the run, only a measurement that could not be taken does.
const world = await buildWorld();
try {
	console.log(row({what: 'What', measured: 'Measured', goal: 'Goal'}));
	for (const measure of measurements) {
		for (const figure of await measure(world)) {
			console.log(row(figure));
		}
	}
} finally {
	await world.remove();
}
