import type {ChangePlan} from '../../remediation/change-plan.ts';
import {sentencesOf} from '../../terminal/sentences-of.ts';
import type {SafeText} from '../../types/safe-text.ts';
import type {Effect} from '../state/effect.ts';
import type {Store} from '../store.ts';
import type {Changer, PlannedChanges} from './changer.ts';
import type {Recorder} from './edges.ts';

type ChangeEffect = Extract<Effect, {type: 'plan_fix' | 'plan_undo' | 'apply_fix' | 'stop_fix'}>;

/** Plans and makes changes for the wizard. */
export type ChangeRunner = {
	readonly run: (effect: ChangeEffect) => void;
	/** Begins nothing more. Resolves once what was under way has come to its end. */
	readonly stop: () => Promise<void>;
};

/** Where changes are made now; null outside an organization and where none are possible. */
export type ChangePlace = {readonly changer: Changer; readonly recorder: Recorder};

export function createChangeRunner(
	place: () => ChangePlace | null,
	store: Pick<Store, 'dispatch'>,
): ChangeRunner {
	let cancel = new AbortController();
	let working = Promise.resolve();

	async function plan(planning: (changer: Changer, by: SafeText) => Promise<PlannedChanges>): Promise<void> {
		const at = place();
		const by = at?.recorder.state.person ?? null;
		if (at === null || by === null) {
			store.dispatch({type: 'fix_failed', what: 'Nothing can be changed here now.'});
			return;
		}

		const {signal} = cancel;
		try {
			const planned = await planning(at.changer, by);
			if (!signal.aborted) {
				store.dispatch({type: 'fix_planned', ...planned});
			}
		} catch (error) {
			if (!signal.aborted) {
				store.dispatch({type: 'fix_failed', what: sentencesOf(error)});
			}
		}
	}

	async function apply(plans: readonly ChangePlan[]): Promise<void> {
		const at = place();
		if (at === null) {
			store.dispatch({type: 'fix_failed', what: 'Nothing can be changed here now; nothing was sent.'});
			return;
		}

		try {
			const result = await at.changer.apply(plans, {
				signal: cancel.signal,
				onProgress(progress) {
					if (progress.kind === 'step') {
						const {index, step, plan: under} = progress;
						store.dispatch({type: 'fix_progress', index, step, subject: under.preview.subject});
					}
				},
			});
			store.dispatch({type: 'fix_ended', result, session: at.recorder.state});
		} catch (error) {
			store.dispatch({type: 'fix_failed', what: sentencesOf(error)});
		}
	}

	/** One after the other: a plan is made on what the change before left. */
	function begin(work: () => Promise<void>): void {
		cancel = new AbortController();
		working = working.then(work);
	}

	return {
		run(effect) {
			switch (effect.type) {
				case 'plan_fix': {
					begin(() => plan((changer, by) => changer.planClassify(effect.resources, by, cancel.signal)));
					return;
				}

				case 'plan_undo': {
					begin(() => plan((changer, by) => changer.planUndo(effect.operation, by, cancel.signal)));
					return;
				}

				case 'apply_fix': {
					begin(() => apply(effect.plans));
					return;
				}

				case 'stop_fix': {
					cancel.abort();
				}
			}
		},
		async stop() {
			cancel.abort();
			await working;
		},
	};
}
