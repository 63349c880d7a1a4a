import {makeSafe} from '../terminal/make-safe.ts';
import type {ChangeOutcome, Image} from '../types/change.ts';
import type {Read} from '../types/facts.ts';
import type {SafeText} from '../types/safe-text.ts';
import {UserError} from '../types/user-error.ts';
import type {ChangeEdges} from './change-edges.ts';
import type {ChangePlan} from './change-plan.ts';
import {type Difference, describeImage, differencesBetween} from './image.ts';
import {type PropertyPlace, placeOfProperty} from './property-place.ts';
import {type Settlement, settleByReading} from './settle-by-reading.ts';

/** Where one change is in its life. */
export type ChangeStep = 'recording' | 'reading' | 'sending' | 'verifying';

/** How one change ended. */
export type ChangeResult = {
	readonly plan: ChangePlan;
	readonly outcome: ChangeOutcome;
	/** What came of it in words, as the journal has it. */
	readonly detail: SafeText;
	/** For `drifted`: what is no longer as planned. */
	readonly differences: readonly Difference[];
	/**
	Why the journal could not take it: with `not_sent` nothing left this machine; with any other outcome only the
	end is missing from the journal, and `reconcile` finds it by reading.
	*/
	readonly problem: UserError | null;
};

export type ApplyOptions = {
	/** Stops before the next thing is sent; what is under way is waited for. */
	readonly signal: AbortSignal;
	readonly onStep: (step: ChangeStep) => void;
};

/**
The life of one change (product §3, reliability "Applying changes"): intent on the disk, read again, stop on drift,
send once, read again, outcome on the disk. What cannot be recorded is not sent.
*/
export async function applyOne(
	plan: ChangePlan,
	edges: ChangeEdges,
	options: ApplyOptions,
): Promise<ChangeResult> {
	const {intent} = plan;
	const place = placeOfProperty(intent.resource.id);
	if (place === null) {
		throw new TypeError('A plan names a property that can be asked for');
	}

	options.onStep('recording');
	try {
		await edges.record({type: 'change_intended', intent});
	} catch (error) {
		if (!(error instanceof UserError)) {
			throw error;
		}

		const detail = makeSafe('Nothing was sent, because it could not be recorded first.');
		return {plan, outcome: 'not_sent', detail, differences: [], problem: error};
	}

	const {differences, ...settlement} = await carryOut(plan, place, edges, options);
	const problem = await recordOutcome(intent.operation, settlement, edges);
	return {plan, ...settlement, differences, problem};
}

/** Record how a change ended; gives what stood in the way, null when it is on the disk. */
export async function recordOutcome(
	operation: string,
	{outcome, detail}: Settlement,
	{record}: Pick<ChangeEdges, 'record'>,
): Promise<UserError | null> {
	try {
		await record({type: 'change_settled', operation, outcome, detail});
		return null;
	} catch (error) {
		if (error instanceof UserError) {
			return error;
		}

		throw error;
	}
}

type Ended = Settlement & {readonly differences: readonly Difference[]};

async function carryOut(
	{intent}: ChangePlan,
	place: PropertyPlace,
	edges: ChangeEdges,
	{signal, onStep}: ApplyOptions,
): Promise<Ended> {
	onStep('reading');
	const now = await readBefore(place, edges, signal);
	if (now === null || signal.aborted) {
		return ended('not_sent', 'Cancelled before anything was sent.');
	}

	if (now.outcome !== 'ok') {
		return ended('not_sent', `Not sent, because it could not be read before: ${now.reason}`);
	}

	const differences = differencesBetween(intent.before, now.value);
	if (differences.length > 0) {
		const words = `Not sent: it was ${describeImage(intent.before)} when this was planned, and is ${describeImage(now.value)} now.`;
		return {...ended('drifted', words), differences};
	}

	onStep('sending');
	const answer = await edges.send(intent.request, signal);
	switch (answer.kind) {
		case 'not_sent': {
			return ended('not_sent', answer.reason);
		}

		case 'refused': {
			return ended('failed', answer.reason);
		}

		case 'accepted':
		case 'unknown': {
			onStep('verifying');
			const said = answer.kind === 'accepted' ? `Mixpanel answered HTTP ${answer.status}.` : answer.reason;
			return {...(await settleByReading({intent, place, said}, edges, signal)), differences: []};
		}
	}
}

async function readBefore(
	place: PropertyPlace,
	edges: ChangeEdges,
	signal: AbortSignal,
): Promise<Read<Image> | null> {
	try {
		return await edges.readProperty(place, {signal});
	} catch (error) {
		if (signal.aborted) {
			return null;
		}

		throw error;
	}
}

function ended(outcome: ChangeOutcome, words: string): Ended {
	return {outcome, detail: makeSafe(words, 500), differences: []};
}
