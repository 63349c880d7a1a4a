import type {Open} from '../app-state.ts';

/** What was read and judged so far moves aside, for whoever asks what a new reading changed. */
export function keepEarlier(open: Open): Open {
	const {reading, facts, assessment} = open;
	return reading.kind === 'finished'
		? {...open, earlier: {facts, assessment, at: reading.at.toISOString()}}
		: open;
}
