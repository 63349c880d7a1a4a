import {makeSafe} from '../terminal/make-safe.ts';
import type {ChangeIntent, ChangeOutcome, Image} from '../types/change.ts';
import type {Read} from '../types/facts.ts';
import type {SafeText} from '../types/safe-text.ts';
import type {ChangeEdges} from './change-edges.ts';
import {describeImage, shownBy} from './image.ts';
import type {PropertyPlace} from './property-place.ts';

export type Settlement = {readonly outcome: ChangeOutcome; readonly detail: SafeText};

/** Pauses, in milliseconds, before a read that shows nothing is repeated: a service may need a moment to show what it took. */
const pauses = [0, 1000, 3000];

/**
Decide by reading what became of a write that was sent. Only a read that shows the change makes it `applied`; one
that shows the state before makes it `failed`; anything else leaves it `unknown`.
@param said what the answer to the write told, in a sentence
*/
export async function settleByReading(
	sent: {readonly intent: ChangeIntent; readonly place: PropertyPlace; readonly said: string},
	edges: Pick<ChangeEdges, 'readProperty' | 'pause'>,
	signal: AbortSignal,
): Promise<Settlement> {
	let settlement: Settlement | null = null;
	for (const pause of pauses) {
		if (pause > 0 && !(await paused(edges, pause, signal))) {
			break;
		}

		const read = await edges.readProperty(sent.place, {signal, untilAnswered: true});
		settlement = judgeRead(read, sent.intent, sent.said);
		if (settlement.outcome !== 'failed') {
			break;
		}
	}

	return settlement ?? {outcome: 'unknown', detail: makeSafe(sent.said, 500)};
}

/** What a read says of a change that was sent or may have been. */
export function judgeRead(read: Read<Image>, intent: ChangeIntent, said: string): Settlement {
	const words = (text: string): SafeText => makeSafe(`${text} ${said}`.trim(), 500);
	if (read.outcome !== 'ok') {
		return {outcome: 'unknown', detail: words(`Could not be read afterwards: ${read.reason}`)};
	}

	const found = describeImage(read.value);
	switch (shownBy(read.value, intent)) {
		case 'desired': {
			return {outcome: 'applied', detail: words(`Read again: ${found}.`)};
		}

		case 'before': {
			return {outcome: 'failed', detail: words(`It was not carried out. Read again: still ${found}.`)};
		}

		case 'neither': {
			return {outcome: 'unknown', detail: words(`Read again: ${found}.`)};
		}
	}
}

async function paused(
	{pause}: Pick<ChangeEdges, 'pause'>,
	milliseconds: number,
	signal: AbortSignal,
): Promise<boolean> {
	try {
		await pause(milliseconds, signal);
		return true;
	} catch (error) {
		if (signal.aborted) {
			return false;
		}

		throw error;
	}
}
