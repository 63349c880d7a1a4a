import {createEffectRunner} from '../../ui/effects/run-effects.ts';
import type {Outcome} from '../../ui/state/app-state.ts';
import {createStore, type Store} from '../../ui/store.ts';
import type {Show} from '../../ui/theatre.ts';
import {createAsker} from './create-asker.ts';
import {createNarrator} from './narrator.ts';
import {takeSteps} from './take-steps.ts';

/** Rows of the screen there is not: all of a page is said, nothing of it scrolls. */
const endlessRows = 1_000_000;

/** Widest line; the frames put list and detail side by side from 110 columns on. */
const widest = 100;

/**
The wizard as plain text: the same state, decisions and records as on the whole screen, said and asked line by line
(product §2). Nothing is drawn over: what was said stays in the scrollback.
*/
export const askPlain: Show = async (initial, road, edges, theatre) => {
	const asker = createAsker(theatre, process.env['TERM'] === 'dumb');
	let outcome: Outcome | null = null;
	const left = Promise.withResolvers<void>();
	const started = {...initial, rows: endlessRows, columns: Math.min(asker.size().columns, widest)};
	const store: Store = createStore(started, theatre.now, effect => runner.run(effect));
	const narrator = createNarrator(store);
	const runner = createEffectRunner(
		{...edges, openPage: narrator.following(edges.openPage)},
		store,
		effect => {
			outcome = effect.outcome;
			left.resolve();
		},
	);
	const interrupt = (): void => store.dispatch({type: 'command', command: 'interrupt'});
	theatre.signal.addEventListener('abort', interrupt, {once: true});
	try {
		const guide = await edges.guide?.();
		if (guide !== undefined) {
			store.dispatch({type: 'guide_known', ...guide});
		}

		store.dispatch({type: 'start_rows_known', rows: await edges.startRows().catch(() => initial.startRows)});
		if (theatre.signal.aborted) {
			interrupt();
		} else if (road !== null) {
			store.dispatch({type: 'road_chosen', road});
		}

		await takeSteps({
			store,
			asker,
			narrator,
			recorded: runner.recorded,
			left: left.promise,
			hasLeft: () => outcome !== null,
		});
		return {outcome: outcome ?? {kind: 'interrupted'}, state: store.get()};
	} finally {
		theatre.signal.removeEventListener('abort', interrupt);
		narrator.close();
		await runner.close();
	}
};
