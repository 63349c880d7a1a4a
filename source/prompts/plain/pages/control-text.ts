import {stageTitles} from '../../../types/session.ts';
import {basisMark} from '../../../ui/lines/marks.ts';
import type {Shown} from '../../../ui/screens/control/control-frame.ts';
import {saidBy} from '../../../ui/screens/said-by.ts';
import type {AppState} from '../../../ui/state/app-state.ts';
import {lastRead} from '../../../ui/state/opening/last-read.ts';
import {listed, statusWords, targetWords} from '../words.ts';

/** The line every stage of a control begins with: which control, how it stands, where. */
export function controlText(state: AppState, {control, result, screen}: Shown): readonly string[] {
	const {open} = state;
	const basis = basisMark(
		result.basis,
		saidBy(result, open?.session.attestations ?? []),
		open === null ? null : lastRead(open, state),
	).text;
	return [
		listed([
			`${control.id} ${control.shortTitle}, ${stageTitles[screen.stage]}: ${statusWords[result.status]}`,
			basis,
			open === null ? null : targetWords[open.target.kind],
		]),
		...(result.waiver === null
			? []
			: [
					`Waived until ${result.waiver.expires} by ${result.waiver.by}; ${result.waiver.owner} answers: ${result.waiver.reason}`,
				]),
	];
}

/** `3.1 Gap`. */
export function controlPlace({control, screen}: Shown): string {
	return `${control.id} ${stageTitles[screen.stage]}`;
}
